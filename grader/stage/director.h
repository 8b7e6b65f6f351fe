// Directs one run: starts its programs, notices when the run is quiescent, and does then what the scenario says.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "probe/wire.h"
#include "scenario/scenario.h"
#include "stage/fake_workers.h"
#include "stage/programs.h"
#include "stage/quiescence.h"
#include "stage/readers.h"
#include "stage/shared_record.h"
#include "stage/standstill.h"
#include "stage/steps.h"

namespace lab::stage {

class Director {
 public:
  // `corrected_slots`: mailslots answer as Windows does, whatever the system does. Throws win32::Error.
  Director(const scenario::Assignment& run, const std::string& probe_dll, bool corrected_slots);
  Director(const Director&) = delete;
  Director& operator=(const Director&) = delete;

  // Plays the scenario to its end; calls `on_look` each time that the stage looks at the run. Throws win32::Error when a program cannot be
  // started.
  Ended play(const std::function<void()>& on_look);

  const wire::Wire& wire() const { return wire_; }

 private:
  // At any time, quiescent or not: threads at a gate go on as soon as what they wait for is there.
  void open_gates();
  // The next thread whose read has its message goes on. False: there is none.
  bool let_reader_go();

  // Whether the stage has to act. Where a thread waits in an unknown call, that becomes an event of the run.
  bool is_its_turn();
  // At quiescence: does the first of these that there is something to do for.
  void act();
  // When the thread's time-out ends, or its program's first timer expires; 0: no timer is set.
  std::int64_t deadline(const wire::Thread& thread) const;
  // Whether the run's clock has passed the program's first timer by.
  bool is_expired(const wire::Thread& timer) const;
  // Timers expire together with time-outs. Once they have done so many times in a row it is the rest of the run's turn, as after many
  // sleeps.
  wire::WaitReason expires_as(const wire::Thread& thread) const;
  // The wait of that kind whose time-out ends first expires, and the run's clock moves to that moment. False: there is none.
  bool expire_earliest(wire::WaitReason reason);
  // Threads that have asked many times get their next answer. False: there are none.
  bool let_askers_go();
  // False: there is none left.
  bool do_next_step();
  // False: none is held.
  bool release_next_worker();
  // Every thread waits for something that can never come. The first such call of the program under test fails, so that the program can end
  // by itself and show what it has printed; one that goes on waiting even so is ended. What a thread waits for in an unknown call
  // may still come: then the run ends here.
  void fail_blocked();

  const scenario::Scenario& scenario_;
  const std::string probe_dll_;
  SharedRecord record_;
  wire::Wire& wire_;
  Programs programs_;
  FakeWorkers fake_workers_;
  Steps steps_;
  Quiescence quiescence_;
  Standstill standstill_;
  Readers readers_;
  std::vector<bool> unknown_waits_;       // by program: the event of one has been added
  std::optional<std::uint32_t> unknown_;  // the program of which a thread waits in an unknown call
  bool time_out_expired_ = false;         // the last time that the stage acted, a time-out expired
  std::uint32_t expired_reads_ = 0;
  bool asked_go_on_ = true;  // nobody who is blocked for its many questions waits for the news of a release, or of a step
};

}  // namespace lab::stage
