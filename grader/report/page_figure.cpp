// One run on the report page.
#include "report/page_figure.h"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "report/columns.h"
#include "report/compiler_log.h"
#include "report/describe.h"
#include "report/markup.h"
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
constexpr std::size_t kOpenLines = 12;      // output that is no longer needs no click

// Whether it has to be said whose calls the calls are.
bool several_call(const Run& run) {
  return std::any_of(run.calls.begin(), run.calls.end(), [](const Call& call) { return call.program != 0; });
}

std::string in_words(const Run& run, const Call& call, bool with_program) {
  const std::string who = with_program ? escaped(program_label(run, call.program)) + ": " : "";
  const std::string where = call.place ? " (" + escaped(label(call.place)) + ")" : "";
  return who + both(arrowed(describe(run, call, Language::kEnglish)), arrowed(describe(run, call, Language::kKorean))) + where;
}

std::string in_words(const Run& run, const Event& event) {
  return both(describe(run, event, Language::kEnglish), describe(run, event, Language::kKorean));
}

// The calls and events of the part that is drawn, in order.
std::string list(const Run& run, const std::string& id, const Timeline& drawn, const Flags& flags) {
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
  std::string items;
  std::size_t left_out = 0;
  for (const Record& record : records) {
    const Call* call = record.call;
    if (!drawn.shows(record.order) && !(call && call->end && drawn.shows(call->end->order))) {
      ++left_out;
      continue;
    }
    const auto flag = std::find_if(flags.begin(), flags.end(), [&](const auto& one) {
      return one.first == record.order || (call && call->end && one.first == call->end->order);
    });
    const std::string name = call ? fmt::format("c{}", call - run.calls.data()) : fmt::format("e{}", record.event - run.events.data());
    items += fmt::format("<li id=\"{0}-{1}\" data-r=\"{1}\"{2}><time>{3:.1f} ms</time> ", id, name,
                         flag == flags.end() ? "" : " class=\"flagged\"", static_cast<double>(record.at_us) / 1000);
    items += "<span>" + (call ? in_words(run, *call, several) : in_words(run, *record.event)) + "</span>";
    if (flag != flags.end()) items += " <strong>! " + escaped(flag->second) + "</strong>";
    items += "</li>\n";
  }
  std::string html =
      "<details class=\"calls\"><summary>" + both_say("page_calls", {{"count", run.calls.size()}}) + "</summary><ol>\n" + items + "</ol>";
  if (left_out > 0) html += "<p>" + both_say("run_more_records", {{"count", left_out}}) + "</p>";
  return html + "</details>\n";
}

}  // namespace

std::string arrowed(std::string words) {
  if (const std::size_t at = words.find(") -> "); at != std::string::npos) words.replace(at + 2, 2, "\xE2\x86\x92");
  return words;
}

std::string printed_html(const std::string& summary, const std::string& bytes, bool was_cut, bool open) {
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
  std::string html = fmt::format("<details class=\"printed\"{}><summary>{}</summary><pre dir=\"ltr\" tabindex=\"0\">{}</pre>",
                                 open ? " open" : "", summary, escaped(shown));
  if (was_cut) html += "<p class=\"cut\">" + both_say("run_cut") + "</p>";
  return html + "</details>\n";
}

std::optional<At> at_moment(const Run& run, std::uint64_t order) {
  if (const Call* const call = trace::call_at(run, order)) return At{in_words(run, *call, several_call(run)), call->begin.at_us};
  for (const Event& event : run.events)
    if (event.when.order == order) return At{in_words(run, event), event.when.at_us};
  return {};
}

std::string figure(const Run& run, const std::string& id, const Flags& flags, const Style& style, int level) {
  const nlohmann::json about = {{"program", one_line(run.program, 40)}, {"scenario", one_line(run.scenario, 60)}};
  std::string html = fmt::format("<figure class=\"run\" id=\"{0}\" data-run=\"{1}\"><figcaption id=\"{0}-title\">{2}</figcaption>\n", id,
                                 escaped(fmt::format("{}/{}/{}", run.lab, one_line(run.program, 40), one_line(run.scenario, 60))),
                                 both_say("page_run", about));
  if (run.outcome != Run::Outcome::kRecorded || run.programs.empty()) {
    html += "<p>" + both_say("run_not_recorded", {{"reason", one_line(run.reason, 40)}}) + "</p>";
    return html + printed_html(both_say("report_compiler"), students_messages(text::decode_output(run.detail, true)), false, true) +
           "</figure>\n";
  }
  std::vector<std::uint64_t> moments;
  for (const auto& [order, names] : flags) moments.push_back(order);
  const Timeline drawn = timeline(run, moments, kMostColumns);
  std::vector<std::string> flag_texts;
  for (const Timeline::Mark& mark : drawn.marks) flag_texts.push_back(flags.at(mark.order));
  const Drawing drawing = svg(drawn, run, id, flag_texts);

  if (const std::string data = step_data(run, flags, style.sources, counterpart(run, style.correct)); !data.empty())
    html += filled_template(step_html().text,
                            {{"id", id}, {"data", data}, {"level", std::to_string(level)}, {"below", std::to_string(level + 1)}});
  html += filled_template(timeline_html().text, {{"id", id},
                                                 {"level", std::to_string(level)},
                                                 {"names", drawing.names},
                                                 {"names_width", std::to_string(drawing.names_width)},
                                                 {"chart", drawing.chart},
                                                 {"width", std::to_string(drawing.width)},
                                                 {"height", std::to_string(drawing.height)}});
  if (drawn.programs_left_out > 0) html += "<p>" + both_say("run_more_programs", {{"count", drawn.programs_left_out}}) + "</p>";
  if (drawn.slots_left_out > 0) html += "<p>" + both_say("run_more_slots", {{"count", drawn.slots_left_out}}) + "</p>";
  html += list(run, id, drawn, flags);
  html += printed_html(both_say("report_printed", {{"program", one_line(run.program, 40)}}), run.output, run.output_cut, true);
  html += printed_html(both_say("run_errors"), run.errors, run.output_cut, true);
  for (const trace::Program& program : run.programs)
    if (program.role == trace::Program::Role::kPeer)
      html += printed_html(both_say("report_printed", {{"program", one_line(program.name, 40)}}), program.output, false, false);
  return html + "</figure>\n";
}

}  // namespace lab::report
