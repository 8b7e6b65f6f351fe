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
  std::string api;
  std::string target;  // only starts of this program
  int nth = 1;         // the n-th of them
  std::uint32_t error = 0;
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
  bool only_after_finite_wait = false;       // play it only if an earlier run of the group waited for a program with a finite time-out
  std::map<std::string, std::string> facts;  // handed through to the recording, for the checks
};

// Played one after the other; groups are played side by side.
using Group = std::vector<Scenario>;

// The runs for the programs of `lab` that are there. `seed` decides the numbers of random ranges. Throws std::invalid_argument for an
// unknown lab.
std::vector<Group> groups_for(const std::string& lab, const std::vector<std::string>& programs, std::uint64_t seed);

// One scenario as the stage reads it. `folder` is the run's own folder as Windows knows it.
nlohmann::json to_json(const Scenario& scenario, const std::string& submission, const std::string& lab, const std::string& folder);

// Lab 05, in adder_manager.cpp.
std::vector<Group> adder_manager(const std::vector<std::string>& programs, std::uint64_t seed);

}  // namespace lab::scenario
