// The fake workers of a run: which of them are held, who ends next, and with which exit code.
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
  // All must outlive this.
  FakeWorkers(const scenario::Scenario& scenario, SharedRecord& record, Programs& programs);

  // Whether the program is a fake worker that runs until it is released.
  bool is_held(std::uint32_t program);
  // The one to release next, or -1: in the scenario's order; where the program has not started that many, whichever is held.
  int next();
  // Tells a fake worker to end, and waits until its process object is Signaled: what happens next in the run happens after that.
  void release(int program);

 private:
  // The scenario's, by the program's arguments or else by its start.
  std::uint32_t exit_code_for(int program) const;

  const scenario::Scenario& scenario_;
  SharedRecord& record_;
  wire::Wire& wire_;
  Programs& programs_;
  std::vector<win32::Handle> go_;  // by program: the event that it ends at
};

}  // namespace lab::stage
