// Shows one run on the console: lanes, calls and events, output.
#include <fmt/core.h>

#include <algorithm>

#include "replay/beside.h"
#include "report/columns.h"
#include "report/describe.h"
#include "report/lanes.h"
#include "report/reason.h"
#include "report/report.h"

namespace lab::report {
namespace {

using text::sentence;
using trace::Run;

constexpr std::size_t kMostDrawn = 400;    // calls and events in the lanes
constexpr std::size_t kMostAround = 24;    // ... around one moment
constexpr std::size_t kMostListed = 1000;  // ... in the list
constexpr std::size_t kMostOutput = 8000;  // bytes of output to show
constexpr int kMomentColumns = 11;         // columns for the milliseconds of a moment

int width_of(const Style& style) { return std::max(style.width, 60); }

struct Record {
  const trace::Moment* when = nullptr;
  const trace::Call* call = nullptr;
  const trace::Event* event = nullptr;
};

// Its moments, by the numbers used in the run file and in a reason's `order`: "10-11" for a call that returned, otherwise "10".
std::string moments_of(const Record& record) {
  const bool returned = record.call && record.call->end;
  return returned ? fmt::format("{}-{}", record.when->order, record.call->end->order) : fmt::format("{}", record.when->order);
}

std::vector<Record> records_of(const Run& run) {
  std::vector<Record> records;
  for (const auto& call : run.calls) records.push_back({&call.begin, &call, nullptr});
  for (const auto& event : run.events) records.push_back({&event.when, nullptr, &event});
  std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.when->order < b.when->order; });
  return records;
}

std::string clock_word(const Run& run, text::Language language) {
  if (run.clock == "patient") return sentence(language, "clock_patient");
  return run.clock == "hurried" ? sentence(language, "clock_hurried") : one_line(run.clock, 20);
}

std::string platform_words(const Run& run, text::Language language) {
  const std::string platform = made_on(run.platform).platform;
  const std::string shown = one_line(platform, 60);
  return platform == run.platform ? shown : sentence(language, "run_platform_corrected", {{"platform", shown}});
}

std::string list(const Run& run, const Style& style) {
  const auto records = records_of(run);
  const bool several = several_call(run);
  const std::size_t listed = std::min(records.size(), kMostListed);
  std::size_t moments_width = 0;
  for (std::size_t i = 0; i < listed; ++i) moments_width = std::max(moments_width, moments_of(records[i]).size());
  const int indent = static_cast<int>(moments_width) + kMomentColumns + 3;
  std::string text;
  for (std::size_t i = 0; i < listed; ++i) {
    const Record& record = records[i];
    const std::string head =
        fmt::format("{:>{}}{:>{}}   ", moments_of(record), moments_width, text::in_milliseconds(record.when->at_us), kMomentColumns);
    std::string what = record.call ? describe(run, *record.call, style.language) : describe(run, *record.event, style.language);
    if (record.call && several) what = program_label(run, record.call->program) + ": " + what;
    if (record.call && record.call->end && i + 1 < records.size() && records[i + 1].when->order < record.call->end->order)
      what += "  [" + sentence(style.language, "call_returned_later", {{"at", text::in_milliseconds(record.call->end->at_us)}}) + "]";
    if (record.call && record.call->place) what += fmt::format("  ({})", label(record.call->place));
    std::string lines = wrapped(what, indent, width_of(style));
    lines.replace(0, static_cast<std::size_t>(indent), fitted(head, indent));
    text += lines;
  }
  if (records.size() > kMostListed)
    text += wrapped(sentence(style.language, "run_more_records", {{"count", records.size() - kMostListed}}), indent, width_of(style));
  return text;
}

std::string printed(const std::string& heading, const std::string& bytes, bool was_cut, const Style& style) {
  if (bytes.empty()) return "";
  std::string shown = text::decode_output(bytes, true);
  if (shown.size() > kMostOutput) {
    shown.resize(shown.find_last_of('\n', kMostOutput) == std::string::npos ? kMostOutput : shown.find_last_of('\n', kMostOutput));
    was_cut = true;
  }
  while (!shown.empty() && shown.back() == '\n') shown.pop_back();
  std::string text = "\n" + heading + "\n" + wrapped(shown, 2, width_of(style));
  if (was_cut) text += "  " + sentence(style.language, "run_cut") + "\n";
  return text;
}

std::string lanes_in_rows(const Run& run, const Style& style) {
  const Lanes lanes = draw(run, {}, kMostDrawn);
  const std::size_t total = lanes.lanes.at(0).cells.size();
  const std::size_t row = room(lanes, 0, width_of(style));
  std::string text;
  for (std::size_t begin = 0; begin < total;
       begin += row - 6) {  // rows overlap: what "..." hides at the end of one row is visible in the next
    text += print(lanes, begin, row, 0, width_of(style)) + "\n";
    if (is_over(lanes, begin + row)) break;
  }
  if (lanes.programs_left_out > 0) text += sentence(style.language, "run_more_programs", {{"count", lanes.programs_left_out}}) + "\n\n";
  if (lanes.slots_left_out > 0) text += sentence(style.language, "run_more_slots", {{"count", lanes.slots_left_out}}) + "\n\n";
  return text;
}

