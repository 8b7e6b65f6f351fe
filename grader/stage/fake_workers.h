// The fake workers in a run: which of them are held, which one ends next, and with which exit code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "scenario/scenario.h"
#include "stage/programs.h"
#include "stage/shared_record.h"
#include "win32/handle.h"

namespace lab::stage {

class FakeWorkers {
 public:
  // All arguments must outlive this object.
  FakeWorkers(const scenario::Scenario& scenario, SharedRecord& record, Programs& programs);

  // Whether the program is a fake worker that runs until it is released.
  bool is_held(std::uint32_t program);
  // The worker to release next, in the scenario's order; if none of those is held, any worker that is. -1 if no worker is held.
  int next();
  // Makes a fake worker end, and waits until its process object is Signaled, so that everything that happens next in the run comes after
  // that.
  void release(int program);

 private:
  // The scenario's exit code for the program's arguments or, if it has none for them, for its place in the order of starts.
  std::uint32_t exit_code_for(int program) const;

  const scenario::Scenario& scenario_;
  SharedRecord& record_;
  wire::Wire& wire_;
  Programs& programs_;
  std::vector<win32::Handle> go_;  // by program: the event that makes it end
};

}  // namespace lab::stage
