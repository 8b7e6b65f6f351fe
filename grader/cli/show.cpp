// lab show: recordings on the console, or in files for a browser and for ui.perfetto.dev.
#include <fmt/core.h>

#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/paragraph.h"
#include "cli/run_files.h"
#include "cli/shared_options.h"
#include "cli/write_file.h"
#include "report/report.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::sentence;

struct ShowOptions {
  std::vector<fs::path> paths;
  std::string html, trace;  // files to write instead; `trace`: Chrome's Trace Event JSON
};

int show(const ShowOptions& options, const Reports& reports) {
  const report::Style style = style_of(reports);
  const std::vector<trace::Run> runs = read_runs(options.paths, false, reports.language);
  const auto write = [&](const std::string& file, const std::string& text, const char* sentence_of_it) {
    write_file(file, text);
    print_paragraph(sentence(style.language, sentence_of_it, {{"file", file}}));
  };
  if (!options.html.empty()) write(options.html, report::html(runs, style), "show_page_written");
  if (!options.trace.empty())
    write(options.trace, report::trace_events(runs).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n",
          "show_trace_written");
  if (!options.html.empty() || !options.trace.empty()) return 0;
  for (const trace::Run& run : runs) fmt::print("{}\n", report::show(run, style));
  return 0;
}

}  // namespace

Command show_command() {
  return {
      "show", {"show a recording as a timeline", "실행 기록을 타임라인으로 보여 줍니다"}, [](Options& add) -> Command::Run {
        const auto options = std::make_shared<ShowOptions>();
        add_recordings(add, options->paths);
        add.option("--html", options->html, {"write a page with the timelines to this file", "타임라인이 있는 페이지를 이 파일에 씁니다"});
        add.option("--trace", options->trace,
                   {"write a trace for ui.perfetto.dev to this file", "ui.perfetto.dev에서 열 수 있는 트레이스를 이 파일에 씁니다"});
        return [options](const Kit&, const Reports& reports) { return show(*options, reports); };
      }};
}

}  // namespace lab::cli
