// Matchers for the two directions of a chat.
#include "labs/06_mail_chat/matchers.h"

#include <algorithm>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"
#include "checks/reasons.h"
#include "labs/labs.h"

namespace lab::labs {

using namespace checks;

namespace {

constexpr ReasonTable kReasons{{
    // MailChat. text: the message or the line.
    {.id = "nobody_reads",
     .step_of = StepOf::kCheck,
     .hints_of = "TakesNoTurns",
     .en = "{program} never read the mailslot {slot} and started no second thread that could read it while the first one waits for the "
           "keyboard.",
     .ko = "{program}이/가 메일슬롯 {slot}에서 한 번도 읽지 않았고, 첫 번째 스레드가 키보드 입력을 기다리는 동안 메일슬롯을 읽을 두 번째 "
           "스레드도 시작하지 않았습니다."},
    {.id = "line_never_sent",
     .hints_of = "SendsWhatIsTyped",
     .en = "The line \"{text}\" was typed but never sent.",
     .ko = "입력한 줄 \"{text}\"을/를 보내지 않았습니다."},
    {.id = "read_only_after_a_line",
     .hints_of = "TakesNoTurns",
     .en = "The message \"{text}\" had arrived, but the program read it only after something was typed. A program that waits alternately "
           "for the keyboard and the mailslot behaves like this. One thread cannot wait for both.",
     .ko = "메시지 \"{text}\"이/가 이미 와 있었는데도 키보드 입력이 들어온 다음에야 읽었습니다. 키보드와 메일슬롯을 번갈아 기다리면 이렇게 "
           "됩니다. 스레드 하나로는 둘을 동시에 기다릴 수 없습니다."},
    {.id = "sent_only_after_a_message",
     .hints_of = "TakesNoTurns",
     .en = "The line \"{text}\" had been typed, but the program sent it only after a message arrived. A program that waits alternately for "
           "the keyboard and the mailslot behaves like this. One thread cannot wait for both.",
     .ko = "\"{text}\" 줄을 입력했는데, 메시지가 온 다음에야 보냈습니다. 키보드와 메일슬롯을 번갈아 기다리면 이렇게 됩니다. 스레드 "
           "하나로는 둘을 동시에 기다릴 수 없습니다."},
    {.id = "sent_by_no_second_thread",
     .hints_of = "TakesNoTurns",
     .en = "The line \"{text}\" had been typed, but it was not sent before a ReadFile of the mailslot returned: {program} had not started "
           "a second thread, and its only thread was in that call.",
     .ko = "\"{text}\" 줄을 입력했는데, 메일슬롯을 읽던 ReadFile이 반환된 다음에야 보냈습니다. {program}은/는 두 번째 스레드를 시작하지 "
           "않았고, 하나뿐인 스레드가 메일슬롯을 읽고 있었습니다."},
    {.id = "speaks_both_widths",
     .hint = kOneWidth,
     .en = "{program} created its own mailslot with {creation} and opened its peer's with {opening}: it receives one encoding and sends "
           "the other, so two such programs cannot understand each other.",
     .ko = "{program}이/가 자기 메일슬롯은 {creation}으로/로 만들고 상대의 메일슬롯은 {opening}으로/로 열었습니다. 받는 문자와 보내는 "
           "문자의 인코딩이 달라서, 이런 프로그램 둘은 서로의 메시지를 읽을 수 없습니다."},
    {.id = "said_not_sent_of_sent",
     .hint = {.en = "What does your sending function return when WriteFile succeeds? Which return statement ends that path?",
              .ko = "WriteFile이 성공했을 때, 한 줄을 보내는 함수는 무엇을 반환하나요? 그 경로의 마지막 return은 어느 것인가요?"},
     .en = "The program sent the line \"{line}\", and WriteFile returned TRUE. Still, {program} printed \"Not sent\".",
     .ko = "\"{line}\" 줄을 보냈고 WriteFile은 TRUE를 반환했습니다. 그런데도 {program}은/는 \"Not sent\"를 출력했습니다."},
    {.id = "ended_without_its_peer",
     .hints_of = "StartsBeforeItsPeer",
     .en = "The peer's mailslot did not exist yet, and {program} ended with exit code {exit_code:code}. The program that starts first must "
           "not give up: print \"Not sent\" and continue.",
     .ko = "상대의 메일슬롯이 아직 없을 때 {program}이/가 종료 코드 {exit_code:code}으로/로 종료했습니다. 먼저 시작한 프로그램은 \"Not "
           "sent\"를 출력하고 계속해야 합니다."},
    {.id = "never_opened_again",
     .hints_of = "StartsBeforeItsPeer",
     .en = "The peer had started, but the line \"{line}\" was not sent: the program tried to open the peer's mailslot only before it "
           "existed. Try again for each line.",
     .ko = "상대가 시작되었는데도 \"{line}\" 줄을 보내지 않았습니다. 상대의 메일슬롯이 없을 때만 열어 보고 다시 열지 않았기 때문입니다. "
           "줄마다 다시 열어 보세요."},
    {.id = "reads_forever",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "With which read time-out can the reading thread check repeatedly whether the chat has ended?",
              .ko = "읽기 제한 시간을 얼마로 하면 읽는 스레드가 채팅이 끝났는지 반복해서 확인할 수 있나요?"},
     .en = "`exit` had been typed, or the input had ended, but {program} was still in ReadFile. CreateMailslot was called with "
           "MAILSLOT_WAIT_FOREVER as lReadTimeout, its third argument, so ReadFile returns only when a message arrives, and no more "
           "messages were coming.",
     .ko = "`exit`를 입력했거나 입력이 끝났는데 {program}은/는 아직 ReadFile에서 기다리고 있었습니다. CreateMailslot의 세 번째 인수 "
           "lReadTimeout이 MAILSLOT_WAIT_FOREVER여서 ReadFile은 메시지가 와야만 반환되는데, 더 올 메시지가 없습니다."},
    {.id = "still_reads_its_slot",
     .outcome = Outcome::kTimedOut,
     .hints_of = "StopsOnExit",
     .en = "`exit` had been typed, or the input had ended, but {program} was still in ReadFile, waiting for a message that would never "
           "come. Make sure that the reading thread finds out that the chat has ended, for example with a read time-out.",
     .ko = "`exit`를 입력했거나 입력이 끝났는데 {program}은/는 더 오지 않을 메시지를 ReadFile에서 계속 기다렸습니다. 예를 들어 읽기 제한 "
           "시간을 두어, 기다리는 스레드가 채팅이 끝난 것을 알 수 있게 하세요."},
}};

using nlohmann::json;
using trace::Event;
using trace::Object;
using trace::Program;

constexpr char kNotSent[] = "Not sent";

// Input from outside, to which the program has to react.
struct Turn {
  bool typed = false;
  std::uint64_t order = 0;
  std::string text;
};

std::vector<Turn> turns_of(const Run& run, const std::string& mine) {
  std::vector<Turn> turns;
  for (const Typed& line : lines_to_send(run)) turns.push_back({true, line.order, line.text});
  for (const Posted& message : posted(run, mine))
    if (!message.refused) turns.push_back({false, message.order, without_terminator(message.text)});
  std::sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) { return a.order < b.order; });
  return turns;
}

