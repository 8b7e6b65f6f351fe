// A program under test as a process: it runs in its own job, contains the probe, and has pipes as its standard streams.
#pragma once

#include <optional>
#include <string>

#include "probe/wire.h"
#include "win32/handle.h"

namespace lab::stage {

// How to start a program. Strings are UTF-8.
struct Start {
  std::string folder, exe, arguments;
  std::string computer;  // the value of COMPUTERNAME in its environment; empty: the stage's own
  std::string probe_dll;
};

// A process that contains the probe. It is created suspended, in a job that is terminated when this object is destroyed.
class ProbedProcess {
 public:
  // `startup` and `flags` are passed to CreateProcess. If `startup` lists the handles to inherit, only those are inherited; otherwise, all
  // inheritable handles are. Throws win32::Error, which names the step that failed.
  ProbedProcess(const Start& start, STARTUPINFOW& startup, DWORD flags);

  HANDLE process() const { return process_.get(); }
  HANDLE thread() const { return thread_.get(); }
  DWORD pid() const { return pid_; }
  void resume() { ResumeThread(thread_.get()); }
  void end(std::uint32_t exit_code);  // and every process that it has started
  std::uint32_t processes() const;    // how many of these are running

 private:
  win32::Handle job_, process_, thread_;
  DWORD pid_ = 0;
};

class Actor {
 public:
  // Without `staged_input`, standard input is empty. Throws win32::Error, which names the step that failed.
  Actor(const Start& start, bool staged_input);

  HANDLE process() const { return process_->process(); }
  DWORD pid() const { return process_->pid(); }

  void resume() { process_->resume(); }

  // type() writes `bytes` to standard input, and end_input() closes it. It is not an error if the program has ended or does not read.
  void type(const std::string& bytes);
  void end_input() { input_pipe_.reset(); }

  // Reads what is in the output pipes now. Returns false if the program has printed more than is kept.
  bool drain();

  // Reads what is in the output pipes, then appends the output that this program, or one that it started, had not yet written when it
  // ended.
  void take_unwritten(wire::Unwritten& unwritten);

  std::uint32_t processes() const { return process_->processes(); }

  // Terminates the program and every process that it has started.
  void end(std::uint32_t exit_code) { process_->end(exit_code); }

  const std::string& output() const { return output_; }
  const std::string& errors() const { return errors_; }
  bool output_cut() const { return cut_; }

 private:
  bool take(HANDLE pipe, std::string& into);
  // Returns false if it does not fit completely.
  bool keep(std::string& into, const char* bytes, std::size_t count);

  win32::Handle input_pipe_, output_pipe_, errors_pipe_;
  std::optional<ProbedProcess> process_;
  std::string output_, errors_;
  bool cut_ = false;
};

}  // namespace lab::stage
