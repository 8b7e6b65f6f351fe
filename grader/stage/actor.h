// The program under test as a process: in a job of its own, the probe inside, its output in pipes.
#pragma once

#include <string>

#include "stage/scenario.h"
#include "win32/handle.h"

namespace lab::stage {

class Actor {
 public:
  // Creates the process suspended, in a job that ends with this object, with the probe added. Throws win32::Error naming the step that
  // failed.
  Actor(const Scenario& scenario, const std::string& probe_dll);

  HANDLE process() const { return process_.get(); }
  DWORD pid() const { return pid_; }

  void resume();

  // Processor time of the main thread, in milliseconds.
  std::uint32_t cpu_ms() const;

  // Takes what the pipes hold now. False when it has printed more than is kept.
  bool drain();

  // Ends every process of the run.
  void end(std::uint32_t exit_code);

  const std::string& output() const { return output_; }
  const std::string& errors() const { return errors_; }
  bool output_cut() const { return cut_; }

 private:
  bool take(HANDLE pipe, std::string& into);

  win32::Handle job_, process_, thread_, output_pipe_, errors_pipe_;
  DWORD pid_ = 0;
  std::string output_, errors_;
  bool cut_ = false;
};

}  // namespace lab::stage
