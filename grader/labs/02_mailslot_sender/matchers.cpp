// A sender and the student's receiver beside it.
#include "labs/02_mailslot_sender/matchers.h"

#include <algorithm>

#include "checks/mail_lines.h"
#include "checks/mail_reasons.h"
#include "checks/mail_run.h"

namespace lab::labs {
namespace {

using nlohmann::json;
using trace::Program;

constexpr char kUnableToOpen[] = "Unable to open mailslot";

int peer_called(const Run& run, const std::string& name) {
  for (std::size_t i = 0; i < run.programs.size(); ++i)
    if (run.programs[i].role == Program::Role::kPeer && run.programs[i].name == name) return static_cast<int>(i);
  return -1;
}

// The last opening of a mailslot that is not of the opener's own making, with whether the two ends speak different widths.
const Call* opening_with_other_width(const Run& run) {
  for (const Call& call : run.calls)
    if (call.api == Api::kCreateFile && call.program == kUnderTest && call.slot && succeeded(call)) {
      const auto& slot = run.slots.at(static_cast<std::size_t>(*call.slot));
      if (slot.owner > 0 && slot.wide != call.wide) return &call;
    }
  return nullptr;
}

}  // namespace

RunMatcher IsUnderstoodBy(const std::string& receiver) {
  return RunMatcher("is understood by " + receiver, [receiver](const Run& run) -> Because {
    const int peer = peer_called(run, receiver);
    if (peer < 0) return because("peer_not_started", {{"receiver", receiver}});
    const Program& its = run.programs[static_cast<std::size_t>(peer)];
    const json names = {{"program", run.actor().name}, {"receiver", receiver}};
    const auto made = std::find_if(run.slots.begin(), run.slots.end(), [&](const trace::Slot& slot) { return slot.owner == peer; });
    if (made == run.slots.end()) return because("peer_made_no_slot", names);
    std::vector<std::string> lines;
    for (const Typed& line : lines_to_send(run)) lines.push_back(line.text);
    if (lines.empty()) return asked_for_no_line(run);
    const Comparison seen = compare(printed_lines(its.output), lines, Prompt::kAlwaysTheSame);
    const bool both_ended = its.end == Program::End::kItself && run.actor().end == Program::End::kItself;
    if (seen.kind == Comparison::Kind::kSame && both_ended) return nullptr;
    if (const Call* opening = opening_with_other_width(run))
      return because("halves_speak_differently",
                     {{"program", run.actor().name},
                      {"receiver", receiver},
                      {"creation", creation_of(made->wide)},
                      {"opening", opening_of(opening->wide)}},
                     opening->begin.order);
    lines.push_back("exit");
    if (Because reason = why_sent_otherwise(run, made->name, lines); !reason.is_null()) return reason;
    if (seen.kind != Comparison::Kind::kSame)
      return because("peer_did_not_print",
                     {{"receiver", receiver}, {"message", shortened(lines[seen.message])}, {"seen", shortened(seen.next_line)}});
    if (run.actor().end != Program::End::kItself) return unfinished(run);
    return because("peer_did_not_end", names);
  });
}

RunMatcher CallsTheOpenOpen() {
  return RunMatcher("calls a failed open an open", [](const Run& run) {
    return said(run, kUnableToOpen) ? Because() : because("sentence_not_printed", {{"sentence", kUnableToOpen}});
  });
}

}  // namespace lab::labs
