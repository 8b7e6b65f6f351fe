// The options of uv_spawn, kept alive until the process has been started. For code with its own libuv loop; compile/process.h needs none.
#pragma once

#include <uv.h>

#include <array>
#include <string>
#include <vector>

#include "compile/process.h"

namespace lab::compile {

class Spawn {
 public:
  // Of the command its argv, folder and environment count.
  explicit Spawn(const Command& command);
  Spawn(const Spawn&) = delete;
  Spawn& operator=(const Spawn&) = delete;

  // The process's stdin, stdout and stderr are these pipes, which are made here and carry `data`.
  void connect(uv_loop_t& loop, const std::array<uv_pipe_t*, 3>& pipes, void* data);
  // ... or the caller's own.
  void inherit();
  // No window, and a group of its own: Ctrl+C does not reach it, and its children can be ended with it.
  void stand_alone();

  // Throws std::runtime_error naming the program and the system's reason. `process` must be closed in either case.
  void start(uv_loop_t& loop, uv_process_t& process);

  uv_process_options_t options{};  // exit_cb is the caller's to set

 private:
  std::vector<char*> argv_, env_;
  std::vector<std::string> words_, variables_;
  std::string folder_;
  std::array<uv_stdio_container_t, 3> stdio_{};
};

// As a shell reports it: the status, or 128 and the signal that ended it.
int status_of(std::int64_t status, int signal);

}  // namespace lab::compile
