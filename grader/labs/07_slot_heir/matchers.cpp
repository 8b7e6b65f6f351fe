// Matchers for a mailslot that is left to a child.
#include "labs/07_slot_heir/matchers.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>

#include "checks/mail_lines.h"
#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"
#include "labs/labs.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr ReasonTable kReasons{{
    // Leaving the mailslot to a child. slot: its name; program: the program under test.
    {.id = "never_started_an_heir",
     .hints_of = "BequeathsTheSlot",
     .en = "{program} did not start itself a second time, so there is no process to inherit the mailslot.",
     .ko = "{program}이/가 자기 자신을 한 번 더 시작하지 않아서 메일슬롯을 상속받을 프로세스가 없습니다."},
    {.id = "heir_not_started",
     .hints_of = "BequeathsTheSlot",
     .en = "CreateProcess failed with error {error:error}, so there is no heir. GetModuleFileName returns the path of the running program.",
     .ko = "CreateProcess가 오류 {error:error}으로/로 실패해서 자식 프로세스가 없습니다. 실행 중인 프로그램의 경로는 GetModuleFileName으로 "
           "알 수 있습니다."},
    {.id = "heir_inherits_nothing",
     .hints_of = "BequeathsTheSlot",
     .en =
         "CreateProcess was called with bInheritHandles set to FALSE, so the child inherited no handles, even those that are inheritable.",
     .ko = "CreateProcess의 bInheritHandles에 FALSE를 넘겼습니다. 그러면 부모 프로세스의 핸들이 상속 가능하더라도 자식 프로세스는 아무것도 "
           "상속받지 못합니다."},
    {.id = "slot_not_inheritable",
     .hints_of = "BequeathsTheSlot",
     .en = "The child was allowed to inherit handles, but the handle of the mailslot {slot} is not inheritable. If the SECURITY_ATTRIBUTES "
           "pointer is NULL, or bInheritHandle in the structure is FALSE, child processes cannot inherit the handle.",
     .ko = "자식 프로세스가 핸들을 상속받도록 했지만, 메일슬롯 {slot}의 핸들은 상속할 수 없는 핸들입니다. SECURITY_ATTRIBUTES가 NULL이거나 "
           "그 안의 bInheritHandle이 FALSE이면 핸들은 자식 프로세스에 상속되지 않습니다."},
    {.id = "slot_closed_before_its_heir",
     .hints_of = "LeavesTheSlotToItsHeir",
     .en = "The mailslot {slot} was closed before the child was started. A mailslot is deleted when its last handle is closed, so there "
           "was nothing left to inherit.",
     .ko = "자식 프로세스를 시작하기 전에 메일슬롯 {slot}을/를 닫았습니다. 메일슬롯은 마지막 핸들이 닫히면 사라지므로 상속받을 메일슬롯이 "
           "남지 않았습니다."},
    // What the heir does.
    {.id = "maker_reads_itself",
     .hint = {.en = "Which of the two processes runs the loop that reads? How does your program know whether it is the parent or the heir?",
              .ko = "두 프로세스 가운데 어느 쪽이 읽는 반복문을 실행하나요? 프로그램은 자신이 부모 프로세스인지 자식 프로세스인지 "
                    "어떻게 아나요?"},
     .en = "{program} read the mailslot itself. Its heir must read it, while {program} only waits.",
     .ko = "{program}이/가 메일슬롯을 직접 읽었습니다. 메일슬롯은 자식 프로세스가 읽고, {program}은/는 기다리기만 해야 합니다."},
    {.id = "heir_makes_a_slot",
     .hints_of = "TellsTheHeirItsHandle",
     .en = "The heir called CreateMailslot (error {error:error}). It does not need its own mailslot: it already has a handle to its "
           "parent's and only has to learn the handle value.",
     .ko = "자식 프로세스가 CreateMailslot을 호출했습니다(오류 {error:error}). 자식 프로세스는 메일슬롯을 만들 필요가 없습니다. 부모 "
           "프로세스가 만든 메일슬롯의 핸들을 이미 가지고 있으므로 핸들 값만 알면 됩니다."},
    {.id = "heir_was_told_nothing",
     .step_of = StepOf::kBefore,
     .hint = {.en = "Which argument of CreateProcess becomes the child's argv, and what did your program pass for it?",
              .ko = "CreateProcess의 어느 인수가 자식 프로세스의 argv가 되나요? 프로그램은 그 인수로 무엇을 넘겼나요?"},
     .en = "The child was started without arguments, just like its parent, so it ran as the parent and called CreateMailslot (error "
           "{error:error}). The command line must tell the child that it is the heir, and the value of its handle.",
     .ko = "자식 프로세스를 부모 프로세스처럼 인수 없이 시작했습니다. 그래서 자식 프로세스는 부모 프로세스로 동작하여 CreateMailslot을 "
           "호출했습니다(오류 {error:error}). 자식 프로세스라는 것과 핸들 값은 명령줄로 전달해야 합니다."},
    {.id = "heir_opens_by_name",
     .hints_of = "TellsTheHeirItsHandle",
     .en = "The heir opened the mailslot by name. CreateFile returns a handle for writing; no process can read through it.",
     .ko = "자식 프로세스가 메일슬롯을 이름으로 열었습니다. CreateFile은 쓰기용 핸들을 반환하므로 그 핸들로는 읽을 수 없습니다."},
    {.id = "heir_reads_null",
     .hints_of = "TellsTheHeirItsHandle",
     .en = "The heir called {call} with NULL as the handle: either the command line contained no number, or the heir did not use it.",
     .ko = "자식 프로세스가 핸들로 NULL을 넘겨 {call}을/를 호출했습니다. 명령줄에 핸들 값이 없었거나, 자식 프로세스가 그 값을 쓰지 "
           "않았습니다."},
    {.id = "heir_reads_no_handle",
     .hint = {.en = "Print the number in the parent and the value of slot in the heir. How does the heir convert the text to a number: "
                    "with a function that uses the same base, or only with a cast of the pointer to the text?",
              .ko = "부모 프로세스에서는 핸들 값을, 자식 프로세스에서는 slot의 값을 출력해 비교해 보세요. 자식 프로세스는 문자열을 "
                    "명령줄에 쓸 때와 같은 진법으로 변환하나요, 아니면 문자열의 주소를 그대로 HANDLE로 형 변환하나요?"},
     .hints_of = "TellsTheHeirItsHandle",
     .en = "The heir, started with the command line \"{line}\", called {call} with a number that is not its handle to the mailslot (error "
           "{error:error}). An inherited handle has the same value in the child as in the parent: compare the number on the command line "
           "with the return value of CreateMailslot and with the value after the heir's conversion.",
     .ko = "명령줄 \"{line}\"으로/로 시작한 자식 프로세스가 메일슬롯의 핸들이 아닌 값으로 {call}을/를 호출했습니다(오류 {error:error}). "
           "상속된 핸들의 값은 부모 프로세스와 자식 프로세스에서 같습니다. 명령줄에 적힌 값을 CreateMailslot의 반환값, 그리고 자식 "
           "프로세스가 변환한 값과 비교해 보세요."},
    {.id = "heir_never_reads",
     .step_of = StepOf::kCheck,
     .hint = {.en = "Does the heir reach a call of ReadFile? If not: how many arguments does _tmain expect, and which one does it test?",
              .ko = "자식 프로세스가 ReadFile을 호출하는 줄까지 가나요? 아니라면, _tmain은 인수 몇 개를 가정하고 어느 것을 검사하나요?"},
     .hints_of = "TellsTheHeirItsHandle",
     .en = "The heir was started with the command line \"{line}\" and ended with exit code {exit_code:code}. It never called ReadFile.",
     .ko = "명령줄 \"{line}\"으로/로 시작한 자식 프로세스가 ReadFile을 한 번도 호출하지 않고 종료 코드 {exit_code:code}으로/로 "
           "종료했습니다."},
    {.id = "heir_line_lacks_its_name",
     .step_of = StepOf::kBefore,
     .hint = {.en = "Which part of the command line becomes argv[0], and what do programs expect there?",
              .ko = "명령줄의 어느 부분이 argv[0]이 되고, 프로그램은 argv[0]에 무엇이 있다고 가정하나요?"},
     .hints_of = "BequeathsTheSlot",
     .en = "The heir was started with the command line \"{line}\", which does not begin with the name of the program. Its first word, "
           "\"{first}\", became argv[0], so the heir sees one argument less than you wrote. It ended with exit code {exit_code:code} and "
           "never called ReadFile.",
     .ko = "자식 프로세스를 시작한 명령줄 \"{line}\"이/가 프로그램의 이름으로 시작하지 않습니다. 첫 단어 \"{first}\"이/가 argv[0]이 되어서 "
           "자식 프로세스에는 인수가 하나 모자랍니다. 자식 프로세스는 ReadFile을 한 번도 호출하지 않고 종료 코드 {exit_code:code}으로/로 "
           "종료했습니다."},
    {.id = "heir_did_not_print",
     .en = "The message \"{message}\" must be on its own line. The heir printed no line that ends with it and begins with the same text as "
           "the lines of the other messages.",
     .ko = "메시지 \"{message}\"을/를 한 줄로 출력해야 합니다. 자식 프로세스의 출력에는 다른 메시지의 줄과 같은 글자로 시작하고 이 "
           "메시지로 끝나는 줄이 없습니다."},
    {.id = "heir_misprinted",
     .en = "The message \"{message}\" must be on its own line; instead, the heir printed \"{seen}\".",
     .ko = "메시지 \"{message}\"을/를 한 줄로 출력해야 하는데 자식 프로세스는 \"{seen}\"을/를 출력했습니다."},
    {.id = "heir_printed_otherwise",
     .en = "The message \"{message}\" was printed more than once or out of order.",
     .ko = "메시지 \"{message}\"을/를 두 번 이상 출력했거나 순서에 맞지 않게 출력했습니다."},
    {.id = "slot_gone_too_early",
     .hints_of = "LeavesTheSlotToItsHeir",
     .en = "When the message \"{text}\" was about to be written, the mailslot {slot} no longer existed: no process had a handle to it.",
     .ko =
         "메시지 \"{text}\"을/를 쓰려고 할 때 메일슬롯 {slot}은/는 이미 사라졌습니다. 그 핸들을 가진 프로세스가 하나도 없었기 때문입니다."},
    // Which process has a handle, and for how long.
    {.id = "maker_closes_late",
     .hints_of = "LeavesTheSlotToItsHeir",
     .en = "{program} still had its own handle to the mailslot {slot} when the heir received the first message. While {program} has one, "
           "the mailslot does not end with the heir.",
     .ko = "자식 프로세스에 첫 메시지가 왔을 때 {program}은/는 메일슬롯 {slot}의 핸들을 아직 가지고 있었습니다. 이 핸들이 열려 있으면 자식 "
           "프로세스가 끝나도 메일슬롯이 사라지지 않습니다."},
    {.id = "maker_never_closes",
     .hints_of = "LeavesTheSlotToItsHeir",
     .en =
         "{program} never closed its own handle to the mailslot {slot}. While {program} has one, the mailslot does not end with the heir.",
     .ko = "{program}이/가 메일슬롯 {slot}의 핸들을 끝까지 닫지 않았습니다. 이 핸들이 열려 있으면 자식 프로세스가 끝나도 메일슬롯이 "
           "사라지지 않습니다."},
    {.id = "heir_leaves_it_open",
     .en = "The heir ended without closing its inherited handle to the mailslot {slot}. An inherited handle belongs to the child: when the "
           "parent closes its handle, the child's stays open.",
     .ko = "자식 프로세스가 상속받은 메일슬롯 {slot}의 핸들을 닫지 않고 종료했습니다. 상속받은 핸들은 자식 프로세스의 것이므로, 부모 "
           "프로세스가 자기 핸들을 닫아도 함께 닫히지 않습니다."},
}};

