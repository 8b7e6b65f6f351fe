// Checks programs and threads, and asks threads whether they still wait.
#include "stage/quiescence.h"

#include <algorithm>

namespace lab::stage {
namespace {

constexpr DWORD kThreadEndMs = 100;

}  // namespace

Quiescence::Quiescence(SharedRecord& record, Programs& programs, FakeWorkers& fake_workers)
    : record_(record), wire_(record.wire()), programs_(programs), fake_workers_(fake_workers) {}

bool Quiescence::reached(bool standstill) {
  const std::uint64_t order = wire_.order;
  if (!are_programs_watched(standstill) || (is_callback_due() && !standstill)) return false;
  std::vector<wire::Thread*> to_ask;
  for (wire::Thread& thread : wire_.threads) {
    const bool running = thread.state == wire::ThreadState::kRunning || thread.state == wire::ThreadState::kExiting;
    if (!(standstill && running) && !is_quiescent(thread, to_ask)) return false;
  }
  return confirm(to_ask) && wire_.order == order;
}

bool Quiescence::are_programs_watched(bool standstill) {
  const auto count = std::min<std::uint32_t>(wire_.program_count, wire::kMaxPrograms);
  bool foreign_runs = false;
  bool worker_held = false;
  for (std::uint32_t i = 0; i < count; ++i) {
    const wire::Program& program = wire_.programs[i];
    if (!program.ready || !program.opened) return false;
    if (programs_.ended(i)) continue;
    switch (program.role) {
      case wire::Role::kStandin:
        worker_held = worker_held || fake_workers_.is_held(i);
        break;
      case wire::Role::kForeign:
        foreign_runs = true;
        break;
      case wire::Role::kActor:
      case wire::Role::kChild:
      case wire::Role::kPeer:
        if (!standstill && (program.detached || program.callbacks_due)) return false;
        if (!program.attached && !program.suspended) return false;
        break;
    }
  }
  // A program that the stage cannot watch may end at any time. Releasing a fake worker in the meantime does no harm: a real one might end
  // then, too.
  return !foreign_runs || worker_held;
}

bool Quiescence::is_callback_due() {
  using State = wire::Wire::Registered::State;
  for (const auto& registered : wire_.registered)
    if (registered.state == State::kDue ||
        (registered.state == State::kWaiting && registered.program >= 0 && programs_.ended(static_cast<std::uint32_t>(registered.program))))
      return true;
  return false;
}

bool Quiescence::is_quiescent(wire::Thread& thread, std::vector<wire::Thread*>& to_ask) {
  const wire::ThreadState state = thread.state;
  if (state == wire::ThreadState::kFree || state == wire::ThreadState::kSuspended) return true;
  if (programs_.ended(thread.program)) {
    thread.state = wire::ThreadState::kFree;
    return true;
  }
  if (state == wire::ThreadState::kRunning) return false;
  if (state == wire::ThreadState::kExiting) {
    // Its thread object becomes Signaled a little after the thread has reported that it is exiting, and other threads may wait for that.
    const win32::Handle handle(OpenThread(SYNCHRONIZE, FALSE, thread.tid));
    if (handle && WaitForSingleObject(handle.get(), kThreadEndMs) != WAIT_OBJECT_0) return false;
    thread.state = wire::ThreadState::kFree;
    return true;
  }
  if (thread.reason == wire::WaitReason::kOpenGate || thread.reason == wire::WaitReason::kStartGate ||
      thread.reason == wire::WaitReason::kSlotGate)
    return false;
  if (!wire::awaits_command(thread)) return false;  // it has a command and is about to carry it out, or is doing so
  bool ask = thread.must_ask != 0;
  for (std::uint32_t i = 0; i < thread.object_count && i < wire::kMaxWaitObjects; ++i) {
    const wire::ObjectRef& object = thread.objects[i];
    const bool watched =
        object.kind == wire::Kind::kProcess && object.program >= 0 && object.program < static_cast<int>(wire::kMaxPrograms);
    if (!watched)
      ask = true;
    else if (programs_.ended(static_cast<std::uint32_t>(object.program)))
      return false;
  }
  if (ask) to_ask.push_back(&thread);
  return true;
}

bool Quiescence::confirm(const std::vector<wire::Thread*>& threads) {
  for (wire::Thread* thread : threads) {
    const std::uint32_t block = thread->block;
    const std::uint32_t answered = thread->answered;
    if (thread->state != wire::ThreadState::kBlocked) return false;
    record_.send(*thread, wire::Command::kConfirm);
    while (thread->answered == answered) {
      if (thread->state != wire::ThreadState::kBlocked || thread->block != block || programs_.over() || programs_.limits_reached())
        return false;
      programs_.await_wake(kTickMs);
    }
  }
  return true;
}

}  // namespace lab::stage
