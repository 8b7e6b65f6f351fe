// What the stage is to play: a lab's runs as plain data, and as the JSON that the grader sends to the stage.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "trace/kinds.h"

namespace lab::scenario {

using trace::Api;

// A file in the run's folder. `as` is its name there; `program` is the student's program that is copied, or empty for the grader's fake
// worker.
struct File {
  std::string as;
  std::string program;
};

struct Worker {
  std::string arguments;        // the fake worker that is started with these arguments ...
  std::uint32_t exit_code = 0;  // ... ends with this exit code; workers with other arguments are matched in the order of their starts
  bool operator==(const Worker&) const = default;
};

struct Fault {
  Api api = Api::kNone;   // a function for which can_be_faulted() is true
  std::string target;     // counts only calls that start, wait for or query this program, or calls on this mailslot (never on standard
                          // streams)
  std::uint32_t nth = 1;  // the n-th such call fails
  std::uint32_t error = 0;
  bool operator==(const Fault&) const = default;
};

// Whether the probe can force this call to fail.
bool can_be_faulted(Api api);

// What the grader does when the run becomes quiescent, one step at a time.
struct Step {
  enum class Kind {
    kPost,      // write `text` to the mailslot `slot`, which a program in the run has created: as UTF-16 or bytes, whichever that program
                // uses
    kType,      // type `text` into the standard input of the program under test; "\n" is the Enter key
    kEndInput,  // end that input
    kCreate,    // create the grader's own mailslot `slot`
    kStart,     // start the program under test; without this step, it starts before everything else
  };
  Kind kind = Kind::kPost;
  std::string slot, text;
  std::uint32_t bytes = 0;   // kPost: `text` is repeated to fill this many bytes; 0: unchanged
  bool at_creation = false;  // kPost: done before CreateMailslot returns to the program that creates the mailslot, not at quiescence
  bool with_next = false;    // the next step is done at the same time
  bool fills = false;        // kPost: `text` is repeated to fill the buffer of the last ReadFile on this mailslot, if there was one
  bool operator==(const Step&) const = default;
};

struct Scenario {
  std::string name;                             // unique for each program in a lab
  std::string program;                          // the program under test
  std::string arguments;                        // its command line, without its own name
  std::vector<File> files;                      // in the same folder as the program under test; copied there before the stage gets the run
  std::vector<std::string> standins, children;  // programs that it may start: the grader's, and the student's own
  bool hurried = false;                         // time-outs of waits for programs in the run elapse at once; otherwise, they never elapse
  bool start_until_ended = false;               // CreateProcess returns only after the fake worker that it started has ended
  std::vector<Worker> workers;
  std::vector<int> release;  // the order in which fake workers end: 1 is the one that was started first
  std::vector<Fault> faults;
  bool only_after_finite_wait = false;  // play it only if an earlier run in the group waited for a program with a finite time-out
  bool only_after_finite_read = false;  // play it only if an earlier run in the group set a finite read time-out of 100 ms or more
  std::vector<std::string> slots;       // the grader's own mailslots, which exist from the beginning: "mailbox"
  std::vector<std::string> computers;   // the computers on a virtual LAN; the program under test runs on the first, and mailslots are named
                                        // "PC2:mailbox"
  std::vector<std::string> peers;       // the student's other programs, which the grader starts first
  std::vector<Step> steps;              // at quiescence after the last step, the grader makes pending calls fail
  std::map<std::string, std::string> facts;  // copied to the recording, for the checks
};

// Runs that belong together: only_after_... refers to the earlier runs in the same group. Otherwise, runs take place at the same time and
// in any order.
using Group = std::vector<Scenario>;

// One run, as it is sent to the stage.
struct Assignment {
  Scenario scenario;
  std::string submission, lab;  // copied to the recording
  std::string folder;           // the run's folder as a Windows path in ASCII; its last part is the run's key
  std::uint32_t wall_ms = 10'000;
  std::uint32_t cpu_ms = 1'000;
};

// Write and read JSON. Scenario::files is not written. Reading throws an exception of nlohmann::json if a field is missing or has the wrong
// type, and std::runtime_error if it has an unknown value.
void to_json(nlohmann::json& out, const Scenario& scenario);
void from_json(const nlohmann::json& in, Scenario& scenario);
void to_json(nlohmann::json& out, const Assignment& assignment);
void from_json(const nlohmann::json& in, Assignment& assignment);

// Reads one line of the stage's input: a list of the runs in a group. Throws std::runtime_error, which says what is wrong.
std::vector<Assignment> read_assignments(const std::string& line);

}  // namespace lab::scenario