using nlohmann::json;
using trace::Event;
using trace::Object;
using trace::Program;

constexpr char kGoodBye[] = "GoodBye!";

bool is_receivers_end(const Run& run, const Object& object, const std::string& slot) {
  return object.kind == Object::Kind::kMailslot && is_slot(run, object.slot, slot);
}

const Program& program(const Run& run, int index) { return run.programs.at(static_cast<std::size_t>(index)); }

bool is_itself_again(const Run& run, const Call& call) {
  return call.api == Api::kCreateProcess && call.program == kUnderTest && call.started && *call.started > 0 &&
         program(run, *call.started).role != Program::Role::kForeign && program(run, *call.started).name == run.actor().name;
}

bool leaves(const Run& run, const Call& start, const std::string& slot) {
  return std::any_of(start.on.begin(), start.on.end(), [&](const Object& object) { return is_receivers_end(run, object, slot); });
}

// The call that started the heir; if there are several, the one whose child inherits. Null if the program did not start itself.
const Call* start_of_heir(const Run& run, const std::string& slot) {
  const Call* first = nullptr;
  for (const Call& call : run.calls) {
    if (!is_itself_again(run, call)) continue;
    if (leaves(run, call, slot)) return &call;
    if (!first) first = &call;
  }
  return first;
}

