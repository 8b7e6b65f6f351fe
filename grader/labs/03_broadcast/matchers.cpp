// Matchers for addresses and for the messages that arrive.
#include "labs/03_broadcast/matchers.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "checks/mail_matchers.h"
#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"
#include "labs/labs.h"
#include "text/text.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr ReasonTable kReasons{{
    {.id = "opened_another_address",
     .en = "The program opened \"{seen}\"; expected {expected}. The first two backslashes are followed by the destination: the name of a "
           "computer, * for every computer, or . for this computer only.",
     .ko = "{expected}을/를 열어야 하는데 \"{seen}\"을/를 열었습니다. 맨 앞의 두 백슬래시 뒤에는 받을 컴퓨터를 적습니다. 컴퓨터 이름은 그 "
           "컴퓨터를, 별표(*)는 모든 컴퓨터를, 점(.)은 자기 컴퓨터만 가리킵니다."},
    {.id = "did_not_reach",
     .en = "\"{line}\" never arrived at the mailslot of {computer}.",
     .ko = "\"{line}\"이/가 {computer}의 메일슬롯에 도착하지 않았습니다."},
    {.id = "reached_as_another_text",
     .en = "At the mailslot of {computer}, \"{seen}\" arrived instead of \"{line}\".",
     .ko = "{computer}의 메일슬롯에 \"{line}\" 대신 \"{seen}\"이/가 도착했습니다."},
    {.id = "reached_another_computer",
     .en = "\"{message}\" also arrived at {computer}, which it was not sent to.",
     .ko = "받을 컴퓨터로 지정하지 않은 {computer}에도 \"{message}\"이/가 도착했습니다."},
    {.id = "written_more_than_once",
     .hints_of = "WritesEachLineOnce",
     .en = "The program wrote \"{line}\" {times} times. One WriteFile to \\\\*\\mailslot\\... reaches every computer in the domain.",
     .ko = "\"{line}\"을/를 {times}번 썼습니다. \\\\*\\mailslot\\...에 WriteFile을 한 번만 호출해도 도메인의 모든 컴퓨터에 전달됩니다."},
    {.id = "sent_part_of_long_line",
     .hints_of = "RefusesWhatCannotTravel",
     .en =
         "A line of {count} characters is too long for a whole domain (at most 424 bytes), but the program sent part of it: \"{message}\".",
     .ko = "{count}글자 줄은 도메인 전체에 보내기에는 너무 긴데(최대 424바이트), 그 일부인 \"{message}\"을/를 보냈습니다."},
    {.id = "sent_no_line",
     .en = "The program sent \"{message}\", which is not one of the lines that were typed.",
     .ko = "입력한 줄이 아닌 \"{message}\"을/를 보냈습니다."},
    {.id = "too_long_for_the_network",
     .hint = {.en = "Is the limit in your program (MAX_BYTES in the stub) 424? Do you compare it with a number of bytes, before the write?",
              .ko = "프로그램에서 정한 한계(골격 코드의 MAX_BYTES)가 424인가요? 쓰기 전에 그 값을 바이트 수와 비교하나요?"},
     .hints_of = "RefusesWhatCannotTravel",
     .en = "WriteFile failed with error {error:error} for a message of {bytes} bytes, and the program did not print \"Message too long\". "
           "The limit is 424 bytes.",
     .ko = "{bytes}바이트 메시지를 보내려다 WriteFile이 오류 {error:error}으로/로 실패했는데 \"Message too long\"을 출력하지 않았습니다. "
           "한계는 424바이트입니다."},
    {.id = "could_have_travelled",
     .hints_of = "RefusesWhatCannotTravel",
     .en = "A line of {count} characters is short enough, but it did not arrive, and the program printed \"Message too long\". The limit "
           "is 424 bytes; _tcslen counts characters, each of which takes sizeof(TCHAR) bytes.",
     .ko = "{count}글자 줄은 보낼 수 있는 길이인데 도착하지 않았고, 프로그램은 \"Message too long\"을 출력했습니다. 한계는 "
           "424바이트입니다. _tcslen은 글자 수를 세며, 한 글자는 sizeof(TCHAR)바이트입니다."},
    {.id = "refused_short_line",
     .hint = {.en = "Substitute {bytes} and the byte count of \"{line}\" into your condition. Is it true for a line that can be sent, or "
                    "for one that cannot?",
              .ko = "조건식에 {bytes}과/와 \"{line}\"의 바이트 수를 대입해 보세요. 보낼 수 있을 때 참인가요, 보낼 수 없을 때 참인가요?"},
     .hints_of = "RefusesWhatCannotTravel",
     .en = "The program printed \"{said}\" instead of writing \"{line}\" to the mailslot. Up to {bytes} bytes can be sent: check what you "
           "compare with the limit, and how.",
     .ko = "\"{line}\"을/를 메일슬롯에 쓰지 않고 \"{said}\"을/를 출력했습니다. {bytes}바이트까지는 보낼 수 있습니다. 무엇을 한계와 어떻게 "
           "비교하는지 확인하세요."},
    {.id = "limit_itself_refused",
     .hint = {.en = "Which condition compares the size with {bytes}? Is it true or false when the size is exactly {bytes}, and what does "
                    "your program do in that case?",
              .ko = "크기를 {bytes}과/와 비교하는 조건은 무엇인가요? 크기가 정확히 {bytes}이면 그 조건은 참인가요, 거짓인가요? 그때 "
                    "프로그램은 무엇을 하나요?"},
     .hints_of = "RefusesWhatCannotTravel",
     .en = "A line of {count} characters takes exactly {bytes} bytes and can be sent, but it did not arrive, and the program printed "
           "\"Message too long\". Only a line that takes more than {bytes} bytes is too long.",
     .ko = "{count}글자 줄은 정확히 {bytes}바이트여서 보낼 수 있는데 도착하지 않았고, 프로그램은 \"Message too long\"을 출력했습니다. "
           "{bytes}바이트를 넘는 줄만 거부해야 합니다."},
    {.id = "stopped_at_long_line",
     .hints_of = "RefusesWhatCannotTravel",
     .en = "\"{line}\", typed after the line that is too long, did not arrive. Do not stop because one message cannot be sent.",
     .ko = "너무 긴 줄 다음에 입력한 \"{line}\"이/가 도착하지 않았습니다. 메시지 하나를 보낼 수 없다고 해서 프로그램을 끝내면 안 됩니다."},
    {.id = "ended_on_long_line",
     .hints_of = "RefusesWhatCannotTravel",
     .en = "The program ended at the line that is too long ({count} characters). Do not stop because one message cannot be sent: print "
           "\"Message too long\" and read the next line.",
     .ko = "너무 긴 줄({count}글자)에서 프로그램이 종료했습니다. 메시지 하나를 보낼 수 없다고 해서 끝내면 안 됩니다. \"Message too "
           "long\"을 출력하고 계속해서 다음 줄을 읽으세요."},
    {.id = "never_sent_anything",
     .step_of = StepOf::kCheck,
     .en = "In this run the network refuses CreateFile, but the program never opened the mailslot.",
     .ko = "이 실행에서는 네트워크가 열기를 거부하도록 되어 있는데 프로그램이 메일슬롯을 열지 않았습니다."},
    {.id = "never_wrote_to_be_refused",
     .step_of = StepOf::kCheck,
     .en = "In this run the network refuses WriteFile, but the program never called WriteFile with the mailslot handle.",
     .ko = "이 실행에서는 네트워크가 쓰기를 거부하도록 되어 있는데 프로그램이 메일슬롯 핸들로 WriteFile을 호출하지 않았습니다."},
    {.id = "refusal_unsaid",
     .hints_of = "ReportsARefusedNetwork",
     .en = "{call} failed with error {error:error}, but the program did not print \"Unable to broadcast\".",
     .ko = "{call}이/가 오류 {error:error}으로/로 실패했는데 \"Unable to broadcast\"를 출력하지 않았습니다."},
    {.id = "refusal_without_number",
     .hint = {.en = "Which value does your program print after \"Unable to broadcast\", and which call returned it? GetLastError returns "
                    "the number only until another call overwrites it.",
              .ko = "\"Unable to broadcast\" 뒤에 어떤 값을 출력하고, 그 값은 어느 함수에서 왔나요? GetLastError로 알 수 있는 번호는 그 "
                    "사이에 다른 함수를 호출하면 바뀔 수 있습니다."},
     .hints_of = "ReportsARefusedNetwork",
     .en = "{call} failed with error {error:error}, but the line that the program printed, \"{said}\", does not contain that number.",
     .ko = "{call}이/가 오류 {error:error}으로/로 실패했는데, 프로그램이 출력한 \"{said}\"에는 이 오류 번호가 없습니다."},
}};

