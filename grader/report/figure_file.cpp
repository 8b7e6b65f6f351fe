// Draws a run as an SVG file with several rows, one below the other, for a page of text.
#include "report/columns.h"
#include "report/page_files.h"
#include "report/page_template.h"
#include "report/report.h"
#include "report/svg.h"
#include "report/timeline.h"

namespace lab::report {
namespace {

constexpr int kWidth = 800;  // pixels; a page of text is not much wider
constexpr int kBetweenRows = 14, kMargin = 8;
constexpr std::size_t kAroundAMoment = 16;  // columns, if only one moment is shown

// `alone`: as a separate file; otherwise, as part of a page.
std::string drawn(const trace::Run& run, const std::string& name, text::Language language, const std::optional<Flagged>& flagged,
                  bool alone) {
  const Timeline shown = flagged ? timeline(run, {flagged->order}, kAroundAMoment) : timeline(run, std::vector<std::uint64_t>());
  const std::vector<std::string> flags(shown.marks.size(), flagged ? flagged->words : "");
  Look look;
  look.only = language;
  look.times = false;
  // How much of the width the names need is known only after drawing.
  look.row_width = kWidth - 2 * kMargin - svg(shown, run, name, flags, look).names_width;
  const Drawing drawing = svg(shown, run, name, flags, look);
  Values rows = Values::array();
  int y = kMargin;
  for (const Drawing::Row& row : drawing.rows) {
    rows.push_back({{"y", y}, {"left", row.left}, {"width", row.right - row.left}, {"again", as_html(row.again)}});
    y += drawing.height + kBetweenRows;
  }
  return filled_template(figure_svg().text,
                         {{"alone", alone},
                          {"lang", code_of(language)},
                          {"css", as_html(figure_css().text)},
                          {"program", one_line(run.program, 40)},
                          {"scenario", one_line(run.scenario, 60)},
                          {"id", name},
                          {"width", kWidth},
                          {"height", y - kBetweenRows + kMargin},
                          {"names", as_html(drawing.names)},
                          {"chart", as_html(drawing.chart)},
                          {"names_left", kMargin},
                          {"chart_left", kMargin + drawing.names_width},
                          {"row_height", drawing.height},
                          {"rows", std::move(rows)}},
                         language);
}

}  // namespace

std::string figure_file(const trace::Run& run, const std::string& name, text::Language language, const std::optional<Flagged>& flagged) {
  return drawn(run, name, language, flagged, true);
}

std::string picture(const trace::Run& run, const std::string& name, const std::optional<Flagged>& flagged) {
  return drawn(run, name + "-en", text::Language::kEnglish, flagged, false) +
         drawn(run, name + "-ko", text::Language::kKorean, flagged, false);
}

}  // namespace lab::report