// "SlotHeir heir" for "SlotHeir heir 84", because handle values can be different each time.
std::string without_numbers(const Program& it) {
  std::string name = it.name;
  std::istringstream words(it.arguments);
  for (std::string word; words >> word;)
    if (!std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; })) name += " " + word;
  return name;
}

// When each of the program's own handles to the receiver's end was closed, by serial number.
std::map<int, std::uint64_t> own_handles(const Run& run, const std::string& slot, int owner) {
  constexpr std::uint32_t kCloseSource = 1;  // DUPLICATE_CLOSE_SOURCE
  std::map<int, std::uint64_t> closed;
  for (const Call& call : run.calls) {
    if (call.program != owner) continue;
    const bool of_slot = !call.on.empty() && is_receivers_end(run, call.on[0], slot);
    const bool duplicates = call.api == Api::kDuplicateHandle && of_slot;
    const bool makes = call.api == Api::kCreateMailslot && call.slot && is_slot(run, *call.slot, slot) && succeeded(call);
    if (makes || duplicates)
      for (const int handle : call.handles) closed.emplace(handle, kNever);
    const bool ends = (call.api == Api::kCloseHandle && succeeded(call)) || (duplicates && (call.flags & kCloseSource) != 0);
    if (ends && of_slot && call.end) closed[call.on[0].handle] = call.end->order;
  }
  return closed;
}

