// One run on the report page.
#include "report/page_figure.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "report/columns.h"
#include "report/compiler_log.h"
#include "report/describe.h"
#include "report/page_files.h"
#include "report/page_template.h"
#include "report/step_data.h"
#include "report/svg.h"
#include "report/timeline.h"
#include "text/text.h"

namespace lab::report {
namespace {

using text::Language;
using trace::Call;
using trace::Event;
using trace::Run;

constexpr std::size_t kMostColumns = 400;
constexpr std::size_t kMostPrinted = 8000;  // bytes of output or of a compiler's messages
constexpr std::size_t kOpenLines = 12;      // output of at most this many lines is open from the start

Values in_words(const Run& run, const Call& call, bool with_program) {
  return {{"who", with_program ? program_label(run, call.program) + ": " : ""},
          {"words", in_both(arrowed(describe(run, call, Language::kEnglish)), arrowed(describe(run, call, Language::kKorean)))},
          {"where", call.place ? " (" + label(call.place) + ")" : ""}};
}

Values in_words(const Run& run, const Event& event) {
  return {
      {"who", ""}, {"words", in_both(describe(run, event, Language::kEnglish), describe(run, event, Language::kKorean))}, {"where", ""}};
}

// The argument for a sentence about what is left out; empty if nothing is.
Values counted(std::size_t count) { return count > 0 ? Values{{"count", count}} : Values(); }

// The calls and events in the part that is drawn, in order, and how many are left out.
std::pair<Values, std::size_t> records(const Run& run, const Timeline& drawn, const Flags& flags) {
  struct Record {
    std::uint64_t order;
    std::int64_t at_us;
    const Call* call;
    const Event* event;
  };
  std::vector<Record> records;
  for (const Call& call : run.calls) records.push_back({call.begin.order, call.begin.at_us, &call, nullptr});
  for (const Event& event : run.events) records.push_back({event.when.order, event.when.at_us, nullptr, &event});
  std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.order < b.order; });
  const bool several = several_call(run);
  Values shown = Values::array();
  for (const Record& record : records) {
    const Call* call = record.call;
    if (!drawn.shows(record.order) && !(call && call->end && drawn.shows(call->end->order))) continue;
    const auto flag = std::find_if(flags.begin(), flags.end(), [&](const auto& one) {
      return one.first == record.order || (call && call->end && one.first == call->end->order);
    });
    Values values = call ? in_words(run, *call, several) : in_words(run, *record.event);
    values["name"] = call ? fmt::format("c{}", call - run.calls.data()) : fmt::format("e{}", record.event - run.events.data());
    values["at"] = text::in_milliseconds(record.at_us);
    values["flag"] = flag == flags.end() ? "" : flag->second;
    shown.push_back(std::move(values));
  }
  return {shown, records.size() - shown.size()};
}

// The values for the template: the timeline, the calls in words, and the output.
Values recorded(const Run& run, const std::string& id, const Flags& flags) {
  std::vector<std::uint64_t> moments;
  for (const auto& [order, names] : flags) moments.push_back(order);
  const Timeline drawn = timeline(run, moments, kMostColumns);
  std::vector<std::string> flag_texts;
  for (const Timeline::Mark& mark : drawn.marks) flag_texts.push_back(flags.at(mark.order));
  const Drawing drawing = svg(drawn, run, id, flag_texts);
  const auto [shown, left_out] = records(run, drawn, flags);
  const auto printed_by = [](const std::string& name) { return said("report_printed", {{"program", one_line(name, 40)}}); };
  std::string prints = printed(printed_by(run.program), run.output, run.output_cut, true);
  prints += printed(said("run_errors"), run.errors, run.output_cut, true);
  for (const trace::Program& program : run.programs)
    if (program.role == trace::Program::Role::kPeer) prints += printed(printed_by(program.name), program.output, false, false);
  return {{"names", as_html(drawing.names)},
          {"names_width", drawing.names_width},
          {"chart", as_html(drawing.chart)},
          {"width", drawing.width},
          {"height", drawing.height},
          {"programs_left_out", counted(drawn.programs_left_out)},
          {"slots_left_out", counted(drawn.slots_left_out)},
          {"count", run.calls.size()},
          {"records", shown},
          {"records_left_out", counted(left_out)},
          {"prints", as_html(prints)}};
}

}  // namespace

std::string arrowed(std::string words) {
  if (const std::size_t at = words.find(") -> "); at != std::string::npos) words.replace(at + 2, 2, "\xE2\x86\x92");
  return words;
}

std::string printed(const Values& summary, const std::string& bytes, bool was_cut, bool open) {
  if (bytes.empty()) return "";
  std::string shown = text::decode_output(std::string_view(bytes).substr(0, 2 * kMostPrinted), true);
  if (shown.size() > kMostPrinted || bytes.size() > 2 * kMostPrinted) {
    std::size_t end = std::min(shown.size(), kMostPrinted);
    const std::size_t line = shown.rfind('\n', end);
    if (line != std::string::npos && line > 0) end = line;
    while (end > 0 && end < shown.size() && (static_cast<unsigned char>(shown[end]) & 0xC0) == 0x80) --end;
    shown.resize(end);
    was_cut = true;
  }
  while (!shown.empty() && shown.back() == '\n') shown.pop_back();
  open = open && static_cast<std::size_t>(std::count(shown.begin(), shown.end(), '\n')) < kOpenLines;
  return filled_template(printed_html().text, {{"open", open}, {"summary", summary}, {"text", shown}, {"cut", was_cut}});
}

std::optional<At> at_moment(const Run& run, std::uint64_t order) {
  if (const Call* const call = trace::call_at(run, order)) return At{in_words(run, *call, several_call(run)), call->begin.at_us};
  for (const Event& event : run.events)
    if (event.when.order == order) return At{in_words(run, event), event.when.at_us};
  return {};
}

std::string figure(const Run& run, const std::string& id, const Flags& flags, const Style& style, int level) {
  const bool is_recorded = run.outcome == Run::Outcome::kRecorded && !run.programs.empty();
  Values values = {{"id", id},
                   {"lab", run.lab},
                   {"program", one_line(run.program, 40)},
                   {"scenario", one_line(run.scenario, 60)},
                   {"level", level},
                   {"below", level + 1},
                   {"not_recorded", ""},
                   {"recorded", ""},
                   {"steps", ""}};
  if (is_recorded) {
    const Run* const correct = counterpart(run, style.correct);
    const std::string steps = step_data(run, flags, style.sources, correct);
    const bool no_correct = !correct && std::any_of(style.correct.begin(), style.correct.end(),
                                                    [&](const Run& one) { return one.lab == run.lab && one.program == run.program; });
    values["steps"] = steps.empty() ? Values() : Values{{"data", as_html(steps)}, {"no_correct", no_correct}};
    values["recorded"] = recorded(run, id, flags);
  } else {
    const std::string log = students_messages(text::decode_output(run.detail, true));
    values["not_recorded"] = {{"reason", one_line(run.reason, 40)}, {"log", as_html(printed(said("report_compiler"), log, false, true))}};
  }
  return filled_template(run_html().text, values);
}

}  // namespace lab::report
