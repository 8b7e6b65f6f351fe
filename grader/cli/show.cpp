// lab show: shows recordings on the console, or writes them to files for a browser or ui.perfetto.dev.
#include <fmt/core.h>

#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/paragraph.h"
#include "cli/run_files.h"
#include "cli/shared_options.h"
#include "report/report.h"
#include "text/files.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::sentence;

struct ShowOptions {
  std::vector<fs::path> paths;
  std::filesystem::path against;  // recordings of correct programs
  std::string html, trace;        // files to write instead; `trace`: Chrome's Trace Event JSON
};

int show(const ShowOptions& options, const Reports& reports) {
  report::Style style = style_of(reports);
  if (!options.against.empty()) style.correct = read_runs({options.against}, false, reports.language);
  const std::vector<trace::Run> runs = read_runs(options.paths, false, reports.language);
  const auto write = [&](const std::string& file, const std::string& text, const char* sentence_of_it) {
    text::write_file(file, text);
    print_paragraph(sentence(style.language, sentence_of_it, {{"file", file}}));
  };
  if (!options.html.empty()) write(options.html, report::html(runs, style), "show_page_written");
  if (!options.trace.empty())
    write(options.trace, report::trace_events(runs).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n",
          "show_trace_written");
  if (!options.html.empty() || !options.trace.empty()) return 0;
  for (const trace::Run& run : runs) {
    if (options.against.empty()) {
      fmt::print("{}\n", report::show(run, style));
      continue;
    }
    const trace::Run* const correct = report::counterpart(run, style.correct);
    if (!correct) throw text::Problem("show_no_counterpart", {{"program", run.program}, {"scenario", run.scenario}});
    fmt::print("{}\n", report::show_against(run, *correct, style));
  }
  return 0;
}

}  // namespace

Command show_command() {
  return {
      "show", {"show a recording as a timeline", "실행 기록을 타임라인으로 보여 줍니다"}, [](Options& add) -> Command::Run {
        const auto options = std::make_shared<ShowOptions>();
        add_recordings(add, options->paths);
        add.option("--against", options->against,
                   {"compare with the recording of a correct program: a file, or a folder of them",
                    "올바른 프로그램의 실행 기록과 비교합니다. 파일 하나, 또는 실행 기록이 든 폴더"});
        add.option("--html", options->html, {"write a page with the timelines to this file", "타임라인이 있는 페이지를 이 파일에 씁니다"});
        add.option("--trace", options->trace,
                   {"write a trace for ui.perfetto.dev to this file", "ui.perfetto.dev에서 열 수 있는 트레이스를 이 파일에 씁니다"});
        return [options](const Kit&, const Reports& reports) { return show(*options, reports); };
      }};
}

}  // namespace lab::cli