// The sentence for a mark that needs no call of the correct program; "" for another one.
const char* words_of(replay::Row::Mark mark) {
  switch (mark) {
    case replay::Row::Mark::kThenDiffers:
      return "against_then";
    case replay::Row::Mark::kOwnOnly:
      return "against_extra";
    case replay::Row::Mark::kEarlier:
      return "against_earlier";
    case replay::Row::Mark::kLater:
      return "against_later";
    default:
      return "";
  }
}

}  // namespace

std::string timeline(const Run& run, const Style& style) { return lanes_in_rows(run, style); }

std::string show(const Run& run, const Style& style) {
  const int width = width_of(style);
  std::string text = wrapped(sentence(style.language, "run_heading",
                                      {{"program", one_line(run.program, 40)},
                                       {"scenario", one_line(run.scenario, 60)},
                                       {"clock", clock_word(run, style.language)},
                                       {"platform", platform_words(run, style.language)}}),
                             0, width);
  const std::string words = style.run_in_words ? run_and_end(run, style.run_in_words(run), style.language) : "";
  if (!words.empty() && run.outcome == Run::Outcome::kRecorded) text += wrapped(words, 0, width);
  if (run.outcome != Run::Outcome::kRecorded || run.programs.empty()) {
    text += wrapped(sentence(style.language, "run_not_recorded", {{"reason", one_line(run.reason, 40)}}), 0, width);
    return text + printed(sentence(style.language, "report_compiler"), run.detail, false, style);
  }
  text += "\n" + lanes_in_rows(run, style) + list(run, style);
  text += printed(sentence(style.language, "run_printed"), run.output, run.output_cut, style);
  text += printed(sentence(style.language, "run_errors"), run.errors, run.output_cut, style);
  for (const trace::Program& program : run.programs)
    if (program.role == trace::Program::Role::kPeer)
      text += printed(sentence(style.language, "report_printed", {{"program", one_line(program.name, 40)}}), program.output, false, style);
  return text;
}

const Run* counterpart(const Run& run, const std::vector<Run>& correct) {
  for (const Run& one : correct)
    if (one.lab == run.lab && one.program == run.program && one.scenario == run.scenario && one.outcome == Run::Outcome::kRecorded)
      return &one;
  return nullptr;
}

std::string show_against(const Run& run, const Run& correct, const Style& style) {
  const replay::Beside against = replay::beside(run, correct);
  using Mark = replay::Row::Mark;
  std::string text = wrapped(sentence(style.language, against.first ? "against_heading" : "against_none",
                                      {{"program", one_line(run.program, 40)}, {"scenario", one_line(run.scenario, 60)}}),
                             0, width_of(style)) +
                     "\n";
  const bool several = std::any_of(against.rows.begin(), against.rows.end(), [](const replay::Row& row) { return row.program != 0; });
  for (std::size_t i = 0; i < against.rows.size(); ++i) {
    const replay::Row& row = against.rows[i];
    const std::string mark = against.first == i ? "! " : "  ";
    const std::string who = several ? program_label(run, row.program) + ": " : "";
    if (row.own) text += mark + who + describe(run, run.calls[*row.own], style.language);
    if (row.times > 1) text += "  [" + sentence(style.language, "call_times", {{"times", row.times}}) + "]";
    if (row.own) text += "\n";
    if (const char* const words = words_of(row.mark); *words != '\0')
      text += "    " + sentence(style.language, words) + "\n";
    else if (row.mark != Mark::kSame && row.correct)
      text += (row.own ? "    " : mark + "  " + who) +
              sentence(style.language, "against_correct", {{"call", describe(correct, correct.calls[*row.correct], style.language)}}) +
              "\n";
  }
  return text;
}

std::string stretch(const Run& run, std::optional<std::uint64_t> order, const Style& style, int indent) {
  if (run.programs.empty() || (!order && run.calls.size() + run.events.size() > kMostDrawn / 2)) return "";
  const Lanes lanes = draw(run, order, order ? kMostAround : kMostDrawn);
  if (order && !lanes.mark) return "";
  const std::size_t total = lanes.lanes.at(0).cells.size();
  const std::size_t length = room(lanes, indent, width_of(style));
  if (!order) return print(lanes, total - std::min(total, length), length, indent, width_of(style));
  // Starts at the beginning if the mark is visible then; otherwise, the mark is in the right third, so that what led to it is visible on
  // its left.
  const bool seen_from_start = total <= length || *lanes.mark + 3 <= length;
  const std::size_t begin = seen_from_start ? 0 : std::min(*lanes.mark - length * 2 / 3, total - length);
  return print(lanes, begin, length, indent, width_of(style));
}

}  // namespace lab::report
