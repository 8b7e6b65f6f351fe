// Matchers for what a program did with its handles to mailslots.
#include <map>

#include "checks/handle_use.h"
#include "checks/mail_matchers.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

constexpr trace::Words kWhichLineCloses{
    .en =
        "Follow your program from the call that returned this handle to that last step and on to the end: which line closes the handle "
        "with CloseHandle?",
    .ko = "이 핸들을 반환한 호출에서 마지막 동작까지, 그리고 프로그램의 끝까지 따라가 보세요. 어느 줄이 CloseHandle로 이 핸들을 닫나요?"};

constexpr ReasonTable kReasons{{
    // Handles. slot: the mailslot's name.
    {.id = "slot_left_open",
     .step_of = StepOf::kCheck,
     .hint = kWhichLineCloses,
     .en = "The handle of the mailslot {slot} was still open when the program ended with exit code {exit_code:code}. Its last recorded "
           "step: {last}.",
     .ko = "프로그램이 종료 코드 {exit_code:code}으로/로 종료될 때 메일슬롯 {slot}의 핸들이 아직 열려 있었습니다. 마지막으로 기록된 동작: "
           "{last}."},
    {.id = "writers_end_left_open",
     .step_of = StepOf::kCheck,
     .hint = kWhichLineCloses,
     .en = "The handle for writing to the mailslot {slot} was still open when the program ended with exit code {exit_code:code}. Its last "
           "recorded step: {last}.",
     .ko = "프로그램이 종료 코드 {exit_code:code}으로/로 종료될 때 메일슬롯 {slot}의 쓰기용 핸들이 아직 열려 있었습니다. 마지막으로 기록된 "
           "동작: {last}."},
    {.id = "writers_ends_left_open",
     .hint = {.en =
                  "What happens to the handle that this line opens when you open the next one? After which call do you no longer need it?",
              .ko = "이 줄에서 연 핸들은 다음 핸들을 열 때 어떻게 되나요? 어느 호출이 끝나면 더는 필요하지 않나요?"},
     .en = "The program opened the mailslot {slot} for writing {opened} times and closed {closed} of these handles. Every successful "
           "CreateFile opens a new handle, which the program must close.",
     .ko = "메일슬롯 {slot}을/를 쓰기용으로 {opened}번 열었는데 닫은 핸들은 {closed}개입니다. CreateFile은 성공할 때마다 새 핸들을 열고, "
           "프로그램은 그 핸들을 닫아야 합니다."},
    {.id = "closed_no_handle",
     .hint = kWhatIsClosed,
     .en = "{call} was passed a value that is not a handle, such as the address of a handle or the return value of a function that does "
           "not return a handle.",
     .ko = "핸들이 아닌 값을 {call}에 넘겼습니다. 예를 들어 핸들의 주소나, 핸들을 반환하지 않는 함수의 반환값을 넘겼을 수 있습니다."},
}};

using trace::Object;

struct SlotHandle {
  std::string slot;
  bool receiver;  // true: the receiver's end; false: a writer's
  std::uint64_t opened_at = 0;
  HandleUse use = {};
};

std::string slot_name(const Run& run, int slot) {
  return slot >= 0 && slot < static_cast<int>(run.slots.size()) ? run.slots[static_cast<std::size_t>(slot)].name : "?";
}

// The handles that CreateMailslot, CreateFile and DuplicateHandle returned, by serial number.
std::map<int, SlotHandle> slot_handles(const Run& run) {
  std::map<int, SlotHandle> lives;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest) continue;
    const bool duplicates = call.api == Api::kDuplicateHandle && !call.on.empty() && call.on[0].slot >= 0;
    const bool makes = (call.api == Api::kCreateMailslot || call.api == Api::kCreateFile) && call.slot && succeeded(call);
    if (makes)
      for (const int handle : call.handles)
        lives[handle] = {slot_name(run, *call.slot), call.api == Api::kCreateMailslot, call.begin.order};
    if (duplicates)
      for (const int handle : call.handles)
        lives[handle] = {slot_name(run, call.on[0].slot), call.on[0].kind == Object::Kind::kMailslot, call.begin.order};
    take_use(call, lives);
  }
  return lives;
}

// `left`: a handle in `handles` that the program did not close.
Because left_open(const Run& run, const std::map<int, SlotHandle>& handles, const SlotHandle& left) {
  int opened = 0, closed = 0;
  for (const auto& [serial, handle] : handles)
    if (!handle.receiver && handle.slot == left.slot) {
      ++opened;
      if (handle.use.closed > 0) ++closed;
    }
  if (!left.receiver && opened > 1)
    return because(kReasons["writers_ends_left_open"], {{"slot", left.slot}, {"opened", opened}, {"closed", closed}}, left.opened_at);
  const LastStep last = last_step(run);
  return because(left.receiver ? kReasons["slot_left_open"] : kReasons["writers_end_left_open"],
                 {{"slot", left.slot}, {"exit_code", run.actor().exit_code}, {"last", last.what}}, last.order);
}

}  // namespace

std::span<const Reason> mail_handle_reasons() { return kReasons; }

RunMatcher HasSlotHandlesToClose() {
  return RunMatcher("ends by itself, with handles to mailslots to close",
                    [](const Run& run) -> Because { return nothing_to_close(run, !slot_handles(run).empty()); });
}

RunMatcher ClosesEverySlotHandle() {
  return RunMatcher("closes every handle to a mailslot", [](const Run& run) -> Because {
    if (run.actor().end != trace::Program::End::kItself) return {};
    const std::map<int, SlotHandle> handles = slot_handles(run);
    for (const auto& [serial, handle] : handles)
      if (handle.use.closed == 0 && !handle.use.in_use) return left_open(run, handles, handle);
    return {};
  });
}

RunMatcher ClosesNoSlotHandleTwice() {
  return RunMatcher("closes no handle to a mailslot twice, and nothing that is no handle", [](const Run& run) -> Because {
    for (const Call& call : run.calls) {
      if (call.program != kUnderTest || call.api != Api::kCloseHandle || !call.end || call.result != 0 || call.on.empty()) continue;
      const Object& object = call.on[0];
      if (object.kind == Object::Kind::kClosed && object.slot >= 0)
        return because(kShared["slot_closed_twice"], {{"slot", slot_name(run, object.slot)}}, call.begin.order);
      if (object.kind == Object::Kind::kInvalid) return because(kReasons["closed_no_handle"], {{"call", call.api}}, call.begin.order);
    }
    return {};
  });
}

}  // namespace lab::checks
