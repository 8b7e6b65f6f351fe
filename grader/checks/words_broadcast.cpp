// Addresses and arrivals.
#include "checks/words_broadcast.h"

#include <algorithm>
#include <cctype>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/words_mail.h"
#include "text/text.h"

namespace lab::checks {
namespace {

using nlohmann::json;
using trace::Event;
using trace::Slot;

constexpr std::size_t kMostBytes = 424;
constexpr char kTooLong[] = "Message too long";
constexpr char kUnable[] = "Unable to broadcast";

bool same(const std::string& a, const std::string& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::string path_of(const std::string& computer, const std::string& slot) { return "\\\\" + computer + "\\mailslot\\" + slot; }

const Slot* slot_of(const Run& run, const Call& call) {
  const bool known = call.slot && *call.slot >= 0 && *call.slot < static_cast<int>(run.slots.size());
  return known ? &run.slots[static_cast<std::size_t>(*call.slot)] : nullptr;
}

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
    if (const Slot* direct = slot_of(run, *write); direct && !direct->address) out.push_back({direct->computer, text, write->begin.order});
    for (const Event& event : run.events) {
      const bool meanwhile = event.when.order > write->begin.order && event.when.order < write->end->order;
      if (event.kind == Event::Kind::kDelivered && event.by == kUnderTest && event.slot >= 0 && meanwhile)
        out.push_back({run.slots[static_cast<std::size_t>(event.slot)].computer, text, event.when.order});
    }
  }
  return out;
}

// A message that comes once more is not told apart: networks double messages, too, and WritesEachLineOnce counts the writes.
std::vector<std::string> texts_at(const std::vector<Arrival>& all, const std::string& computer) {
  std::vector<std::string> out;
  for (const Arrival& arrival : all)
    if (same(arrival.computer, computer) && (out.empty() || out.back() != arrival.text)) out.push_back(arrival.text);
  return out;
}

std::vector<std::string> computers_of(const Run& run) {
  std::vector<std::string> out;
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

bool is_too_long(const std::string& line) { return line.size() > kMostBytes; }

}  // namespace

RunMatcher Addresses(const std::string& computer, const std::string& slot) {
  return RunMatcher("opens " + path_of(computer, slot), [computer, slot](const Run& run) -> Because {
    const Call* other = nullptr;
    for (const Call& call : run.calls) {
      if (call.api != "CreateFile" || call.program != kUnderTest) continue;
      const auto name = call.text.find("name");
      const Slot* opened = slot_of(run, call);
      if (opened && opened->address && same(opened->computer, computer) && same(opened->name, slot)) return nullptr;
      if (name != call.text.end() && name->second.find("mailslot") != std::string::npos) other = &call;
    }
    const std::string expected = path_of(computer, slot);
    if (!other) return because("never_opened", {{"expected", expected}});
    return because("opened_another_name", {{"seen", other->text.at("name")}, {"expected", expected}, {"error", other->error}},
                   other->begin.order);
  });
}

RunMatcher Reaches(const std::vector<std::string>& computers, const std::string& slot) {
  return RunMatcher("reaches every receiver that is meant, and no other", [computers, slot](const Run& run) -> Because {
    const std::vector<Arrival> all = arrivals(run, slot);
    const std::vector<std::string> lines = lines_before_exit(run);
    for (const std::string& computer : computers_of(run)) {
      const std::vector<std::string> got = texts_at(all, computer);
      const bool meant = std::find(computers.begin(), computers.end(), computer) != computers.end();
      if (!meant && !got.empty()) return because("reached_another_computer", {{"computer", computer}, {"message", shortened(got.front())}});
      for (std::size_t i = 0; meant && i < lines.size(); ++i) {
        const json args = {{"computer", computer}, {"line", shortened(lines[i])}, {"seen", i < got.size() ? shortened(got[i]) : ""}};
        if (i < got.size() && got[i] == lines[i]) continue;
        if (Because mistake = SendsEveryLine(slot).reason_against(run); !mistake.is_null()) return mistake;
        return because(i < got.size() ? "reached_as_another_text" : "did_not_reach", args);
      }
    }
    return nullptr;
  });
}

RunMatcher WritesEachLineOnce(const std::string& slot) {
  return RunMatcher("writes each line once", [slot](const Run& run) -> Because {
    for (const std::string& line : lines_and_exit(run)) {
      std::size_t times = 0;
      std::uint64_t order = 0;
      for (const Call* write : writes_to(run, slot))
        if (succeeded(*write) && without_terminator(message_of(*write)) == line) {
          times += write->times;
          order = write->begin.order;
        }
      if (times > 1) return because("written_more_than_once", {{"line", shortened(line)}, {"times", times}}, order);
    }
    return nullptr;
  });
}

RunMatcher RefusesTheLongLine(const std::string& slot) {
  return RunMatcher("says Message too long, sends nothing of it, and goes on", [slot](const Run& run) -> Because {
    const std::vector<Arrival> all = arrivals(run, slot);
    const std::vector<std::string> lines = lines_before_exit(run);
    const auto long_line = std::find_if(lines.begin(), lines.end(), is_too_long);
    if (long_line == lines.end()) {
      const Because mistake = SendsEveryLine(slot).reason_against(run);
      return mistake.is_null() ? asked_for_no_line(run) : mistake;
    }
    for (const Arrival& arrival : all)
      if (arrival.text != "exit" && std::find(lines.begin(), lines.end(), arrival.text) == lines.end())
        return because("sent_part_of_long_line", {{"count", long_line->size()}, {"message", shortened(arrival.text)}}, arrival.order);
    if (!said(run, kTooLong)) return because("sentence_not_printed", {{"sentence", kTooLong}});
    if (long_line + 1 == lines.end()) {  // nothing was asked for behind it
      if (Because end = unfinished(run); !end.is_null()) return end;
      return because("ended_on_long_line", {{"count", long_line->size()}});
    }
    for (const std::string& line : lines) {
      const bool arrived = std::any_of(all.begin(), all.end(), [&](const Arrival& arrival) { return arrival.text == line; });
      if (!arrived && !is_too_long(line)) return because("stopped_at_long_line", {{"line", shortened(line)}});
    }
    return nullptr;
  });
}

RunMatcher ReportsTheRefusal(std::uint32_t error) {
  return RunMatcher("says Unable to broadcast and the error, and ends with 1", [error](const Run& run) -> Because {
    const auto failed = std::find_if(run.calls.begin(), run.calls.end(), [](const Call& call) { return call.faulted; });
    if (failed == run.calls.end()) return because("never_sent_anything");
    const json args = {{"call", failed->api}, {"error", error}};
    if (!said(run, kUnable)) return because("refusal_unsaid", args, failed->begin.order);
    const std::string all = text::decode_output(run.output) + "\n" + text::decode_output(run.errors);
    if (all.find(std::to_string(error)) == std::string::npos) return because("refusal_without_number", args, failed->begin.order);
    return EndsWith(1).reason_against(run);
  });
}

RunMatcher NamesItsComputer(const std::string& slot, const std::string& computer) {
  return RunMatcher(
      "prints every message behind [" + computer + "]",
      [slot, computer](const Run& run) -> Because {
        if (Because reason = PrintsEveryMessage(slot).reason_against(run); !reason.is_null()) return reason;
        const std::vector<std::string> lines = printed_lines(text::decode_output(run.output));
        for (const std::string& message : messages_to_show(run, slot)) {
          const std::string expected = "[" + computer + "] " + message;
          if (std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.ends_with(expected); })) continue;
          const auto seen = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) { return line.ends_with(message); });
          return because("computer_not_named", {{"expected", expected}, {"seen", seen == lines.end() ? "" : shortened(*seen)}});
        }
        return nullptr;
      },
      true);
}

}  // namespace lab::checks
