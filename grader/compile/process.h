// Starts a native program and collects what it says (over libuv).
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab::compile {

// What a process and all that it starts may use on Windows, where they also end with it. Elsewhere they count for nothing: prlimit does it.
struct Bounds {
  std::uint64_t memory;                 // bytes
  std::chrono::seconds processor_time;  // each process's own
  unsigned processes;
};

struct Command {
  std::vector<std::string> argv;                   // [0] is the program: a path, or a name on PATH
  std::filesystem::path folder;                    // its current directory; empty: the caller's
  std::map<std::string, std::string> environment;  // set in addition to the caller's own
  std::optional<Bounds> bounds;
  std::string input;  // written to its stdin, which then ends
  // Asked once it has been started, for what to write instead; the limit counts from then on, and an interruption waits until then.
  std::function<std::string()> late_input;
  // It is killed after that, counted while this process runs: what passes while the machine sleeps or this process is stopped is free.
  std::optional<std::chrono::milliseconds> limit;
  bool cleans_up = false;             // a signal to the caller asks it to end, and only kills it when it does not within four seconds
  bool limit_from_last_line = false;  // the limit restarts at each line of stdout; for `on_line`
  std::function<void(std::string_view line)> on_line;  // each line of stdout as it comes, without its newline; then `out` stays empty
};

struct Finished {
  int exit_status = -1;
  bool timed_out = false;
  std::string out, err;  // stdout and stderr, each cut at 1 MiB
};

// The grader itself was asked to end (Ctrl-C, or a signal). Only main() catches it: destructors release folders and programs on the way,
// and main() then ends the grader as the signal would have.
struct Interrupted {
  int signal = 0;
};

// Where the program of that name lies on a PATH whose folders ':' separates, as POSIX has it; empty: nowhere.
std::filesystem::path find_on_path(const std::string& program);

// Runs it to its end. Throws std::runtime_error when it cannot be started (names the program and the system's reason), and Interrupted
// after it has killed the program.
Finished run(const Command& command);

// Runs it to its end with the caller's own standard streams, so that a person can talk to it; `input`, `limit` and `on_line` do not count.
// The program handles Ctrl+C itself. Returns its exit status; throws as run().
int run_attached(const Command& command);

}  // namespace lab::compile