using nlohmann::json;
using trace::Event;
using trace::Program;
using trace::Slot;

constexpr std::size_t kMostBytes = 424;
constexpr std::size_t kMostCharacters = 200;  // of a message, by the kit's rules; a sender does not need room for more
constexpr char kTooLong[] = "Message too long";
constexpr char kUnable[] = "Unable to broadcast";

std::string path_of(const std::string& computer, const std::string& slot) { return "\\\\" + computer + "\\mailslot\\" + slot; }

bool names_a_mailslot(const std::string& path) {
  constexpr std::string_view kWord = "mailslot";
  for (std::size_t at = 0; at + kWord.size() <= path.size(); ++at)
    if (is_same_name(path.substr(at, kWord.size()), std::string(kWord))) return true;
  return false;
}

const Slot* slot_at(const Run& run, int index) {
  const bool known = index >= 0 && index < static_cast<int>(run.slots.size());
  return known ? &run.slots[static_cast<std::size_t>(index)] : nullptr;
}

// The program crashed, looped or flooded, which says more than anything that it did not do afterwards. A program that is still waiting may
// have done its part.
Because broke_off(const Run& run) { return run.actor().end == Program::End::kBlocked ? Because() : unfinished(run); }

// A message that arrived somewhere.
struct Arrival {
  std::string computer, text;
  std::uint64_t order = 0;
};

