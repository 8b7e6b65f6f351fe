// The two directions of a chat.
#include "labs/06_mail_chat/matchers.h"

#include <algorithm>

#include "checks/mail_reasons.h"
#include "checks/mail_run.h"

namespace lab::labs {

using namespace checks;

namespace {

using nlohmann::json;
using trace::Event;
using trace::Object;
using trace::Program;

constexpr char kNotSent[] = "Not sent";
constexpr std::uint64_t kNever = ~std::uint64_t{0};

// What the program has to do about something that came from outside.
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

// When it was done: the read of what was posted, the write of what was typed.
std::uint64_t done_at(const Run& run, const Turn& turn, const std::string& mine, const std::string& theirs) {
  for (const Call* call : turn.typed ? writes_to(run, theirs) : reads_of(run, mine)) {
    const bool it = succeeded(*call) && message_of(*call).starts_with(turn.text);
    if (it && call->end->order > turn.order) return turn.typed ? call->begin.order : call->end->order;
  }
  return kNever;
}

}  // namespace

RunMatcher HasSomebodyWhoReads(const std::string& mine) {
  return RunMatcher("reads its mailslot, or has a second thread that could", [mine](const Run& run) -> Because {
    const bool started = std::any_of(run.calls.begin(), run.calls.end(), [](const Call& call) {
      return call.program == kUnderTest && (call.api == Api::kCreateThread || call.thread > 1);
    });
    if (started || !reads_of(run, mine).empty() || run.actor().end != Program::End::kItself || !told_to_end(run)) return nullptr;
    return because("nobody_reads", {{"slot", mine}, {"program", run.actor().name}});
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
        return because(turn.typed ? "line_never_sent" : "message_never_read", {{"text", shortened(turn.text)}}, turn.order);
      return because(turn.typed ? "sent_only_after_a_message" : "read_only_after_a_line", {{"text", shortened(turn.text)}}, turn.order);
    }
    return nullptr;
  });
}

RunMatcher SpeaksOneWidth(const std::string& mine, const std::string& theirs) {
  return RunMatcher("speaks one encoding with its own mailslot and with its peer's", [mine, theirs](const Run& run) -> Because {
    for (std::size_t i = 0; i < run.slots.size(); ++i) {
      if (run.slots[i].owner != kUnderTest || !is_slot(run, static_cast<int>(i), mine)) continue;
      for (const Call& call : run.calls)
        if (call.api == Api::kCreateFile && call.program == kUnderTest && call.slot && is_slot(run, *call.slot, theirs) &&
            call.wide != run.slots[i].wide)
          return because("speaks_both_widths",
                         {{"program", run.actor().name}, {"creation", creation_of(run.slots[i].wide)}, {"opening", opening_of(call.wide)}},
                         call.begin.order);
    }
    return nullptr;
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
      if (Because used = used_no_handle(run); !used.is_null()) return used;
      if (Because end = unfinished(run); !end.is_null()) return end;
      return because("ended_without_its_peer", {{"program", run.actor().name}, {"exit_code", run.actor().exit_code}});
    }
    if (!said(run, kNotSent)) return because("sentence_not_printed", {{"sentence", kNotSent}});
    for (const Call* write : writes_to(run, theirs))
      if (succeeded(*write) && message_of(*write).starts_with(later->text)) return nullptr;
    const bool opened = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) {
      return call.api == Api::kCreateFile && call.program == kUnderTest && call.slot && call.begin.order > created;
    });
    if (!opened) {
      if (Because end = unfinished(run); !end.is_null()) return end;
      return because("never_opened_again", {{"line", shortened(later->text)}});
    }
    return because("line_not_sent", {{"line", shortened(later->text)}});
  });
}

RunMatcher EndsWhenTheTypingEnds() {
  return RunMatcher("ends with exit code 0 when exit is typed or the input ends", [](const Run& run) -> Because {
    const Program& actor = run.actor();
    if (actor.end == Program::End::kBlocked) {
      std::uint64_t gave_up = kNever;  // what comes after the first call that the grader failed is the program's way out
      for (const Call& call : run.calls)
        if (call.program == kUnderTest && call.ended_by_grader && call.end) gave_up = std::min(gave_up, call.end->order);
      for (const Call& call : run.calls) {
        const bool pending = !call.end || call.end->order >= gave_up;
        if (call.program == kUnderTest && call.api == Api::kReadFile && pending && !call.on.empty() &&
            call.on[0].kind == Object::Kind::kMailslot)
          return because("still_reads_its_slot", {{"program", actor.name}}, call.begin.order);
      }
    }
    if (reads_at_end_of_input(run) > 1 && actor.end != Program::End::kItself)
      return because("reads_on_at_end_of_input", {{"program", actor.name}});
    if (Because end = unfinished(run); !end.is_null()) return end;
    if (!told_to_end(run)) return because("ended_untold", {{"program", actor.name}});
    if (actor.exit_code == 0) return nullptr;
    return because("wrong_exit_code", {{"program", actor.name}, {"expected", 0}, {"seen", actor.exit_code}});
  });
}

}  // namespace lab::labs
