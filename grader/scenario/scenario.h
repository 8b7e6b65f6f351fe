// What is to be played: the runs of a lab as plain data, and as the JSON in which the grader tells the stage of them.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "trace/kinds.h"

namespace lab::scenario {

using trace::Api;

// A file in the run's folder: `as` is its name there; `program` is the student's program it is, or empty for the grader's fake worker.
struct File {
  std::string as;
  std::string program;
};

struct Worker {
  std::string arguments;        // the fake worker that is started with these ...
  std::uint32_t exit_code = 0;  // ... ends with this; one with other arguments by the order of its start
  bool operator==(const Worker&) const = default;
};

struct Fault {
  Api api = Api::kNone;   // one of can_be_faulted()
  std::string target;     // only calls that start, wait for or ask this program, or calls on this mailslot (never on standard streams)
  std::uint32_t nth = 1;  // the n-th of them
  std::uint32_t error = 0;
  bool operator==(const Fault&) const = default;
};

// The calls that the probe can make fail.
bool can_be_faulted(Api api);

// What the grader does when the run is quiescent, one step at a time.
struct Step {
  enum class Kind {
    kPost,      // write `text` to the mailslot `slot` that a program of the run has made: UTF-16 or bytes, as that one speaks
    kType,      // type `text` at the standard input of the program under test; "\n" is the Enter key
    kEndInput,  // end that input
    kCreate,    // create the grader's own mailslot `slot`
    kStart,     // start the program under test; without such a step it starts before everything else
  };
  Kind kind = Kind::kPost;
  std::string slot, text;
  std::uint32_t bytes = 0;   // kPost: `text` is repeated to this many bytes; 0: as it is
  bool at_creation = false;  // kPost: not at quiescence, but before CreateMailslot returns to the slot's maker
  bool with_next = false;    // the step after this one is done in the same moment
  bool fills = false;        // kPost: `text` is repeated to the room of the last ReadFile of that mailslot, if there was one
  bool operator==(const Step&) const = default;
};

struct Scenario {
  std::string name;                             // unique for one program of one lab
  std::string program;                          // the program under test
  std::string arguments;                        // its command line, without its own name
  std::vector<File> files;                      // beside the program under test; laid there before the stage hears of the run
  std::vector<std::string> standins, children;  // programs it may start: the grader's, the student's own
  bool hurried = false;                         // the clock: time-outs on programs of the run expire at once; otherwise never
  bool start_until_ended = false;               // a start returns once the fake worker it started has ended
  std::vector<Worker> workers;
  std::vector<int> release;  // who ends first, second, ...: 1 is the fake worker that was started first
  std::vector<Fault> faults;
  bool only_after_finite_wait = false;  // play it only if an earlier run of the group waited for a program with a finite time-out
  bool only_after_finite_read = false;  // ... gave one of its mailslots a finite read time-out of 100 ms or more
  std::vector<std::string> slots;       // mailslots of the grader's own that are there from the beginning: "mailbox"
  std::vector<std::string> computers;   // of a virtual LAN; the program under test runs on the first, and slots are named "PC2:mailbox"
  std::vector<std::string> peers;       // other programs of the student's that the grader starts first
  std::vector<Step> steps;              // after the last one, and at quiescence, pending calls are failed
  std::map<std::string, std::string> facts;  // handed through to the recording, for the checks
};

// Runs that belong together: only_after_... looks at those before it in its group. All others are played side by side, in any order.
using Group = std::vector<Scenario>;

// One run as the stage gets it.
struct Assignment {
  Scenario scenario;
  std::string submission, lab;  // handed through to the recording
  std::string folder;           // the run's own, as Windows knows it, ASCII; its last part is the run's key
  std::uint32_t wall_ms = 10'000;
  std::uint32_t cpu_ms = 1'000;
};

// JSON in both directions; Scenario::files stay with the writer. Reading throws what nlohmann::json throws where a field is missing or of
// another type, and std::runtime_error where one has a value that nothing is known of.
void to_json(nlohmann::json& out, const Scenario& scenario);
void from_json(const nlohmann::json& in, Scenario& scenario);
void to_json(nlohmann::json& out, const Assignment& assignment);
void from_json(const nlohmann::json& in, Assignment& assignment);

// A line of the stage's input: a group's runs, in one list. Throws std::runtime_error that says what is wrong.
std::vector<Assignment> read_assignments(const std::string& line);

}  // namespace lab::scenario
