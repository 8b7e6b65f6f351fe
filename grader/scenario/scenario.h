// What is to be played: the runs of a lab as plain data, and as the JSON that the stage reads.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace lab::scenario {

// A file in the run's folder: `as` is its name there; `program` is the student's program it is, or empty for the grader's stand-in.
struct File {
  std::string as;
  std::string program;
};

struct Worker {
  std::string arguments;        // the stand-in that is started with these ...
  std::uint32_t exit_code = 0;  // ... ends with this; one with other arguments by the order of its start
};

struct Fault {
  std::string api;     // "CreateProcess", "CreateMailslot", "CreateFile", "ReadFile", "WriteFile",
                       // "WaitForSingleObject", "WaitForMultipleObjects"
  std::string target;  // only starts of this program, or only calls on this mailslot (never on standard streams)
  int nth = 1;         // the n-th of them
  std::uint32_t error = 0;
};

// What the grader does when everything stands still, one step at a time.
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
  bool at_creation = false;  // kPost: not at stillness, but before CreateMailslot returns to the slot's maker
  bool with_next = false;    // the step after this one is done in the same moment
  bool fills = false;        // kPost: `text` is repeated to the room of the last ReadFile of that mailslot, if there was one
};

struct Scenario {
  std::string name;                             // unique for one program of one lab
  std::string program;                          // the program under test
  std::string arguments;                        // its command line, without its own name
  std::vector<File> files;                      // beside the program under test
  std::vector<std::string> standins, children;  // programs it may start: the grader's, the student's own
  bool hurried = false;                         // the clock: time-outs on programs of the run expire at once; otherwise never
  bool start_until_ended = false;               // a start returns once the stand-in it started has ended
  std::vector<Worker> workers;
  std::vector<int> release;  // who ends first, second, ...: 1 is the stand-in that was started first
  std::vector<Fault> faults;
  bool only_after_finite_wait = false;  // play it only if an earlier run of the group waited for a program with a finite time-out
  bool only_after_finite_read = false;  // ... gave one of its mailslots a finite read time-out of 100 ms or more
  std::vector<std::string> slots;       // mailslots of the grader's own that are there from the beginning: "mailbox"
  std::vector<std::string> computers;   // of a virtual LAN; the program under test runs on the first, and slots are named "PC2:mailbox"
  std::vector<std::string> peers;       // other programs of the student's that the grader starts first
  std::vector<Step> steps;              // after the last one, and when all is still, pending calls are failed
  std::map<std::string, std::string> facts;  // handed through to the recording, for the checks
};

// Runs that belong together: only_after_... looks at those before it in its group. All others are played side by side, in any order.
using Group = std::vector<Scenario>;

// One scenario as the stage reads it. `folder` is the run's own folder as Windows knows it.
nlohmann::json to_json(const Scenario& scenario, const std::string& submission, const std::string& lab, const std::string& folder);

}  // namespace lab::scenario