Because why_no_heir(const Run& run, const std::string& slot) {
  for (const Call& call : run.calls) {
    if (call.api != Api::kCreateProcess || call.program != kUnderTest) continue;
    if (!succeeded(call)) return because(kReasons["heir_not_started"], {{"error", call.error}}, call.begin.order);
    if (!is_itself_again(run, call)) {
      const std::string seen = call.started ? program(run, *call.started).name : "?";
      return because(kShared["started_something_else"], {{"seen", seen}, {"expected", run.actor().name}}, call.begin.order);
    }
    if (!call.inherits) return because(kReasons["heir_inherits_nothing"], json::object(), call.begin.order);
    const std::map<int, std::uint64_t> handles = own_handles(run, slot, kUnderTest);
    const bool all_closed = !handles.empty() && std::all_of(handles.begin(), handles.end(),
                                                            [&](const auto& handle) { return handle.second < call.begin.order; });
    if (all_closed) return because(kReasons["slot_closed_before_its_heir"], {{"slot", slot}}, call.begin.order);
    const auto creation = std::find_if(run.calls.begin(), run.calls.end(), [&](const Call& made) {
      return made.api == Api::kCreateMailslot && made.program == kUnderTest && made.slot && is_slot(run, *made.slot, slot);
    });
    return because(kReasons["slot_not_inheritable"], {{"slot", slot}},
                   creation == run.calls.end() ? call.begin.order : creation->begin.order);
  }
  if (Because end = unfinished(run)) return end;
  return because(kReasons["never_started_an_heir"], {{"program", run.actor().name}});
}

// What the heir did instead of reading from its inherited handle.
Because why_heir_does_not_read(const Run& run, const std::string& slot, int heir) {
  for (const Call& call : run.calls) {
    if (call.program == kUnderTest && call.api == Api::kReadFile && is_on_slot(run, call, Object::Kind::kMailslot, slot))
      return because(kReasons["maker_reads_itself"], {{"program", run.actor().name}}, call.begin.order);
    if (call.program != heir) continue;
    if (call.api == Api::kCreateMailslot && program(run, heir).arguments.empty())
      return because(kReasons["heir_was_told_nothing"], {{"error", call.error}}, start_of(run, heir)->begin.order);
    if (call.api == Api::kCreateMailslot) return because(kReasons["heir_makes_a_slot"], {{"error", call.error}}, call.begin.order);
    if (call.api == Api::kCreateFile && call.slot) return because(kReasons["heir_opens_by_name"], json::object(), call.begin.order);
    const bool reads = call.api == Api::kReadFile || call.api == Api::kGetMailslotInfo;
    if (!reads || call.on.empty() || succeeded(call)) continue;
    if (call.on[0].kind == Object::Kind::kNull) return because(kReasons["heir_reads_null"], {{"call", call.api}}, call.begin.order);
    return because(kReasons["heir_reads_no_handle"], {{"call", call.api}, {"error", call.error}, {"line", command_line_of(run, heir)}},
                   call.begin.order);
  }
  const Program& it = program(run, heir);
  if (it.end == Program::End::kCrashed)
    return because(kShared["crashed"], {{"program", without_numbers(it)}, {"arguments", ""}, {"exception", it.exit_code}});
  const std::string line = command_line_of(run, heir);
  json args = {{"exit_code", it.exit_code}, {"line", line}};
  const Call* const start = start_of(run, heir);
  if (start && !begins_with_name(line, it.name)) {
    args["first"] = line.substr(0, line.find(' '));
    return because(kReasons["heir_line_lacks_its_name"], std::move(args), start->begin.order);
  }
  return because(kReasons["heir_never_reads"], std::move(args));
}