// When the program reacted: it read the posted message, or wrote the typed line.
std::uint64_t done_at(const Run& run, const Turn& turn, const std::string& mine, const std::string& theirs) {
  for (const Call* call : turn.typed ? writes_to(run, theirs) : reads_of(run, mine)) {
    const bool it = succeeded(*call) && message_of(*call).starts_with(turn.text);
    if (it && call->end->order > turn.order) return turn.typed ? call->begin.order : call->end->order;
  }
  return kNever;
}

bool has_a_second_thread(const Run& run) {
  return std::any_of(run.calls.begin(), run.calls.end(),
                     [](const Call& call) { return call.program == kUnderTest && (call.api == Api::kCreateThread || call.thread > 1); });
}

// `at`: the moment at which the line was ready to be sent.
bool reads_meanwhile(const Run& run, const std::string& mine, std::uint64_t at) {
  const std::vector<const Call*> reads = reads_of(run, mine);
  return std::any_of(reads.begin(), reads.end(), [&](const Call* read) { return !read->end || read->end->order > at; });
}

// `read` never returned, or only when the grader made it fail.
Because still_reads(const Run& run, const Call& read) {
  const json args = {{"program", run.actor().name}};
  for (const Call& call : run.calls)
    if (call.api == Api::kCreateMailslot && call.program == kUnderTest && call.slot == read.on[0].slot && call.timeout_ms == kWaitForever)
      return because(kReasons["reads_forever"], args, call.begin.order);
  return because(kReasons["still_reads_its_slot"], args, read.begin.order);
}

}  // namespace

trace::ReasonTables mail_chat_reasons() { return {kReasons}; }

RunMatcher HasSomebodyWhoReads(const std::string& mine) {
  return RunMatcher("reads its mailslot, or has a second thread that could", [mine](const Run& run) -> Because {
    if (has_a_second_thread(run) || !reads_of(run, mine).empty() || run.actor().end != Program::End::kItself || !told_to_end(run))
      return {};
    return because(kReasons["nobody_reads"], {{"slot", mine}, {"program", run.actor().name}});
  });
}

RunMatcher TakesNoTurns(const std::string& mine, const std::string& theirs) {
  return RunMatcher("reads and sends whenever there is something, without taking turns", [mine, theirs](const Run& run) -> Because {
    const std::vector<Turn> turns = turns_of(run, mine);
    for (const Turn& turn : turns) {
      const auto other =
          std::find_if(turns.begin(), turns.end(), [&](const Turn& next) { return next.order > turn.order && next.typed != turn.typed; });
      const std::uint64_t limit = other == turns.end() ? kNever : other->order;
      const std::uint64_t done = done_at(run, turn, mine, theirs);
      if (done < limit) continue;
      if (done == kNever)
        return because(turn.typed ? kReasons["line_never_sent"] : kShared["message_never_read"], {{"text", shortened(turn.text)}},
                       turn.order);
      if (turn.typed && !has_a_second_thread(run) && reads_meanwhile(run, mine, turn.order))
        return because(kReasons["sent_by_no_second_thread"], {{"text", shortened(turn.text)}, {"program", run.actor().name}}, turn.order);
      return because(turn.typed ? kReasons["sent_only_after_a_message"] : kReasons["read_only_after_a_line"],
                     {{"text", shortened(turn.text)}}, turn.order);
    }
    return {};
  });
}

