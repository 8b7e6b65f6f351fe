// Handwritten test runs of an AdderManager and its two workers.
#pragma once

#include <string>

#include "checks/states_by_hand.h"

namespace lab::checks {

// A manager that has started two workers, both of which ran to completion.
class TwoAdders : public StatesByHand {
 public:
  TwoAdders() : StatesByHand("AdderManager", {"PartAdder", "PartAdder"}) {
    run.programs[1].arguments = "1 5";
    run.programs[1].exit_code = 15;
    run.programs[2].arguments = "6 10";
    run.programs[2].exit_code = 40;
  }

  void starts(int program) {
    Call& start = add(Api::kCreateProcess);
    start.started = program;
    start.handles = {2 * program - 1, 2 * program};
  }
  void waits_for_both(bool all, std::int64_t result) { waits_for({1, 2}, all, result); }
  void reads(int program, std::int64_t value) { on(Api::kGetExitCodeProcess, trace::Object::Kind::kProcess, program).value = value; }
  void reads_both() {
    reads(1, 15);
    reads(2, 40);
  }
  void closes(int handle, int program, trace::Object::Kind kind = trace::Object::Kind::kProcess, std::int64_t result = 1) {
    Call& call = on(Api::kCloseHandle, kind, program);
    call.on[0].handle = handle;
    call.result = result;
  }

  Worker first() const { return started(run, "PartAdder").at(0); }
  Worker second() const { return started(run, "PartAdder").at(1); }
};

}  // namespace lab::checks
