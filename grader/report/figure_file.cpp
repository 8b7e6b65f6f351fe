// A run as an SVG file of rows, one below the other, which stands in a text.
#include <fmt/core.h>

#include "report/columns.h"
#include "report/markup.h"
#include "report/page_files.h"
#include "report/report.h"
#include "report/svg.h"
#include "report/timeline.h"

namespace lab::report {
namespace {

constexpr int kWidth = 800;  // pixels; a page of text is not much wider
constexpr int kBetweenRows = 14, kMargin = 8;
constexpr std::size_t kAroundAMoment = 16;  // columns, where one moment is shown

struct Picture {
  int height = 0;
  std::string content;  // what stands below the ground
};

Picture rows_of(const trace::Run& run, const std::string& name, text::Language language, const std::optional<Flagged>& flagged) {
  const Timeline drawn = flagged ? timeline(run, {flagged->order}, kAroundAMoment) : timeline(run, std::vector<std::uint64_t>());
  const std::vector<std::string> flags(drawn.marks.size(), flagged ? flagged->words : "");
  Look look;
  look.only = language;
  look.times = false;
  // The names take of the width what they need, which only a drawing tells.
  look.row_width = kWidth - 2 * kMargin - svg(drawn, run, name, flags, look).names_width;
  const Drawing drawing = svg(drawn, run, name, flags, look);
  const int rows = static_cast<int>(drawing.rows.size());
  const std::string id = escaped(name);
  Picture picture;
  picture.height = 2 * kMargin + rows * drawing.height + (rows - 1) * kBetweenRows;
  picture.content =
      fmt::format("<defs><g id=\"{0}-names\">{1}</g>\n<g id=\"{0}-chart\">{2}</g></defs>\n", id, drawing.names, drawing.chart);
  int y = kMargin;
  for (const Drawing::Row& row : drawing.rows) {
    const int width = row.right - row.left;
    picture.content += fmt::format("<use href=\"#{}-names\" x=\"{}\" y=\"{}\"/>\n", id, kMargin, y);
    picture.content +=
        fmt::format("<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"{} 0 {} {}\"><use href=\"#{}-chart\"/>{}</svg>\n",
                    kMargin + drawing.names_width, y, width, drawing.height, row.left, width, drawing.height, id, row.again);
    y += drawing.height + kBetweenRows;
  }
  return picture;
}

std::string title_of(const trace::Run& run, text::Language language) {
  return escaped(text::sentence(language, "page_run", {{"program", one_line(run.program, 40)}, {"scenario", one_line(run.scenario, 60)}}));
}

}  // namespace

std::string figure_file(const trace::Run& run, const std::string& name, text::Language language, const std::optional<Flagged>& flagged) {
  const Picture picture = rows_of(run, name, language, flagged);
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"{0}\" width=\"{1}\" height=\"{2}\" viewBox=\"0 0 {1} {2}\">\n<title>{3}</title>\n",
      language == text::Language::kKorean ? "ko" : "en", kWidth, picture.height, title_of(run, language));
  out += fmt::format("<style>{}</style>\n<rect class=\"ground\" width=\"{}\" height=\"{}\"/>\n", figure_css().text, kWidth, picture.height);
  return out + picture.content + "</svg>\n";
}

std::string picture(const trace::Run& run, const std::string& name, const std::optional<Flagged>& flagged) {
  std::string both;
  for (const auto& [language, id] : {std::pair(text::Language::kEnglish, "en"), std::pair(text::Language::kKorean, "ko")}) {
    const Picture drawn = rows_of(run, name + "-" + id, language, flagged);
    both +=
        fmt::format("<span lang=\"{0}\"><svg class=\"moment\" role=\"img\" viewBox=\"0 0 {1} {2}\"><title>{3}</title>\n{4}</svg></span>\n",
                    id, kWidth, drawn.height, title_of(run, language), drawn.content);
  }
  return both;
}

}  // namespace lab::report