std::vector<Arrival> arrivals(const Run& run, const std::string& slot) {
  std::vector<Arrival> out;
  for (const Call* write : writes_to(run, slot)) {
    if (!succeeded(*write)) continue;
    const std::string text = without_terminator(message_of(*write));
    if (const Slot* direct = slot_at(run, write->on[0].slot); direct && !direct->address)
      out.push_back({direct->computer, text, write->begin.order});
    for (const Event& event : run.events) {
      const bool meanwhile = event.when.order > write->begin.order && event.when.order < write->end->order;
      const Slot* there = event.kind == Event::Kind::kDelivered && event.by == kUnderTest ? slot_at(run, event.slot) : nullptr;
      if (there && meanwhile) out.push_back({there->computer, text, event.when.order});
    }
  }
  return out;
}

std::vector<std::string> texts_at(const std::vector<Arrival>& all, const std::string& computer) {
  std::vector<std::string> out;
  for (const Arrival& arrival : all)
    if (is_same_name(arrival.computer, computer)) out.push_back(arrival.text);
  return out;
}

// What arrived for each line. Networks duplicate messages, so repetitions are ignored; WritesEachLineOnce counts the writes. Shorter than
// `lines` if some never arrived.
std::vector<std::string> arrived_for(const std::vector<std::string>& lines, const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  std::size_t next = 0;
  for (const std::string& line : lines) {
    while (next < texts.size() && next > 0 && texts[next] != line && texts[next] == texts[next - 1]) ++next;
    if (next == texts.size()) break;
    out.push_back(texts[next++]);
  }
  return out;
}

// The computers that must receive the lines, whether or not the recording contains a mailslot on them, and all others with a mailslot.
std::vector<std::string> computers_of(const Run& run, const std::vector<std::string>& meant) {
  std::vector<std::string> out = meant;
  for (const Slot& slot : run.slots)
    if (!slot.address && std::find(out.begin(), out.end(), slot.computer) == out.end()) out.push_back(slot.computer);
  return out;
}

std::vector<std::string> lines_before_exit(const Run& run) {
  std::vector<std::string> out;
  for (const Typed& line : lines_to_send(run)) out.push_back(line.text);
  return out;
}

std::vector<std::string> lines_and_exit(const Run& run) {
  std::vector<std::string> out = lines_before_exit(run);
  out.push_back("exit");
  return out;
}

// The size of the line as the program would send it: in the encoding with which it opened the mailslots, and with the terminator that it
// has sent before.
std::size_t bytes_as_sent(const Run& run, const std::string& slot, const std::string& line) {
  std::size_t terminator = 0;
  for (const Call* write : writes_to(run, slot))
    if (const std::string text = message_of(*write); terminator == 0) terminator = text.size() - without_terminator(text).size();
  const auto opening = std::find_if(run.calls.begin(), run.calls.end(), [](const Call& call) {
    return call.api == Api::kCreateFile && call.program == kUnderTest && call.slot.has_value();
  });
  const bool wide = opening == run.calls.end() || opening->wide;
  return (characters(line) + terminator) * (wide ? 2 : 1);
}

bool has_arrived(const std::vector<Arrival>& all, const std::string& line) {
  return std::any_of(all.begin(), all.end(), [&](const Arrival& arrival) { return arrival.text == line; });
}

