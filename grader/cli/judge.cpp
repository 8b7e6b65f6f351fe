// lab judge: judges saved recordings without starting any student program.
#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/report_files.h"
#include "cli/run_files.h"
#include "cli/shared_options.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

struct JudgeOptions {
  std::vector<fs::path> paths;
  std::string only;
  ReportFiles files;
};

int judge(const Kit& kit, const JudgeOptions& options, Reports reports) {
  require_writable(options.files);
  const std::vector<trace::Run> runs = read_runs(options.paths, true, reports.language);
  std::vector<std::string> labs;
  for (const trace::Run& run : runs) labs.push_back(run.lab);
  const auto chosen = kit.chosen(labs);
  if (!options.only.empty()) require_known_check(chosen, options.only, reports.language);
  reports.files = options.files;
  reports.judged = report::Judged::kRecordings;
  return report(kit, runs, chosen, options.only, reports);
}

}  // namespace

Command judge_command() {
  return {"judge",
          {"judge kept recordings again, without starting any program", "프로그램을 실행하지 않고, 남겨 둔 실행 기록을 다시 채점합니다"},
          [](Options& add) -> Command::Run {
            const auto options = std::make_shared<JudgeOptions>();
            add_recordings(add, options->paths);
            add_only(add, options->only);
            add_report_files(add, options->files);
            return [options](const Kit& kit, const Reports& reports) { return judge(kit, *options, reports); };
          }};
}

}  // namespace lab::cli