// The line that the heir itself printed between reading the message and its next read; "" if there is none, or more than one.
std::string printed_for(const Run& run, const std::string& slot, int heir, const std::string& message) {
  for (const Call* read : reads_of(run, slot, heir)) {
    if (!succeeded(*read) || without_terminator(message_of(*read)) != message) continue;
    const std::vector<std::string> lines = printed_lines(printed_after(run, *read));
    return lines.size() == 1 ? lines.front() : "";  // with several lines, it is not certain which belongs to the message
  }
  return "";
}

// Why a message was not read, or could not be written.
Because why_unread(const Run& run, const std::string& slot, int heir) {
  for (const Event& event : run.events)
    if (event.kind == Event::Kind::kRefused && event.slot < 0)
      return because(kReasons["slot_gone_too_early"], {{"slot", slot}, {"text", shortened(event.text)}}, event.when.order);
  std::vector<std::string> read;
  for (const Call* call : reads_of(run, slot, heir))
    if (succeeded(*call)) read.push_back(message_of(*call));
  for (const Posted& message : posted(run, slot))
    if (std::find(read.begin(), read.end(), message.text) == read.end())
      return because(kShared["message_never_read"], {{"text", shortened(message.text)}}, message.order);
  return {};
}

}  // namespace

trace::ReasonTables slot_heir_reasons() { return {kReasons}; }

std::optional<Worker> heir_of(const Run& run, const std::string& slot) {
  const Call* start = start_of_heir(run, slot);
  if (!start) return {};
  const Program& it = program(run, *start->started);
  return Worker{*start->started, without_numbers(it), it.arguments};
}

RunMatcher LeavesToAnHeir(const std::string& slot) {
  return RunMatcher("starts itself as an heir that inherits the mailslot", [slot](const Run& run) -> Because {
    const Call* start = start_of_heir(run, slot);
    return start && leaves(run, *start, slot) ? Because() : why_no_heir(run, slot);
  });
}

RunMatcher HeirReads(const std::string& slot) {
  return RunMatcher("has an heir that reads by the handle that it inherited", [slot](const Run& run) -> Because {
    const std::optional<Worker> heir = heir_of(run, slot);
    if (!heir) return why_no_heir(run, slot);
    return reads_of(run, slot, heir->program).empty() ? why_heir_does_not_read(run, slot, heir->program) : Because();
  });
}

RunMatcher HeirPrintsEveryMessage(const std::string& slot) {
  return RunMatcher("prints every message that comes to its heir, in order", [slot](const Run& run) -> Because {
    const std::optional<Worker> heir = heir_of(run, slot);
    if (!heir) return why_no_heir(run, slot);
    if (Because refused = why_refused(run, slot)) return refused;
    const std::vector<std::string> messages = messages_to_show(run, slot);
    const Comparison seen = compare(printed_lines(run.output), messages, Prompt::kAlwaysTheSame);
    Because unread = why_unread(run, slot, heir->program);
    if (seen.kind == Comparison::Kind::kSame && !unread && !messages.empty()) return {};
    const Program& it = program(run, heir->program);
    if (it.end == Program::End::kCrashed)
      return because(kShared["crashed"], {{"program", heir->name}, {"arguments", ""}, {"exception", it.exit_code}});
    if (Because gave_up = why_gave_up(run, slot, heir->program)) return gave_up;
    if (unread) return unread;
    if (messages.empty()) return why_heir_does_not_read(run, slot, heir->program);
    const std::string& message = messages[seen.message];
    const std::string printed = printed_for(run, slot, heir->program, message);
    const json args = {{"message", shortened(message)}, {"seen", shortened(printed)}};
    if (seen.kind != Comparison::Kind::kMissing) return because(kReasons["heir_printed_otherwise"], args);
    return because(printed.empty() ? kReasons["heir_did_not_print"] : kReasons["heir_misprinted"], args);
  });
}

