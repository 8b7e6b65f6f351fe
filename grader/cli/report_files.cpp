// The formats of a report: the option, its help, and the function that generates the text.
#include "cli/report_files.h"

#include <iterator>

#include "text/files.h"
#include "text/path.h"

namespace lab::cli {
namespace {

// To add a format, write a function in report/ and add a row here.
struct Format {
  const char* option;
  Help help;
  std::string (*text)(const trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<trace::Run>& runs,
                      const report::Style& style);
  // Null: nothing is written before the end.
  std::string (*unfinished)(const report::Unfinished& unfinished, const std::vector<const rubric::Lab*>& labs,
                            text::Language language) = nullptr;
  bool page = false;  // a page, which compares with correct programs
};

const Format kFormats[] = {
    {"--json",
     {"write the verdicts to this file as JSON", "판정을 이 파일에 JSON으로 씁니다"},
     [](const auto& result, const auto&, const auto&, const auto&) { return report::json(result).dump(2) + "\n"; }},
    {"--junit",
     {"write the verdicts to this file as JUnit XML", "판정을 이 파일에 JUnit XML로 씁니다"},
     [](const auto& result, const auto&, const auto&, const auto& style) { return report::junit(result, style.language); }},
    {"--html",
     {"write a report page with timelines to this file", "타임라인이 있는 보고서 페이지를 이 파일에 씁니다"},
     [](const auto& result, const auto& labs, const auto& runs, const auto& style) { return report::html(result, labs, runs, style); },
     nullptr,
     true},
    {"--gradescope",
     {"write results.json for Gradescope to this file, from the start of the check",
      "채점을 시작할 때부터 Gradescope용 results.json을 이 파일에 씁니다"},
     [](const auto& result, const auto& labs, const auto&, const auto& style) {
       return report::gradescope(result, labs, style.language).dump(2) + "\n";
     },
     [](const auto& unfinished, const auto& labs, text::Language language) {
       return report::gradescope(unfinished, labs, language).dump(2) + "\n";
     }},
};

}  // namespace

void add_report_files(Options& add, ReportFiles& files) {
  files.resize(std::size(kFormats));
  for (std::size_t i = 0; i < files.size(); ++i) add.option(kFormats[i].option, files[i], kFormats[i].help);
}

void require_writable(const ReportFiles& files) {
  for (const std::string& file : files)
    if (!file.empty()) text::require_writable(text::path_of(file), file);
}

bool has_page(const ReportFiles& files) {
  for (std::size_t i = 0; i < files.size(); ++i)
    if (kFormats[i].page && !files[i].empty()) return true;
  return false;
}

void write_report_files(const ReportFiles& files, const trace::Result& result, const std::vector<rubric::Lab>& labs,
                        const std::vector<trace::Run>& runs, const report::Style& style) {
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!files[i].empty()) text::write_file(text::path_of(files[i]), kFormats[i].text(result, labs, runs, style), files[i]);
}

void write_unfinished_files(const ReportFiles& files, const report::Unfinished& unfinished, const std::vector<const rubric::Lab*>& labs,
                            text::Language language) {
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!files[i].empty() && kFormats[i].unfinished)
      text::write_file(text::path_of(files[i]), kFormats[i].unfinished(unfinished, labs, language), files[i]);
}

}  // namespace lab::cli