RunMatcher SpeaksOneWidth(const std::string& mine, const std::string& theirs) {
  return RunMatcher("speaks one encoding with its own mailslot and with its peer's", [mine, theirs](const Run& run) -> Because {
    for (std::size_t i = 0; i < run.slots.size(); ++i) {
      if (run.slots[i].owner != kUnderTest || !is_slot(run, static_cast<int>(i), mine)) continue;
      for (const Call& call : run.calls)
        if (call.api == Api::kCreateFile && call.program == kUnderTest && call.slot && is_slot(run, *call.slot, theirs) &&
            call.wide != run.slots[i].wide)
          return because(kReasons["speaks_both_widths"],
                         {{"program", run.actor().name}, {"creation", creation_of(run.slots[i].wide)}, {"opening", opening_of(call.wide)}},
                         call.begin.order);
    }
    return {};
  });
}

RunMatcher SaysNotSentOfNothingSent(const std::string& theirs) {
  return RunMatcher("says Not sent of no line that it has sent", [theirs](const Run& run) -> Because {
    const Call* sent = nullptr;
    for (const Call& call : run.calls) {
      if (is_on_slot(run, call, Object::Kind::kMailslotClient, theirs) && call.api == Api::kWriteFile && succeeded(call)) sent = &call;
      if (sent && call.program == kUnderTest && says(text_of(call, "written"), kNotSent))
        return because(kReasons["said_not_sent_of_sent"], {{"line", shortened(message_of(*sent))}, {"program", run.actor().name}},
                       sent->begin.order);
    }
    return {};
  });
}

RunMatcher GoesOnWithoutItsPeer(const std::string& theirs) {
  return RunMatcher("says Not sent as long as its peer is not there, and goes on", [theirs](const Run& run) -> Because {
    std::uint64_t created = kNever;
    for (const Event& event : run.events)
      if (event.kind == Event::Kind::kSlotCreated) created = event.when.order;
    const std::vector<Typed> lines = typed_lines(run);
    const auto later = std::find_if(lines.begin(), lines.end(), [&](const Typed& line) { return line.order > created; });
    if (later == lines.end()) {
      if (Because used = used_no_handle(run)) return used;
      if (Because end = unfinished(run)) return end;
      return because(kReasons["ended_without_its_peer"], {{"program", run.actor().name}, {"exit_code", run.actor().exit_code}});
    }
    if (!said(run, kNotSent)) return because(kShared["sentence_not_printed"], {{"sentence", kNotSent}});
    for (const Call* write : writes_to(run, theirs))
      if (succeeded(*write) && message_of(*write).starts_with(later->text)) return {};
    const bool opened = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) {
      return call.api == Api::kCreateFile && call.program == kUnderTest && call.slot && call.begin.order > created;
    });
    if (!opened) {
      if (Because end = unfinished(run)) return end;
      return because(kReasons["never_opened_again"], {{"line", shortened(later->text)}});
    }
    return because(kShared["line_not_sent"], {{"line", shortened(later->text)}});
  });
}

RunMatcher EndsWhenTheTypingEnds() {
  return RunMatcher("ends with exit code 0 when exit is typed or the input ends", [](const Run& run) -> Because {
    const Program& actor = run.actor();
    if (actor.end == Program::End::kBlocked) {
      std::uint64_t gave_up = kNever;  // after the first call that the grader made fail, the program is on its way out
      for (const Call& call : run.calls)
        if (call.program == kUnderTest && call.ended_by_grader && call.end) gave_up = std::min(gave_up, call.end->order);
      for (const Call& call : run.calls) {
        const bool pending = !call.end || call.end->order >= gave_up;
        if (call.program == kUnderTest && call.api == Api::kReadFile && pending && !call.on.empty() &&
            call.on[0].kind == Object::Kind::kMailslot)
          return still_reads(run, call);
      }
    }
    if (reads_at_end_of_input(run) > 1 && actor.end != Program::End::kItself)
      return because(kShared["reads_on_at_end_of_input"], {{"program", actor.name}});
    if (Because end = unfinished(run)) return end;
    if (!told_to_end(run)) return because(kShared["ended_untold"], {{"program", actor.name}});
    if (actor.exit_code == 0) return {};
    return because(kShared["wrong_exit_code"], {{"program", actor.name}, {"expected", 0}, {"seen", actor.exit_code}});
  });
}

}  // namespace lab::labs