RunMatcher HeirStopsAtTheMessageExit(const std::string& slot) {
  return RunMatcher("has an heir that says GoodBye! on the message exit and ends with exit code 0", [slot](const Run& run) -> Because {
    const std::optional<Worker> heir = heir_of(run, slot);
    if (!heir) return why_no_heir(run, slot);
    const Call* exit = read_of_exit(run, slot, heir->program);
    if (!exit) {
      Because unread = why_unread(run, slot, heir->program);
      return unread ? unread : because(kShared["ended_untold"], {{"program", heir->name}});
    }
    for (const Call* read : reads_of(run, slot, heir->program))
      if (read->begin.order > exit->end->order)
        return because(kShared["read_again_after_exit"], {{"program", heir->name}}, read->begin.order);
    if (!said(run, kGoodBye)) return because(kShared["sentence_not_printed"], {{"sentence", kGoodBye}});
    if (Because printed = printed_exit(run, slot, *exit)) return printed;
    const Program& it = program(run, heir->program);
    if (it.end == Program::End::kItself && it.exit_code == 0) return {};
    return because(kShared["wrong_exit_code"], {{"program", heir->name}, {"expected", 0}, {"seen", it.exit_code}});
  });
}

RunMatcher WaitsForItsHeir(const std::string& slot) {
  return RunMatcher("waits until its heir has ended", [slot](const Run& run) -> Because {
    const std::optional<Worker> heir = heir_of(run, slot);
    if (!heir) return why_no_heir(run, slot);
    // If an heir never ends, that is not the fault of the program that waits for it.
    for (const Call& call : run.calls)
      if (call.program == kUnderTest && call.ended_by_grader && is_wait(call.api) &&
          std::any_of(call.on.begin(), call.on.end(),
                      [&](const Object& object) { return object.kind == Object::Kind::kProcess && object.program == heir->program; }))
        return {};
    return Does(WaitUntilSignaled(*heir)).Before(LastReadOfExitCode(*heir)).reason_against(run);
  });
}

RunMatcher KeepsNoHandleOf(const std::string& slot) {
  return RunMatcher("keeps no handle of the mailslot that it has left", [slot](const Run& run) -> Because {
    const Call* start = start_of_heir(run, slot);
    if (!start || !start->end) return why_no_heir(run, slot);
    std::uint64_t first_message = kNever;
    for (const Posted& message : posted(run, slot))
      if (message.order > start->end->order) first_message = std::min(first_message, message.order);
    for (const auto& [handle, closed] : own_handles(run, slot, kUnderTest))
      if (closed >= first_message)
        return because(closed == kNever ? kReasons["maker_never_closes"] : kReasons["maker_closes_late"],
                       {{"slot", slot}, {"program", run.actor().name}});
    return {};
  });
}

RunMatcher HeirClosesItsHandle(const std::string& slot) {
  return RunMatcher("has an heir that closes its handle of the mailslot, once", [slot](const Run& run) -> Because {
    const std::optional<Worker> heir = heir_of(run, slot);
    if (!heir) return why_no_heir(run, slot);
    int closed = 0;
    for (const Call& call : run.calls) {
      if (call.program != heir->program || call.api != Api::kCloseHandle || call.on.empty()) continue;
      if (succeeded(call) && is_receivers_end(run, call.on[0], slot)) ++closed;
      if (!succeeded(call) && call.on[0].kind == Object::Kind::kClosed && is_slot(run, call.on[0].slot, slot))
        return because(kShared["slot_closed_twice"], {{"slot", slot}}, call.begin.order);
    }
    const bool by_itself = program(run, heir->program).end == Program::End::kItself;
    return closed == 0 && by_itself ? because(kReasons["heir_leaves_it_open"], {{"slot", slot}}) : Because();
  });
}

}  // namespace lab::labs