// Whether the line is longer than the kit's messages and nothing that long has arrived, so the sender does not need room for it.
bool needs_no_room(const std::vector<Arrival>& all, const std::string& line) {
  return characters(line) > kMostCharacters &&
         std::all_of(all.begin(), all.end(), [](const Arrival& arrival) { return characters(arrival.text) <= kMostCharacters; });
}

bool has_line(const std::vector<std::string>& lines, const std::string& text) {
  return std::find(lines.begin(), lines.end(), text) != lines.end();
}

bool is_part_of(const std::vector<std::string>& lines, const std::string& text) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.find(text) != std::string::npos; });
}

// Whether the text contains the number as a whole, not as part of a longer one.
bool has_number(const std::string& text, const std::string& number) {
  const auto digit = [&](std::size_t at) { return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0; };
  for (std::size_t at = text.find(number); at != std::string::npos; at = text.find(number, at + 1))
    if ((at == 0 || !digit(at - 1)) && !digit(at + number.size())) return true;
  return false;
}

// The program did not even try to write a line that is short enough, but reports that it is too long.
Because refused_by_itself(const Run& run, const std::string& slot, const std::string& line) {
  const std::string said = line_saying(run, kTooLong);
  const std::vector<const Call*> writes = writes_to(run, slot);
  const bool tried = std::any_of(writes.begin(), writes.end(), [&](const Call* write) { return message_of(*write).starts_with(line); });
  if (said.empty() || tried || bytes_as_sent(run, slot, line) > kMostBytes) return {};
  return because(kReasons["refused_short_line"], {{"line", shortened(line)}, {"said", shortened(said)}, {"bytes", kMostBytes}});
}

}  // namespace

trace::ReasonTables broadcast_reasons() { return {kReasons, computer_name_reasons()}; }

RunMatcher Addresses(const std::string& computer, const std::string& slot) {
  return RunMatcher("opens " + path_of(computer, slot), [computer, slot](const Run& run) -> Because {
    const std::string expected = path_of(computer, slot);
    const Call* other = nullptr;
    const Call* creation = nullptr;
    for (const Call& call : run.calls) {
      if (call.program != kUnderTest) continue;
      if (call.api == Api::kCreateMailslot) creation = &call;
      if (call.api != Api::kCreateFile) continue;
      const std::string name = text_of(call, "name");
      const Slot* opened = slot_at(run, call.slot.value_or(-1));
      if (opened && opened->address && is_same_name(opened->computer, computer) && is_same_name(opened->name, slot)) return {};
      if (name.ends_with("\\" + slot) || names_a_mailslot(name)) other = &call;
    }
    if (other) {
      if (Because lacks = name_lacks_part(*other, expected)) return lacks;
      const json args = {{"seen", other->text.at("name")}, {"expected", expected}, {"error", other->error}};
      return because(succeeded(*other) ? kReasons["opened_another_address"] : kShared["opened_another_name"], args, other->begin.order);
    }
    if (creation) return because(kShared["created_instead_of_opened"], {{"expected", expected}}, creation->begin.order);
    const Because end = unfinished(run);
    return end ? end : because(kShared["never_opened"], {{"expected", expected}});
  });
}

RunMatcher Reaches(const std::vector<std::string>& computers, const std::string& slot) {
  return RunMatcher("reaches every receiver that is meant, and no other", [computers, slot](const Run& run) -> Because {
    const std::vector<Arrival> all = arrivals(run, slot);
    const std::vector<std::string> lines = lines_before_exit(run);
    if (lines.empty()) return asked_for_no_line(run);
    for (const std::string& computer : computers_of(run, computers)) {
      const std::vector<std::string> got = texts_at(all, computer);
      const bool meant = std::find(computers.begin(), computers.end(), computer) != computers.end();
      if (!meant && !got.empty())
        return because(kReasons["reached_another_computer"], {{"computer", computer}, {"message", shortened(got.front())}});
      const std::vector<std::string> seen = arrived_for(lines, got);
      for (std::size_t i = 0; meant && i < lines.size(); ++i) {
        if (i < seen.size() && seen[i] == lines[i]) continue;
        if (Because refused = refused_by_itself(run, slot, lines[i])) return refused;
        if (Because mistake = SendsEveryLine(slot).reason_against(run)) return mistake;
        const json args = {{"computer", computer}, {"line", shortened(lines[i])}, {"seen", i < seen.size() ? shortened(seen[i]) : ""}};
        return because(i < seen.size() ? kReasons["reached_as_another_text"] : kReasons["did_not_reach"], args);
      }
    }
    return {};
  });
}

