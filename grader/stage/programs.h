// The programs of a run: starts those of the scenario, meets those that these start, notices when each ends, and ends them at a limit.
// A program is known by its place in the shared record. The first ones there are the actors, which the stage starts: the program under
// test, then its peers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "probe/wire.h"
#include "scenario/scenario.h"
#include "stage/actor.h"
#include "stage/processor_time.h"
#include "stage/shared_record.h"
#include "win32/handle.h"

namespace lab::stage {

// How often the stage looks when nobody wakes it, for output and limits.
inline constexpr DWORD kTickMs = 20;

// Why the stage ended a program. kTimeout says nothing about the program: it has hardly run, or the grader does not know what it waits for.
enum class Verdict { kNone, kLoop, kBlocked, kUnknownWait, kTimeout, kFlood };

// How the run's programs ended, for the recording.
struct Ended {
  std::uint64_t trespass = 0;  // wire::Wire::trespass, as it was first
  struct Program {
    std::uint32_t pid = 0;  // of actors
    Verdict by_grader = Verdict::kNone;
    bool signaled = false;       // its process object was seen Signaled
    bool attached = false;       // it has reported itself, whatever its entry says now
    bool released = false;       // a fake worker that the stage has released
    std::string output, errors;  // of actors
    bool output_cut = false;
  };
  std::vector<Program> programs;
};

class Programs {
 public:
  static constexpr std::uint32_t kEverybody = wire::kNever;

  // Both must outlive this.
  Programs(const scenario::Assignment& run, SharedRecord& record);

  // Starts the actors; the limits count from here. Where there are peers, the program under test stays suspended until a step starts it.
  // Throws win32::Error.
  void start(const std::string& probe_dll);
  // Opens each program that has come since, and notes each that has ended.
  void meet();
  // Waits until a program of the run wakes the stage or an actor ends, but no longer than that.
  void await_wake(DWORD ms);

  bool is_actor(std::uint32_t program) const { return program < actors_.size(); }
  Actor& under_test() { return *actors_.front(); }
  // The actor that the program is or that has started it; the same of a thread's program.
  std::uint32_t actor_of(std::uint32_t program) const;
  std::uint32_t actor_of(const wire::Thread& thread) const { return actor_of(thread.program); }
  // The fake workers, by their start.
  const std::vector<int>& fake_workers() const { return fake_workers_; }
  // The program's process; null where it could not be opened, or has not been met.
  HANDLE process_of(std::uint32_t program) const { return is_actor(program) ? actors_[program]->process() : known_[program].process.get(); }
  // The programs with the probe inside that have begun to run and have not ended.
  std::vector<std::uint32_t> watched();

  // Looks at what processor time they have used, when the last look was so long ago, and `rests` times as long as it took. False: it was
  // not.
  bool look_at_time(std::uint64_t between_ms, std::uint64_t rests);
  // What the last look has seen.
  const ProcessorTime& time() const { return time_; }

  // Whether the program's process object is Signaled. The first time that it is becomes an event of the run.
  bool ended(std::uint32_t program);
  // Whether every actor has ended.
  bool over();

  // Ends the run when one of its limits is reached. True from then on, and after end(). Limits count processor time, and time in which the
  // stage itself ran: a machine that sleeps, or has no time for the run, uses up neither.
  bool limits_reached();
  // Ends the run because of one actor, or, with kEverybody, of all that are left. Nothing when it has been ended already.
  void end(Verdict why, std::uint32_t because_of = kEverybody);
  // Counts a call of the actor that fails because it would never return. False: that were too many.
  bool may_fail_call(std::uint32_t actor);

  // The fake worker is about to be released.
  void note_release(std::uint32_t program) { known_[program].released = true; }

  // Ends whatever is left, and returns how everything ended.
  Ended finish();

 private:
  struct Known {  // what the stage holds of a program of the run
    win32::Handle process;
    bool signaled = false;
    bool attached = false;
    bool released = false;
    std::uint32_t failed_calls = 0;
    Verdict verdict = Verdict::kNone;
  };

  // Adds what has passed since the last call, but no more than the stage can have noticed.
  void count_time();
  // What moves when anything in the run does.
  std::uint64_t progress() const;
  // Whether the actor, or a program that it started, prints and does nothing else. Which of its limits it reaches first is then a matter of
  // the machine, and says nothing about the program.
  bool prints_on(std::uint32_t actor) const;
  // Processor time that the actor and the programs which it has started have used, but for printing.
  std::uint32_t cpu_ms(std::uint32_t actor) const;

  const scenario::Assignment& run_;
  const scenario::Scenario& scenario_;
  SharedRecord& record_;
  wire::Wire& wire_;
  std::vector<Known> known_;
  std::vector<int> fake_workers_;
  std::vector<std::unique_ptr<Actor>> actors_;
  ProcessorTime time_;
  std::uint64_t counted_at_ms_ = 0;               // on the system's clock
  std::uint64_t played_ms_ = 0, stalled_ms_ = 0;  // counted: since the start, and since anything last moved
  std::uint64_t progress_ = 0;
  bool stopped_ = false;        // by end()
  std::uint64_t trespass_ = 0;  // the first that a probe has seen: what stands in the record later may be of the program's making
};

}  // namespace lab::stage
