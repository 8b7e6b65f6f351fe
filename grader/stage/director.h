// Directs one run: starts its programs, detects when the run is quiescent, and then does what the scenario says. At quiescence, it does the
// first of these that applies: let a read continue if its message has arrived, make the earliest time-out elapse, do the scenario's next
// step, release the next held worker, answer threads that have polled many times. So the order of events depends on the scenario and on the
// program under test, never on the speed of the machine.
//
//     Director director(assignment, "C:\\kit\\probe.dll", true);
//     const Ended ended = director.play([] {});
//     // director.wire() now contains everything that the programs did.
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
  // Creates the record of the run. `run` must outlive the director; `probe_dll` is a full path in UTF-8. `corrected_slots`: mailslot calls
  // return the same results as on Windows, whatever this system returns. Throws win32::Error.
  Director(const scenario::Assignment& run, const std::string& probe_dll, bool corrected_slots);
  Director(const Director&) = delete;
  Director& operator=(const Director&) = delete;

  // Plays the scenario to its end, once. Returns how the run ended; a program that loops, floods or waits forever is a result, too, not an
  // error. Calls `on_look` whenever the stage checks the run, at least every kTickMs (programs.h). Throws win32::Error if a program cannot
  // be started.
  Ended play(const std::function<void()>& on_look);

  const wire::Wire& wire() const { return wire_; }

 private:
  // Lets threads at a gate continue as soon as what they are waiting for has happened, whether or not the run is quiescent.
  void open_gates();
  // Lets the next thread whose read can return continue. Returns false if there is none.
  bool let_reader_go();

  // Whether the stage must act now. Records an event for each program with a thread that is waiting in an unknown call.
  bool is_its_turn();
  // Called at quiescence. Takes the first action that applies.
  void act();
  // When the thread's time-out elapses or its program's first timer expires, in microseconds on the run's clock; 0 if no timer is set.
  std::int64_t deadline(const wire::Thread& thread) const;
  // Whether the run's clock has reached the time at which the program's first timer expires.
  bool is_expired(const wire::Thread& timer) const;
  // The wait reason that decides when the thread's time-out may elapse. A timer is treated like a time-out, but after many expirations in a
  // row, it is treated like many sleeps: the rest of the run goes first.
  wire::WaitReason expires_as(const wire::Thread& thread) const;
  // Of the waits for this reason, makes the one with the earliest time-out expire; that sets the run's clock to that moment. Returns false
  // if there is none.
  bool expire_earliest(wire::WaitReason reason);
  // Lets threads that have polled many times continue and poll again. Returns false if there are none.
  bool let_askers_go();
  // Returns false if no step is left.
  bool do_next_step();
  // Returns false if no worker is held.
  bool release_next_worker();
  // Called when every thread is waiting for something that cannot happen. Makes the first such call fail, so that the program can end by
  // itself and write what it has printed; terminates a program that is still waiting after several failed calls. If a thread is waiting in
  // an unknown call, what it is waiting for could still happen; then the run ends here.
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
  std::vector<bool> unknown_waits_;       // by program: whether its event has been added
  std::optional<std::uint32_t> unknown_;  // the program with a thread that is waiting in an unknown call
  bool time_out_expired_ = false;         // the stage's last action was to make a time-out expire
  std::uint32_t expired_reads_ = 0;
  bool asked_go_on_ = true;  // all threads that have polled many times have continued since the last step or release of a worker
};

}  // namespace lab::stage
