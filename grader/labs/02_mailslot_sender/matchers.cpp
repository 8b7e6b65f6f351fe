// Matchers for a sender that runs at the same time as the student's receiver.
#include "labs/02_mailslot_sender/matchers.h"

#include <algorithm>

#include "checks/mail_lines.h"
#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"

namespace lab::labs {
namespace {

constexpr ReasonTable kReasons{{
    // MailSender and the student's own MailReceiver. receiver, program: their names.
    {.id = "peer_not_started",
     .en = "{receiver} could not be started for this run. Check the results of lab 01 first.",
     .ko = "이 실행에 필요한 {receiver}을/를 시작하지 못했습니다. 먼저 실습 01의 결과를 확인하세요."},
    {.id = "peer_made_no_slot",
     .en = "Your {receiver}, which ran together with {program}, created no mailslot. Fix it in lab 01 first.",
     .ko = "{program}과/와 함께 실행한 {receiver}이/가 메일슬롯을 만들지 않았습니다. 실습 01부터 고치세요."},
    {.id = "halves_speak_differently",
     .hint = {.en = "How many bytes does one TCHAR take in each of the two programs? Compare the last letters of the two function names.",
              .ko = "두 프로그램에서 TCHAR 하나는 각각 몇 바이트인가요? 두 함수 이름의 마지막 글자를 비교해 보세요."},
     .en = "Your {receiver} created its mailslot with {creation}, but {program} opened it with {opening}: one uses UTF-16, the other "
           "bytes. Build both with UNICODE, or both without.",
     .ko = "{receiver}은/는 {creation}으로/로 메일슬롯을 만들었는데 {program}은/는 {opening}으로/로 열었습니다. 한쪽은 UTF-16을, 다른 쪽은 "
           "바이트를 사용합니다. 둘 다 UNICODE로 빌드하거나 둘 다 UNICODE 없이 빌드하세요."},
    {.id = "peer_did_not_print",
     .en = "\"{message}\" was sent, but your {receiver} did not print it exactly once, on its own line and in order.",
     .ko = "\"{message}\"을/를 보냈습니다. {receiver}은/는 이 메시지를 순서에 맞게 한 번만, 한 줄로 출력해야 하는데 그러지 않았습니다."},
    {.id = "peer_did_not_end",
     .outcome = Outcome::kTimedOut,
     .en = "{program} sent `exit` and ended, but your {receiver} did not end.",
     .ko = "{program}은/는 `exit`를 보내고 종료했지만 {receiver}은/는 종료하지 않았습니다."},
}};

using nlohmann::json;
using trace::Program;

constexpr char kUnableToOpen[] = "Unable to open mailslot";

int peer_called(const Run& run, const std::string& name) {
  for (std::size_t i = 0; i < run.programs.size(); ++i)
    if (run.programs[i].role == Program::Role::kPeer && run.programs[i].name == name) return static_cast<int>(i);
  return -1;
}

// A call that opened another program's mailslot, if the two ends use different character widths.
const Call* opening_with_other_width(const Run& run) {
  for (const Call& call : run.calls)
    if (call.api == Api::kCreateFile && call.program == kUnderTest && call.slot && succeeded(call)) {
      const auto& slot = run.slots.at(static_cast<std::size_t>(*call.slot));
      if (slot.owner > 0 && slot.wide != call.wide) return &call;
    }
  return nullptr;
}

}  // namespace

std::span<const Reason> peer_reasons() { return kReasons; }

RunMatcher IsUnderstoodBy(const std::string& receiver) {
  return RunMatcher("is understood by " + receiver, [receiver](const Run& run) -> Because {
    const int peer = peer_called(run, receiver);
    if (peer < 0) return because(kReasons["peer_not_started"], {{"receiver", receiver}});
    const Program& its = run.programs[static_cast<std::size_t>(peer)];
    const json names = {{"program", run.actor().name}, {"receiver", receiver}};
    const auto made = std::find_if(run.slots.begin(), run.slots.end(), [&](const trace::Slot& slot) { return slot.owner == peer; });
    if (made == run.slots.end()) return because(kReasons["peer_made_no_slot"], names);
    std::vector<std::string> lines;
    for (const Typed& line : lines_to_send(run)) lines.push_back(line.text);
    if (lines.empty()) return asked_for_no_line(run);
    const Comparison seen = compare(printed_lines(its.output), lines, Prompt::kAlwaysTheSame);
    const bool both_ended = its.end == Program::End::kItself && run.actor().end == Program::End::kItself;
    if (seen.kind == Comparison::Kind::kSame && both_ended) return {};
    if (const Call* opening = opening_with_other_width(run))
      return because(kReasons["halves_speak_differently"],
                     {{"program", run.actor().name},
                      {"receiver", receiver},
                      {"creation", creation_of(made->wide)},
                      {"opening", opening_of(opening->wide)}},
                     opening->begin.order);
    lines.push_back("exit");
    if (Because reason = why_sent_otherwise(run, made->name, lines)) return reason;
    if (seen.kind != Comparison::Kind::kSame)
      return because(kReasons["peer_did_not_print"], {{"receiver", receiver}, {"message", shortened(lines[seen.message])}});
    if (run.actor().end != Program::End::kItself) return unfinished(run);
    return because(kReasons["peer_did_not_end"], names);
  });
}

RunMatcher CallsTheOpenOpen() {
  return RunMatcher("calls a failed open an open", [](const Run& run) {
    return said(run, kUnableToOpen) ? Because() : because(kShared["sentence_not_printed"], {{"sentence", kUnableToOpen}});
  });
}

}  // namespace lab::labs
