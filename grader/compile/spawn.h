// The options of uv_spawn, kept alive until the process has been started. For code with its own libuv loop; compile/process.h does not need
// one.
#pragma once

#include <uv.h>

#include <array>
#include <string>
#include <vector>

#include "compile/process.h"

namespace lab::compile {

class Spawn {
 public:
  // Uses only the command's argv, folder and environment.
  explicit Spawn(const Command& command);
  Spawn(const Spawn&) = delete;
  Spawn& operator=(const Spawn&) = delete;

  // Connects the process's stdin, stdout and stderr to these pipes, which are initialized here with `data`.
  void connect(uv_loop_t& loop, const std::array<uv_pipe_t*, 3>& pipes, void* data);
  // ... or to the caller's own standard streams.
  void inherit();
  // Starts it without a window, and in a separate group: Ctrl+C does not reach it, and its children can be terminated with it.
  void stand_alone();

  // Throws std::runtime_error with the program's name and the system's reason. `process` must be closed in either case.
  void start(uv_loop_t& loop, uv_process_t& process);

  uv_process_options_t options{};  // the caller sets exit_cb

 private:
  std::vector<char*> argv_, env_;
  std::vector<std::string> words_, variables_;
  std::string folder_;
  std::array<uv_stdio_container_t, 3> stdio_{};
};

// The status as a shell reports it: the exit status, or 128 plus the number of the signal that ended the process.
int status_of(std::int64_t status, int signal);

}  // namespace lab::compile