RunMatcher WritesEachLineOnce(const std::string& slot) {
  return RunMatcher("writes each line once", [slot](const Run& run) -> Because {
    const std::vector<std::string> lines = lines_and_exit(run);
    for (const std::string& line : lines) {
      const auto typed = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), line));
      std::size_t times = 0;
      std::uint64_t order = 0;
      for (const Call* write : writes_to(run, slot))
        if (succeeded(*write) && without_terminator(message_of(*write)) == line) {
          times += write->times;
          order = write->begin.order;
        }
      if (times > typed) return because(kReasons["written_more_than_once"], {{"line", shortened(line)}, {"times", times}}, order);
    }
    return {};
  });
}

RunMatcher RefusesTheLongLine(const std::string& slot) {
  return RunMatcher("says Message too long, sends nothing of it, and goes on", [slot](const Run& run) -> Because {
    const std::vector<Arrival> all = arrivals(run, slot);
    const std::vector<std::string> lines = lines_before_exit(run);
    const auto too_long = [&](const std::string& line) { return bytes_as_sent(run, slot, line) > kMostBytes; };
    const auto long_line = std::find_if(lines.begin(), lines.end(), too_long);
    for (auto line = lines.begin(); line != long_line; ++line) {
      if (has_arrived(all, *line) || (said(run, kTooLong) && needs_no_room(all, *line))) continue;
      if (said(run, kTooLong)) {
        const bool is_limit = bytes_as_sent(run, slot, *line) == kMostBytes;
        return because(is_limit ? kReasons["limit_itself_refused"] : kReasons["could_have_travelled"],
                       {{"count", characters(*line)}, {"bytes", kMostBytes}});
      }
      const Because mistake = SendsEveryLine(slot).reason_against(run);
      return mistake ? mistake : because(kShared["line_not_sent"], {{"line", shortened(*line)}});
    }
    if (long_line == lines.end()) {
      const Because mistake = SendsEveryLine(slot).reason_against(run);
      return mistake ? mistake : asked_for_no_line(run);
    }
    for (const Arrival& arrival : all)
      if (arrival.text != "exit" && !has_line(lines, arrival.text))
        return because(is_part_of(lines, arrival.text) ? kReasons["sent_part_of_long_line"] : kReasons["sent_no_line"],
                       {{"count", long_line->size()}, {"message", shortened(arrival.text)}}, arrival.order);
    const Because stopped = broke_off(run);
    if (!said(run, kTooLong)) {
      if (stopped) return stopped;
      for (const Call* write : writes_to(run, slot))
        if (write->end && write->result == 0 && write->flags > kMostBytes)
          return because(kReasons["too_long_for_the_network"], {{"bytes", write->flags}, {"error", write->error}}, write->begin.order);
      return because(kShared["sentence_not_printed"], {{"sentence", kTooLong}});
    }
    const auto last = std::find_if(lines.rbegin(), lines.rend(), too_long);
    if (last == lines.rbegin()) {  // no line was read after it
      if (Because end = unfinished(run)) return end;
      return because(kReasons["ended_on_long_line"], {{"count", last->size()}});
    }
    for (const std::string& line : lines) {
      if (!has_arrived(all, line) && !too_long(line) && !needs_no_room(all, line))
        return stopped ? stopped : because(kReasons["stopped_at_long_line"], {{"line", shortened(line)}});
    }
    return {};
  });
}

RunMatcher ReportsTheRefusal(std::uint32_t error) {
  return RunMatcher(
      "says Unable to broadcast and the error, and ends with 1",
      [error](const Run& run) -> Because {
        const auto failed = std::find_if(run.calls.begin(), run.calls.end(), [](const Call& call) { return call.faulted; });
        if (failed == run.calls.end()) {
          const bool opened = std::any_of(run.calls.begin(), run.calls.end(), [](const Call& call) {
            return call.api == Api::kCreateFile && call.program == kUnderTest && call.slot.has_value();
          });
          return because(opened ? kReasons["never_wrote_to_be_refused"] : kReasons["never_sent_anything"]);
        }
        json args = {{"call", failed->api}, {"error", error}};
        if (!said(run, kUnable)) return because(kReasons["refusal_unsaid"], args, failed->begin.order);
        const std::string all = text::decode_output(run.output) + "\n" + text::decode_output(run.errors);
        args["said"] = shortened(line_saying(run, kUnable));
        if (!has_number(all, std::to_string(error))) return because(kReasons["refusal_without_number"], args, failed->begin.order);
        return EndsWith(1).reason_against(run);
      },
      true);
}

}  // namespace lab::labs
