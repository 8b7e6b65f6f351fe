// Makes threads wait for their objects and for the stage's commands at the same time.
#include "probe/blocking.h"

#include "probe/imports.h"
#include "probe/output.h"
#include "probe/recorder.h"

namespace lab::probe {
namespace {

using wire::Command;
using wire::ThreadState;
using wire::WaitReason;

HANDLE park_events[wire::kMaxThreads];

HANDLE park_event(wire::Thread* slot) {
  const auto number = static_cast<std::uint32_t>(slot - run->threads);
  if (!park_events[number]) {
    wchar_t name[128];
    wire::object_name(name, run_key, wire::kParkSuffix, number);
    park_events[number] = CreateEventW(nullptr, FALSE, FALSE, name);
  }
  return park_events[number];
}

// Only threads that wait for input need user32.dll, which most programs do not load.
DWORD wait_with_input(DWORD count, const HANDLE* handles, DWORD ms, const Block& block) {
  const auto wait = system_function<decltype(MsgWaitForMultipleObjectsEx)>(L"user32.dll", "MsgWaitForMultipleObjectsEx");
  const DWORD flags = (block.alertable ? MWMO_ALERTABLE : 0) | (block.seen_input ? MWMO_INPUTAVAILABLE : 0);
  return wait ? wait(count, handles, ms, block.input, flags) : WAIT_FAILED;
}

DWORD wait_once(DWORD count, const HANDLE* handles, DWORD ms, const Block& block) {
  return block.input ? wait_with_input(count, handles, ms, block) : WaitForMultipleObjectsEx(count, handles, FALSE, ms, block.alertable);
}

// Whether something that has no handle has arrived.
bool has_come(const Block& block) { return block.look() || (block.input && wait_with_input(0, nullptr, 0, block) == WAIT_OBJECT_0); }

// How long a thread waits before it checks again: only briefly at first, because most waits are short.
class Pause {
 public:
  explicit Pause(bool looks) : ms_(looks ? 1 : INFINITE) {}
  DWORD next() {
    constexpr DWORD kLongestMs = 16;
    const DWORD now = ms_;
    if (ms_ < kLongestMs) ms_ *= 2;
    return now;
  }

 private:
  DWORD ms_;
};

// Waits without the stage; for a pool's thread, which the stage does not count.
Woken block_uncounted(const Block& block) {
  Pause pause(block.look.call != nullptr);
  for (;;) {
    const DWORD ms = pause.next();
    if (block.count == 0 && !block.input && !block.look.call) return {Wake::kFailed, 0};
    DWORD answer = WAIT_TIMEOUT;
    if (block.count || block.input)
      answer = wait_once(block.count, block.handles, ms, block);
    else
      answer = SleepEx(ms, block.alertable) == WAIT_IO_COMPLETION ? WAIT_IO_COMPLETION : WAIT_TIMEOUT;
    if (answer == WAIT_IO_COMPLETION) return {Wake::kApc, 0};
    if (answer == WAIT_FAILED) return {Wake::kFailed, 0};
    if (answer != WAIT_TIMEOUT) return {Wake::kObject, answer};
    if (block.look()) return {Wake::kObject, block.count};
  }
}

std::uint64_t show_as_blocked(wire::Thread& slot, const Block& block) {
  for (DWORD i = 0; i < block.object_count; ++i) slot.objects[i] = block.objects[i];
  slot.object_count = block.object_count;
  slot.must_ask = block.alertable || block.input || block.look.call || block.count > block.object_count;
  slot.reason = block.reason;
  slot.about = block.about;
  slot.deadline_us = block.deadline_us;
  // Discards a command that arrived while the last block ended. The thread may already have been woken for it, so it would never be
  // cleared.
  slot.command.store(0);
  const std::uint64_t number = slot.block.fetch_add(1) + 1;
  slot.state = ThreadState::kBlocked;
  wake_stage();
  return number;
}

// Whether the command ends the block, and how. After kNone and kConfirm, the thread keeps waiting.
bool is_ended_by(Command command, Woken& woken) {
  switch (command) {
    case Command::kGoOn:
      woken = {Wake::kGoOn, 0};
      return true;
    case Command::kExpire:
      woken = {Wake::kExpired, 0};
      return true;
    case Command::kFail:
      woken = {Wake::kFailed, kByStage};
      return true;
    case Command::kCancel:
      woken = {Wake::kFailed, kCancelled};
      return true;
    case Command::kConfirm:
    case Command::kNone:
      break;
  }
  return false;
}

}  // namespace

Woken block_thread(const Block& block) {
  flush_output();
  wire::Thread* slot = current_thread();
  if (!slot) return block_uncounted(block);
  HANDLE watched[kMostWatched + 1];
  for (DWORD i = 0; i < block.count; ++i) watched[i] = block.handles[i];
  watched[block.count] = park_event(slot);
  const std::uint64_t number = show_as_blocked(*slot, block);
  Pause pause(block.look.call != nullptr);
  Woken woken{Wake::kFailed, 0};
  for (;;) {
    const DWORD answer = wait_once(block.count + 1, watched, pause.next(), block);
    if (answer == WAIT_IO_COMPLETION) {
      woken = {Wake::kApc, 0};
      break;
    }
    if (answer == WAIT_OBJECT_0 + block.count + 1) {
      woken = {Wake::kObject, block.count};
      break;
    }
    if (answer != WAIT_TIMEOUT && answer != WAIT_OBJECT_0 + block.count) {
      woken = answer == WAIT_FAILED ? Woken{Wake::kFailed, 0} : Woken{Wake::kObject, answer};
      break;
    }
    // The command is read before the check, so that the answer to the stage is never older than its question.
    std::uint64_t said = slot->command.load();
    if (has_come(block)) {
      woken = {Wake::kObject, block.count};
      break;
    }
    if (said == 0) continue;
    // A command to continue is cleared last: as long as it is set, the stage knows that this thread is about to continue. Any other command
    // is cleared before it is answered, and only if no new command has replaced it.
    const auto command = said >> 32 == number ? static_cast<Command>(said & 0xFFFFFFFF) : Command::kNone;
    if (is_ended_by(command, woken)) {
      slot->state = ThreadState::kRunning;
      slot->command.store(0);
      return woken;
    }
    slot->command.compare_exchange_strong(said, 0);
    if (command == Command::kConfirm) slot->answered.fetch_add(1);
    wake_stage();
  }
  slot->state = ThreadState::kRunning;
  return woken;
}

Woken block_thread_for(DWORD ms, Block block) {
  if (ms == INFINITE) return block_thread(block);
  wire::Thread* slot = current_thread();
  const bool idle = slot && ++slot->sleeps > wire::kIdleSleeps;
  block.reason = idle ? WaitReason::kSleptOften : WaitReason::kTimedWait;
  block.deadline_us = clock_us() + static_cast<std::int64_t>(ms) * 1000;
  Woken woken = block_thread(block);
  if (woken.how == Wake::kExpired || woken.how == Wake::kGoOn) {
    advance_clock_to(block.deadline_us);
    woken.how = Wake::kExpired;
  }
  return woken;
}

bool wake_cancelled(wire::Thread& thread) {
  if (thread.state != ThreadState::kBlocked) return false;
  thread.command = (static_cast<std::uint64_t>(thread.block.load()) << 32) | static_cast<std::uint64_t>(Command::kCancel);
  SetEvent(park_event(&thread));
  return true;
}

void record_failed(wire::Api api) { Recorded(api).flag(wire::kFailedByStage).done(0, true); }

}  // namespace lab::probe
