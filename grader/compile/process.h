// Runs a native program and collects its output (using libuv).
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

// What a process and everything that it starts may use on Windows. Ignored on other systems, which use prlimit.
struct Bounds {
  std::uint64_t memory;                 // bytes
  std::chrono::seconds processor_time;  // for each process
  unsigned processes;
};

struct Command {
  std::vector<std::string> argv;                   // [0] is the program: a path, or a name on PATH
  std::filesystem::path folder;                    // its current directory; empty: the caller's
  std::map<std::string, std::string> environment;  // set in addition to the caller's environment
  std::optional<Bounds> bounds;
  std::string input;  // written to its stdin, which is then closed
  // Called after the process has started, and returns the text to write instead. The time limit starts then, and an interruption waits
  // until then.
  std::function<std::string()> late_input;
  // The process is killed after this time. It counts only while the grader is running, not while the machine sleeps or the grader is
  // stopped.
  std::optional<std::chrono::milliseconds> limit;
  bool cleans_up = false;  // when the caller is interrupted, it is asked to exit, and killed only if it does not within four seconds
  bool limit_from_last_line = false;                   // each line on stdout restarts the limit; for use with `on_line`
  std::function<void(std::string_view line)> on_line;  // gets each line of stdout, without its newline; `out` stays empty
};

struct Finished {
  int exit_status = -1;
  bool timed_out = false;
  std::string out, err;  // stdout and stderr, each truncated to 1 MiB
};

// The grader itself was asked to exit (Ctrl-C, or a signal). Only main() catches this: destructors release folders and programs first, and
// main() then terminates the grader as the signal would have done.
struct Interrupted {
  int signal = 0;
};

// The path of that program on a PATH whose folders are separated by ':', as on POSIX; empty if it is not found.
std::filesystem::path find_on_path(const std::string& program);

// Runs it to completion. Throws std::runtime_error if it cannot be started (with the program's name and the system's reason), and
// Interrupted after having killed the program.
Finished run(const Command& command);

// Asks this process to exit as that signal would, from any thread: each run() in progress kills its program and throws Interrupted, and
// later ones start nothing. Returns whether one is in progress; otherwise, nothing that run() started is left. 0: later ones start programs
// again.
bool interrupt(int signal);

// Runs it to completion with the caller's own standard streams, so that the user can interact with it; ignores `input`, `limit` and
// `on_line`. The program handles Ctrl+C itself. Returns its exit status; throws the same exceptions as run().
int run_attached(const Command& command);

}  // namespace lab::compile
