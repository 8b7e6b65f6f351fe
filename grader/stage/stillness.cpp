// Stillness: when it is certain that nothing in the run will happen by itself any more, and what the stage does then.
//
// A thread that has marked itself as blocked may be about to go on, because what it waits for has just become signaled. Whether a process
// of the run is signaled the stage can see. Of any other object only the waiting thread itself can tell, so it is asked: it answers from
// inside its wait, which shows that the wait has not been satisfied. If every thread is blocked, all have answered, and no moment of the
// run has passed meanwhile, nothing is left that could signal anything.
#include <algorithm>

#include "probe/slots.h"
#include "probe/wire_note.h"
#include "stage/director.h"

namespace lab::stage {
namespace {

constexpr DWORD kThreadEndMs = 100;
constexpr std::uint32_t kMostFailedCalls = 8;
constexpr std::uint32_t kMostExpiredReads = 20;

bool is_parked(const wire::Thread& thread) {
  return thread.stand == wire::Stand::kBlocked && (thread.why == wire::Why::kAskedOften || thread.why == wire::Why::kSleptOften);
}

}  // namespace

// A read that stands still goes on as soon as there is something for it.
void Director::nudge_reader(wire::Thread& thread) {
  if ((thread.why == wire::Why::kRead || thread.why == wire::Why::kTimedRead) && is_readable(wire_, thread)) say(thread, wire::Word::kGoOn);
}

bool Director::still() {
  const std::uint64_t order = wire_.order;
  const auto programs = std::min<std::uint32_t>(wire_.program_count, wire::kMaxPrograms);
  bool foreign_runs = false;
  bool standin_held = false;
  for (std::uint32_t i = 0; i < programs; ++i) {
    const wire::Program& program = wire_.programs[i];
    if (!program.ready || !program.opened) return false;
    if (ended(i)) continue;
    switch (program.role) {
      case wire::Role::kStandin:
        standin_held = standin_held || held(i);
        break;
      case wire::Role::kForeign:
        foreign_runs = true;
        break;
      case wire::Role::kActor:
      case wire::Role::kChild:
      case wire::Role::kPeer:
        if (program.detached || (!program.attached && !program.suspended)) return false;
        break;
    }
  }
  // A program that nobody watches may end at any time. Letting a stand-in end meanwhile takes nothing away: a real one might, too.
  if (foreign_runs && !standin_held) return false;
  for (const auto& registered : wire_.registered)
    if (registered.state == 3 ||
        (registered.state == 1 && registered.program >= 0 && ended(static_cast<std::uint32_t>(registered.program))))
      return false;

  std::vector<wire::Thread*> to_ask;
  for (wire::Thread& thread : wire_.threads)
    if (!thread_stands(thread, to_ask)) return false;
  return confirm(to_ask) && wire_.order == order;
}

// Whether the thread stands still as far as can be seen from outside; adds it to those that must be asked.
bool Director::thread_stands(wire::Thread& thread, std::vector<wire::Thread*>& to_ask) {
  const wire::Stand stand = thread.stand;
  if (stand == wire::Stand::kFree || stand == wire::Stand::kSuspended) return true;
  if (ended(thread.program)) {
    thread.stand = wire::Stand::kFree;
    return true;
  }
  if (stand == wire::Stand::kRunning) return false;
  if (stand == wire::Stand::kExiting) {
    // Its thread object becomes signaled a little later than it says good-bye, and others may wait for that.
    const win32::Handle handle(OpenThread(SYNCHRONIZE, FALSE, thread.tid));
    if (handle && WaitForSingleObject(handle.get(), kThreadEndMs) != WAIT_OBJECT_0) return false;
    thread.stand = wire::Stand::kFree;
    return true;
  }
  if (thread.why == wire::Why::kOpenGate || thread.why == wire::Why::kStartGate || thread.why == wire::Why::kSlotGate) return false;
  if (!wire::stands_untold(thread)) return false;  // has been told something and is about to act on it, or does so already
  if ((thread.why == wire::Why::kRead || thread.why == wire::Why::kTimedRead) && is_readable(wire_, thread)) return false;
  bool ask = thread.alertable != 0;
  for (std::uint32_t i = 0; i < thread.object_count && i < wire::kMaxWaitObjects; ++i) {
    const wire::ObjectRef& object = thread.objects[i];
    const bool watched =
        object.kind == wire::Kind::kProcess && object.program >= 0 && object.program < static_cast<int>(wire::kMaxPrograms);
    if (!watched)
      ask = true;
    else if (ended(static_cast<std::uint32_t>(object.program)))
      return false;
  }
  if (ask && thread.why != wire::Why::kOpaqueWait) to_ask.push_back(&thread);
  return true;
}

bool Director::confirm(const std::vector<wire::Thread*>& threads) {
  for (wire::Thread* thread : threads) {
    const std::uint32_t block = thread->block;
    const std::uint32_t answered = thread->answered;
    if (thread->stand != wire::Stand::kBlocked) return false;
    say(*thread, wire::Word::kStillThere);
    while (thread->answered == answered) {
      if (thread->stand != wire::Stand::kBlocked || thread->block != block || over() || limits_reached()) return false;
      await_wake(kTickMs);
    }
  }
  return true;
}

void Director::act() {
  if (expire_earliest(wire::Why::kTimedWait)) return;
  if (!asked_go_on_) {
    asked_go_on_ = true;
    const bool askers = let_askers_go();
    if (expire_earliest(wire::Why::kSleptOften) || askers) return;
  }
  if (do_next_step()) {
    asked_go_on_ = false;
    return;
  }
  // On the hurried clock a stand-in stays until an hour has passed; when nothing else can run, the hour passes.
  if (const int next = next_to_release(); next >= 0) {
    if (scenario_.hurried && wire_.clock_us < wire::kHurriedHourUs) wire_.clock_us = wire::kHurriedHourUs;
    wire::note(wire_, wire::NoteKind::kStill, -1);
    release(next);
    asked_go_on_ = false;
    return;
  }
  if (let_askers_go() || expire_earliest(wire::Why::kSleptOften)) return;
  if (expired_reads_ < kMostExpiredReads && expire_earliest(wire::Why::kTimedRead)) {
    ++expired_reads_;
    return;
  }
  fail_blocked();
}

// The program that the stage started to which the thread belongs, by itself or as a child's.
std::uint32_t Director::actor_of(const wire::Thread& thread) const {
  std::uint32_t program = thread.program;
  for (std::uint32_t hops = 0; !is_actor(program) && hops < wire::kMaxPrograms; ++hops) {
    const std::int32_t parent = program < wire::kMaxPrograms ? wire_.programs[program].parent : 0;
    program = parent < 0 ? 0 : static_cast<std::uint32_t>(parent);
  }
  return is_actor(program) ? program : 0;
}

// The wait whose time-out ends first expires, and the run's clock moves to that moment.
bool Director::expire_earliest(wire::Why why) {
  wire::Thread* earliest = nullptr;
  for (wire::Thread& thread : wire_.threads)
    if (thread.stand == wire::Stand::kBlocked && thread.why == why && (!earliest || thread.deadline_us < earliest->deadline_us))
      earliest = &thread;
  if (!earliest) return false;
  if (earliest->sleeps >= wire::kEndlessSleeps)
    end(Verdict::kLoop, actor_of(*earliest));
  else
    say(*earliest, wire::Word::kExpire);
  return true;
}

// Those who asked many times get their next answer.
bool Director::let_askers_go() {
  bool any = false;
  for (wire::Thread& thread : wire_.threads) {
    if (thread.stand != wire::Stand::kBlocked || thread.why != wire::Why::kAskedOften) continue;
    any = true;
    const auto about = static_cast<std::uint32_t>(thread.about);
    const bool about_program = about < wire::kMaxPrograms && wire_.programs[about].answers >= wire::kEndlessAnswers;
    if (about_program || thread.vain >= wire::kEndlessAnswers || thread.expired >= wire::kEndlessAnswers)
      end(Verdict::kLoop, actor_of(thread));
    else
      say(thread, wire::Word::kGoOn);
  }
  return any;
}

// The stand-in that ends next, or -1: in the scenario's order; where the program has not started that many, whichever is held.
int Director::next_to_release() {
  for (const int start : scenario_.release) {
    if (start < 1 || start > static_cast<int>(starts_.size())) continue;
    const int program = starts_[static_cast<std::size_t>(start - 1)];
    if (held(static_cast<std::uint32_t>(program))) return program;
  }
  for (const int program : starts_)
    if (held(static_cast<std::uint32_t>(program))) return program;
  return -1;
}

// Every thread waits for something that can never come. The first such call of the program under test is failed, so that the program
// can end by itself and show what it has printed; one that goes on waiting all the same is ended.
void Director::fail_blocked() {
  for (wire::Thread& thread : wire_.threads) {
    if (thread.stand != wire::Stand::kBlocked || thread.why == wire::Why::kOpaqueWait || is_parked(thread)) continue;
    const std::uint32_t actor = actor_of(thread);
    if (known_[actor].failed_calls++ >= kMostFailedCalls) {
      end(Verdict::kBlocked, actor);
      return;
    }
    say(thread, wire::Word::kFail);
    return;
  }
  end(Verdict::kBlocked);
}

}  // namespace lab::stage
