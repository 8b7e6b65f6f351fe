// The programs in a run: starts the scenario's programs, opens the programs that those start, notices when each ends, and terminates them
// when a limit is reached. A program is identified by its index in the shared record. The first entries there are the actors, which the
// stage starts: the program under test, then its peers.
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

// How often the stage checks output and limits if nothing wakes it.
inline constexpr DWORD kTickMs = 20;

// Why the stage terminated a program. kTimeout says nothing about the program: it has hardly run, or the grader does not know what it is
// waiting for.
enum class Verdict { kNone, kLoop, kBlocked, kUnknownWait, kTimeout, kFlood };

// How the run's programs ended; used for the recording.
struct Ended {
  std::uint64_t trespass = 0;  // the first nonzero value of wire::Wire::trespass
  struct Program {
    std::uint32_t pid = 0;  // of actors
    Verdict by_grader = Verdict::kNone;
    bool signaled = false;       // the stage has seen its process object Signaled
    bool attached = false;       // it has attached, whatever its entry says now
    bool released = false;       // it is a fake worker that the stage has released
    std::string output, errors;  // of actors
    bool output_cut = false;
  };
  std::vector<Program> programs;
};

class Programs {
 public:
  static constexpr std::uint32_t kEverybody = wire::kNever;

  // Both arguments must outlive this object.
  Programs(const scenario::Assignment& run, SharedRecord& record);

  // Starts the actors. The limits count from this call. If there are peers, the program under test stays suspended until a step starts it.
  // Throws win32::Error.
  void start(const std::string& probe_dll);
  // Opens each program that was started since the last call, and records each one that has ended.
  void meet();
  // Waits until a program in the run wakes the stage or an actor ends, but at most `ms` milliseconds.
  void await_wake(DWORD ms);

  bool is_actor(std::uint32_t program) const { return program < actors_.size(); }
  Actor& under_test() { return *actors_.front(); }
  // The actor that is this program, or that started it directly or indirectly.
  std::uint32_t actor_of(std::uint32_t program) const;
  std::uint32_t actor_of(const wire::Thread& thread) const { return actor_of(thread.program); }
  // The fake workers in the order in which they were started.
  const std::vector<int>& fake_workers() const { return fake_workers_; }
  // The program's process; null if it could not be opened or has not been opened yet.
  HANDLE process_of(std::uint32_t program) const { return is_actor(program) ? actors_[program]->process() : known_[program].process.get(); }
  // The programs that contain the probe, have begun to run, and have not ended.
  std::vector<std::uint32_t> watched();

  // Measures the CPU time of these programs if that is due (ProcessorTime::is_due). Returns false if it is not.
  bool look_at_time(std::uint64_t between_ms, std::uint64_t rests);
  // The results up to the last scan.
  const ProcessorTime& time() const { return time_; }

  // Whether the program's process object is Signaled. The first time that it is, this adds an event to the run.
  bool ended(std::uint32_t program);
  // Whether every actor has ended.
  bool over();

  // Ends the run if it has reached a limit. Returns true from then on, and after end(). The limits are for CPU time, and for time in which
  // the stage itself ran: a machine that sleeps, or is too busy to run the stage, uses up neither.
  bool limits_reached();
  // Ends the run because of one actor or, with kEverybody, because of all that are still running. Does nothing if the run has already
  // ended.
  void end(Verdict why, std::uint32_t because_of = kEverybody);
  // Counts a call by the actor that is about to fail because it would never return. Returns false if there were too many.
  bool may_fail_call(std::uint32_t actor);

  // Call this before the fake worker is released.
  void note_release(std::uint32_t program) { known_[program].released = true; }

  // Terminates everything that is still running, and returns how every program ended.
  Ended finish();

 private:
  struct Known {  // what the stage knows about a program, outside the shared record
    win32::Handle process;
    bool signaled = false;
    bool attached = false;
    bool released = false;
    std::uint32_t failed_calls = 0;
    Verdict verdict = Verdict::kNone;
  };

  // Adds the time since the last call, but at most kMostCountedMs.
  void count_time();
  // A number that changes when anything in the run makes progress.
  std::uint64_t progress() const;
  // Whether the actor, or a program that it started, prints and does nothing else. Which limit such a program reaches first depends on the
  // machine and says nothing about the program.
  bool prints_on(std::uint32_t actor) const;
  // The CPU time that the actor and the programs that it has started have used, without the time for printing.
  std::uint32_t cpu_ms(std::uint32_t actor) const;

  const scenario::Assignment& run_;
  const scenario::Scenario& scenario_;
  SharedRecord& record_;
  wire::Wire& wire_;
  std::vector<Known> known_;
  std::vector<int> fake_workers_;
  std::vector<std::unique_ptr<Actor>> actors_;
  ProcessorTime time_;
  std::uint64_t counted_at_ms_ = 0;               // when count_time() was last called, on the system's clock
  std::uint64_t played_ms_ = 0, stalled_ms_ = 0;  // counted time since the start, and since the last progress
  std::uint64_t progress_ = 0;
  bool stopped_ = false;        // by end()
  std::uint64_t trespass_ = 0;  // the first one that a probe reported; the program under test may overwrite the record later
};

}  // namespace lab::stage
