// Quiescence: when it is certain that nothing in the run will happen by itself any more, and what the stage does then.
//
// A thread that has marked itself as blocked may be about to go on, because what it waits for has just become signaled. Whether a process
// of the run is signaled the stage can see. Of any other object only the waiting thread itself can tell, so it is asked: it answers from
// inside its wait, which shows that the wait has not been satisfied. If every thread is blocked, all have answered, and no moment of the
// run has passed meanwhile, nothing is left that could signal anything.
#include <algorithm>

#include "probe/slots.h"
#include "probe/wire_event.h"
#include "stage/director.h"

namespace lab::stage {
namespace {

constexpr DWORD kThreadEndMs = 100;
constexpr std::uint32_t kMostFailedCalls = 8;
constexpr std::uint32_t kMostExpiredReads = 20;

bool is_parked(const wire::Thread& thread) {
  return thread.state == wire::ThreadState::kBlocked &&
         (thread.reason == wire::WaitReason::kAskedOften || thread.reason == wire::WaitReason::kSleptOften);
}

}  // namespace

// A read that is blocked goes on as soon as there is something for it.
void Director::nudge_reader(wire::Thread& thread) {
  if ((thread.reason == wire::WaitReason::kRead || thread.reason == wire::WaitReason::kTimedRead) && is_readable(wire_, thread))
    send(thread, wire::Command::kGoOn);
}

bool Director::quiescent() {
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
  // A program that nobody watches may end at any time. Letting a fake worker end meanwhile takes nothing away: a real one might, too.
  if (foreign_runs && !standin_held) return false;
  for (const auto& registered : wire_.registered)
    if (registered.state == 3 ||
        (registered.state == 1 && registered.program >= 0 && ended(static_cast<std::uint32_t>(registered.program))))
      return false;

  std::vector<wire::Thread*> to_ask;
  for (wire::Thread& thread : wire_.threads)
    if (!is_quiescent(thread, to_ask)) return false;
  return confirm(to_ask) && wire_.order == order;
}

// Whether the thread is quiescent as far as can be seen from outside; adds it to those that must be asked.
bool Director::is_quiescent(wire::Thread& thread, std::vector<wire::Thread*>& to_ask) {
  const wire::ThreadState state = thread.state;
  if (state == wire::ThreadState::kFree || state == wire::ThreadState::kSuspended) return true;
  if (ended(thread.program)) {
    thread.state = wire::ThreadState::kFree;
    return true;
  }
  if (state == wire::ThreadState::kRunning) return false;
  if (state == wire::ThreadState::kExiting) {
    // Its thread object becomes signaled a little later than it says good-bye, and others may wait for that.
    const win32::Handle handle(OpenThread(SYNCHRONIZE, FALSE, thread.tid));
    if (handle && WaitForSingleObject(handle.get(), kThreadEndMs) != WAIT_OBJECT_0) return false;
    thread.state = wire::ThreadState::kFree;
    return true;
  }
  if (thread.reason == wire::WaitReason::kOpenGate || thread.reason == wire::WaitReason::kStartGate ||
      thread.reason == wire::WaitReason::kSlotGate)
    return false;
  if (!wire::awaits_command(thread)) return false;  // has been told something and is about to act on it, or does so already
  if ((thread.reason == wire::WaitReason::kRead || thread.reason == wire::WaitReason::kTimedRead) && is_readable(wire_, thread))
    return false;
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
  if (ask && thread.reason != wire::WaitReason::kOpaqueWait) to_ask.push_back(&thread);
  return true;
}

bool Director::confirm(const std::vector<wire::Thread*>& threads) {
  for (wire::Thread* thread : threads) {
    const std::uint32_t block = thread->block;
    const std::uint32_t answered = thread->answered;
    if (thread->state != wire::ThreadState::kBlocked) return false;
    send(*thread, wire::Command::kConfirm);
    while (thread->answered == answered) {
      if (thread->state != wire::ThreadState::kBlocked || thread->block != block || over() || limits_reached()) return false;
      await_wake(kTickMs);
    }
  }
  return true;
}

void Director::act() {
  if (expire_earliest(wire::WaitReason::kTimedWait)) return;
  if (!asked_go_on_) {
    asked_go_on_ = true;
    const bool askers = let_askers_go();
    if (expire_earliest(wire::WaitReason::kSleptOften) || askers) return;
  }
  if (do_next_step()) {
    asked_go_on_ = false;
    return;
  }
  // On the hurried clock a fake worker stays until an hour has passed; when nothing else can run, the hour passes.
  if (const int next = next_to_release(); next >= 0) {
    if (scenario_.hurried && wire_.clock_us < wire::kHurriedHourUs) wire_.clock_us = wire::kHurriedHourUs;
    wire::add_event(wire_, wire::EventKind::kStill, -1);
    release(next);
    asked_go_on_ = false;
    return;
  }
  if (let_askers_go() || expire_earliest(wire::WaitReason::kSleptOften)) return;
  if (expired_reads_ < kMostExpiredReads && expire_earliest(wire::WaitReason::kTimedRead)) {
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
bool Director::expire_earliest(wire::WaitReason reason) {
  wire::Thread* earliest = nullptr;
  for (wire::Thread& thread : wire_.threads)
    if (thread.state == wire::ThreadState::kBlocked && thread.reason == reason && (!earliest || thread.deadline_us < earliest->deadline_us))
      earliest = &thread;
  if (!earliest) return false;
  if (earliest->sleeps >= wire::kEndlessSleeps)
    end(Verdict::kLoop, actor_of(*earliest));
  else
    send(*earliest, wire::Command::kExpire);
  return true;
}

// Those who asked many times get their next answer.
bool Director::let_askers_go() {
  bool any = false;
  for (wire::Thread& thread : wire_.threads) {
    if (thread.state != wire::ThreadState::kBlocked || thread.reason != wire::WaitReason::kAskedOften) continue;
    any = true;
    const auto about = static_cast<std::uint32_t>(thread.about);
    const bool about_program = about < wire::kMaxPrograms && wire_.programs[about].answers >= wire::kEndlessAnswers;
    if (about_program || thread.vain >= wire::kEndlessAnswers || thread.expired >= wire::kEndlessAnswers)
      end(Verdict::kLoop, actor_of(thread));
    else
      send(thread, wire::Command::kGoOn);
  }
  return any;
}

// The fake worker that ends next, or -1: in the scenario's order; where the program has not started that many, whichever is held.
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
    if (thread.state != wire::ThreadState::kBlocked || thread.reason == wire::WaitReason::kOpaqueWait || is_parked(thread)) continue;
    const std::uint32_t actor = actor_of(thread);
    if (known_[actor].failed_calls++ >= kMostFailedCalls) {
      end(Verdict::kBlocked, actor);
      return;
    }
    send(thread, wire::Command::kFail);
    return;
  }
  end(Verdict::kBlocked);
}

}  // namespace lab::stage
