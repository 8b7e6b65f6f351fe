// Counts answers and sleeps, so that a program that polls sees the same events in the same order every time.
#include "probe/answers.h"

#include "probe/blocking.h"
#include "probe/recorder.h"
#include "probe/threads.h"
#include "probe/timers.h"
#include "probe/wire_event.h"

namespace lab::probe {

void await_leave_to_ask(std::int32_t program) {
  const LastErrorKept kept;
  const std::uint32_t answers = run->programs[program].answers;
  const bool hurried = run->plan.hurried != 0;
  const std::uint32_t patience = hurried ? wire::kHurriedAnswers : wire::kPatientAnswers;
  const bool hour_passed = hurried && answers && clock_us() >= wire::kHurriedHourUs;
  if (hour_passed || (answers && answers % patience == 0)) block_thread({.reason = wire::WaitReason::kAskedOften, .about = program});
}

void await_recorded_end(const wire::ObjectRef& object) {
  // The stage is waiting for exactly this end. If the stage has been terminated in the meantime, the recording no longer matters.
  constexpr DWORD kLongEnoughMs = 5000;
  if (object.program < 0 || object.program == self) return;
  const LastErrorKept kept;
  const wire::Program& program = run->programs[object.program];
  const DWORD began = GetTickCount();
  await([&] {
    const bool on_its_way = program.role == wire::Role::kStandin && program.released && !program.gone;
    return !on_its_way || GetTickCount() - began >= kLongEnoughMs;
  });
}

void count_not_yet(std::int32_t program, bool spins) {
  wire::Program& about = run->programs[program];
  about.answers.fetch_add(1);
  if (!spins) {
    about.spin_row = 0;
    return;
  }
  const std::uint32_t row = about.spin_row.fetch_add(1);
  const std::int64_t now = clock_us();
  about.spin_clock[row % wire::kSpinAnswers] = now;
  if (row + 1 < wire::kSpinAnswers || about.spun) return;
  const std::int64_t first = about.spin_clock[(row + 1) % wire::kSpinAnswers];
  if (now - first <= wire::kSpinWithinUs && about.spun.exchange(1) == 0)
    wire::add_event(*run, wire::EventKind::kSpinning, program, self, row + 1);
}

void count_answer(std::int32_t program) {
  run->programs[program].answers = 0;
  run->programs[program].spin_row = 0;
}

void await_main_thread_end(const wire::ObjectRef& object, HANDLE thread) {
  constexpr DWORD kLongEnoughMs = 5000;
  const LastErrorKept kept;
  if (object.kind == wire::Kind::kThread && object.program >= 0 && run->programs[object.program].role == wire::Role::kStandin &&
      !run->programs[object.program].suspended)
    WaitForSingleObject(thread, kLongEnoughMs);
}

bool sleep_on_run_clock(std::int64_t us, bool alertable) {
  const LastErrorKept kept;
  wire::Thread* slot = current_thread();
  const std::int64_t deadline = clock_us() + us;
  const bool often = slot && ++slot->sleeps > wire::kIdleSleeps;
  const bool timer_comes_first = slot && is_timer_due_by(deadline);
  if (often || timer_comes_first) {
    const auto reason = often ? wire::WaitReason::kSleptOften : wire::WaitReason::kTimedWait;
    if (block_thread({.reason = reason, .deadline_us = deadline, .alertable = alertable}).how == Wake::kApc) return true;
  }
  if (timer_comes_first)
    advance_clock_to(deadline);
  else
    advance_clock(us);
  SwitchToThread();
  return false;
}

void count_look() {
  constexpr std::uint32_t kFreeLooks = 1000;
  constexpr std::int64_t kLookUs = 1000;
  static std::atomic<std::uint32_t> looks{0};
  if (looks.fetch_add(1) >= kFreeLooks) advance_clock(kLookUs);
}

void await_leave_to_look() {
  const LastErrorKept kept;
  const wire::Thread* slot = current_thread();
  if (!slot) return;
  const bool often = slot->vain && slot->vain % wire::kVainAsks == 0;
  const bool hurried = run->plan.hurried && slot->expired && slot->expired % wire::kHurriedReads == 0;
  if (often || hurried) block_thread({.reason = wire::WaitReason::kAskedOften});
}

void count_vain() {
  if (wire::Thread* slot = current_thread()) ++slot->vain;
}

void count_find() {
  if (wire::Thread* slot = current_thread()) slot->vain = slot->expired = slot->sleeps = 0;
}

DWORD ordered_fault(wire::Api api, const wchar_t* target) {
  for (std::uint32_t i = 0; i < run->plan.fault_count && i < wire::kMaxFaults; ++i) {
    wire::Fault& fault = run->plan.faults[i];
    if (fault.api != api || (*fault.target && CompareStringOrdinal(fault.target, -1, target, -1, TRUE) != CSTR_EQUAL)) continue;
    if (fault.seen.fetch_add(1) + 1 == fault.nth) return fault.error;
  }
  return 0;
}

void count_deed() {
  if (wire::Thread* slot = current_thread()) slot->sleeps = 0;
}

}  // namespace lab::probe
