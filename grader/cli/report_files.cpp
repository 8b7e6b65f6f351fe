// The formats of a report: option, help, and what makes the text.
#include "cli/report_files.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/write_file.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

// A new format is a function in report/ and a row here.
struct Format {
  const char* option;
  Help help;
  std::string (*text)(const trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<trace::Run>& runs,
                      const report::Style& style);
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
     [](const auto& result, const auto& labs, const auto& runs, const auto& style) { return report::html(result, labs, runs, style); }},
};

}  // namespace

void add_report_files(Options& add, ReportFiles& files) {
  files.resize(std::size(kFormats));
  for (std::size_t i = 0; i < files.size(); ++i) add.option(kFormats[i].option, files[i], kFormats[i].help);
}

void require_writable(const ReportFiles& files) {
  for (const std::string& file : files) {
    if (file.empty()) continue;
    const fs::path path = text::path_of(file);
    const bool was_there = fs::exists(path);
    if (!std::ofstream(path, std::ios::app)) throw text::Problem("file_not_written", {{"file", file}});
    if (!was_there) fs::remove(path);  // a check that is interrupted leaves no empty report
  }
}

void write_report_files(const ReportFiles& files, const trace::Result& result, const std::vector<rubric::Lab>& labs,
                        const std::vector<trace::Run>& runs, const report::Style& style) {
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!files[i].empty()) write_file(files[i], kFormats[i].text(result, labs, runs, style));
}

}  // namespace lab::cli
