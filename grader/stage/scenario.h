// What the stage is to do, as it reads it: one line of JSON for each run.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "probe/wire.h"

namespace lab::stage {

struct Worker {
  std::string arguments;  // the stand-in started with these ends with `exit_code`
  std::uint32_t exit_code = 0;
};

struct Fault {
  wire::Api api = wire::Api::kNone;
  std::uint32_t nth = 1;
  std::uint32_t error = 0;
  std::string target;
};

struct Step {
  enum class Kind { kPost, kType, kEndInput, kCreate, kStart };
  Kind kind = Kind::kPost;
  std::string slot, text;
  std::uint32_t bytes = 0;   // kPost: the text is repeated to this size; 0: as it is
  bool at_creation = false;  // before CreateMailslot returns
  bool with_next = false;    // the next step belongs to the same moment
  bool fills = false;        // kPost: the text is repeated to the room of the last ReadFile of that mailslot
};

struct Scenario {
  std::string submission, lab, program, name;
  std::string facts;   // JSON, handed through to the recording
  std::string folder;  // the run's own folder, ASCII; its last part is the run's key
  std::string exe;     // the program under test, in that folder
  std::string arguments;
  bool hurried = false;
  bool start_until_ended = false;               // a start returns once the stand-in it started has ended
  std::vector<std::string> standins, children;  // programs of the folder, by name
  std::vector<Worker> workers;
  std::vector<int> release;  // 1-based, by start: who ends first, second, ...
  std::vector<Fault> faults;
  std::vector<std::string> slots;       // the grader's own mailslots: "mailbox", or on the LAN "PC2:mailbox"
  std::vector<std::string> computers;   // of the virtual LAN; the program under test runs on the first
  std::vector<std::string> peers;       // programs of the folder that are started before the program under test
  std::vector<Step> steps;              // what is done at stillness, one after the other
  bool only_after_finite_wait = false;  // run it only if an earlier run of the group waited for a program with a finite time-out
  bool only_after_finite_read = false;  // ... gave a mailslot a finite read time-out
  std::uint32_t wall_ms = 10'000;
  std::uint32_t cpu_ms = 1'000;
};

// A group's runs are made one after the other; groups run side by side.
using Group = std::vector<Scenario>;

// One line of the input -> a group. Throws std::runtime_error that says what is wrong.
Group read_group(const std::string& line);

// The run's key: what the names of its kernel objects follow from.
std::wstring run_key(const Scenario& scenario);

}  // namespace lab::stage
