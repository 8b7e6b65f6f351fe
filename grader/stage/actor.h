// A program under test as a process: in a job of its own, the probe inside, its standard streams in pipes.
#pragma once

#include <optional>
#include <string>

#include "probe/wire.h"
#include "win32/handle.h"

namespace lab::stage {

// What a program is started with.
struct Start {
  std::string folder, exe, arguments;
  std::string computer;  // its environment has that COMPUTERNAME; empty: the stage's own
  std::string probe_dll;
};

// A process with the probe inside, created suspended, in a job that ends with this object.
class ProbedProcess {
 public:
  // `startup` as CreateProcess takes it; handles are inherited as it says, else all that are inheritable. Throws win32::Error naming the
  // step that failed.
  ProbedProcess(const Start& start, STARTUPINFOW& startup, DWORD flags);

  HANDLE process() const { return process_.get(); }
  HANDLE thread() const { return thread_.get(); }
  DWORD pid() const { return pid_; }
  void resume() { ResumeThread(thread_.get()); }
  void end(std::uint32_t exit_code);  // with everything that it has started
  std::uint32_t processes() const;    // it and what it has started, as far as they run

 private:
  win32::Handle job_, process_, thread_;
  DWORD pid_ = 0;
};

class Actor {
 public:
  // Without `staged_input` its standard input is empty. Throws win32::Error naming the step that failed.
  Actor(const Start& start, bool staged_input);

  HANDLE process() const { return process_->process(); }
  DWORD pid() const { return process_->pid(); }

  void resume() { process_->resume(); }

  // Standard input: `bytes` go into it; it ends. A program that is gone, or does not read, is no error.
  void type(const std::string& bytes);
  void end_input() { input_pipe_.reset(); }

  // Takes what the pipes hold now. False when it has printed more than is kept.
  bool drain();

  // Takes what it, or a program that it started, had not written when it ended, behind what the pipes hold.
  void take_unwritten(wire::Unwritten& unwritten);

  std::uint32_t processes() const { return process_->processes(); }

  // Ends every process of the run.
  void end(std::uint32_t exit_code) { process_->end(exit_code); }

  const std::string& output() const { return output_; }
  const std::string& errors() const { return errors_; }
  bool output_cut() const { return cut_; }

 private:
  bool take(HANDLE pipe, std::string& into);
  // False: there is no room for all of it.
  bool keep(std::string& into, const char* bytes, std::size_t count);

  win32::Handle input_pipe_, output_pipe_, errors_pipe_;
  std::optional<ProbedProcess> process_;
  std::string output_, errors_;
  bool cut_ = false;
};

}  // namespace lab::stage
