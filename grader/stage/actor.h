// A program under test as a process: in a job of its own, the probe inside, its standard streams in pipes.
#pragma once

#include <string>

#include "stage/scenario.h"
#include "win32/handle.h"

namespace lab::stage {

class Actor {
 public:
  // Creates the process suspended, in a job that ends with this object, with the probe added. Without `staged_input` its standard input is
  // empty. With a `computer` its environment has that COMPUTERNAME. Throws win32::Error naming the step that failed.
  Actor(const std::string& folder, const std::string& exe, const std::string& arguments, bool staged_input, const std::string& computer,
        const std::string& probe_dll);

  HANDLE process() const { return process_.get(); }
  DWORD pid() const { return pid_; }

  void resume();

  // Processor time of the main thread, in milliseconds.
  std::uint32_t cpu_ms() const;

  // Standard input: `bytes` go into it; it ends. A program that is gone, or does not read, is no error.
  void type(const std::string& bytes);
  void end_input() { input_pipe_.reset(); }

  // Takes what the pipes hold now. False when it has printed more than is kept.
  bool drain();

  // Ends every process of the run.
  void end(std::uint32_t exit_code);

  const std::string& output() const { return output_; }
  const std::string& errors() const { return errors_; }
  bool output_cut() const { return cut_; }

 private:
  bool take(HANDLE pipe, std::string& into);

  win32::Handle job_, process_, thread_, input_pipe_, output_pipe_, errors_pipe_;
  DWORD pid_ = 0;
  std::string output_, errors_;
  bool cut_ = false;
};

}  // namespace lab::stage
