// The command lines of these processes, and the handling of their output.
#include "cli/class_unit.h"

#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "class/results.h"
#include "cli/host.h"
#include "cli/shared_options.h"
#include "compile/process.h"
#include "text/files.h"
#include "text/path.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

// A check limits the run time of each program itself, so a process that takes longer than this is broken.
constexpr std::chrono::minutes kLongest{30};

// The end of a process's output, on one line. If it is a problem (print_problem), without what was printed before, such as progress.
std::string last_words(std::string printed) {
  constexpr std::size_t kMost = 300;
  constexpr std::string_view kProblem = "lab: ";
  const std::size_t problem = ("\n" + printed).rfind("\n" + std::string(kProblem));
  if (problem != std::string::npos) printed.erase(0, problem + kProblem.size());
  printed.erase(printed.find_last_not_of(" \r\n") + 1);
  std::string line = printed.size() > kMost ? "..." + printed.substr(printed.size() - kMost) : printed;
  for (char& c : line)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return line;
}

// The worker's reports are always written; only exit status 2 means that the grader could not do its work.
std::string run_worker(compile::Command command, const fs::path& result, const fs::path& page) {
  command.argv.insert(command.argv.end(), {"--json", text::utf8(result), "--html", text::utf8(page)});
  const compile::Finished finished = compile::run(command);
  const bool is_judged = finished.exit_status == 0 || finished.exit_status == 1 || finished.exit_status == 3;
  if (is_judged && !finished.timed_out && fs::exists(result) && fs::exists(page)) return "";
  return why_ended(finished);
}

}  // namespace

compile::Command unit_worker(const Kit& kit, std::optional<int> processor) {
  compile::Command command;
  command.argv = worker_command(processor);
  command.argv.push_back(text::utf8(own_program()));
  command.environment["LAB_ROOT"] = text::utf8(kit.root);
  // With the variables that divide a class (class/shard.h), GoogleTest would divide the checks of each submission, too.
  command.environment["GTEST_TOTAL_SHARDS"] = "1";
  command.environment["GTEST_SHARD_INDEX"] = "0";
  command.limit = kLongest;
  command.cleans_up = true;
  return command;
}

std::string why_ended(const compile::Finished& finished) {
  const std::string said = last_words(finished.err.empty() ? finished.out : finished.err);
  return said.empty() ? "exit status " + std::to_string(finished.exit_status) + "." : said;
}

std::string check_unit(const Kit& kit, const fs::path& files, const fs::path& unit, const UnitOptions& options,
                       std::optional<int> processor) {
  compile::Command command = unit_worker(kit, processor);
  command.argv.push_back("check");
  command.argv.insert(command.argv.end(), options.labs.begin(), options.labs.end());
  command.argv.insert(command.argv.end(), {"--from", text::utf8(files), "--runs", text::utf8(unit / classes::kRunsFolder)});
  command.argv.insert(command.argv.end(), {"--jobs", "2"});  // starts the second run while the first one is ending
  command.argv.push_back("--for-student");
  if (options.no_box) command.argv.push_back("--no-box");
  if (options.no_compare) command.argv.push_back(kNoCompare);
  const auto begun = std::chrono::steady_clock::now();
  std::string trouble = run_worker(std::move(command), unit / classes::kResultFile, unit / classes::kPageFile);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begun;
  if (trouble.empty()) text::write_file(unit / kTimeFile, nlohmann::json{{"seconds", std::round(seconds.count() * 10) / 10}}.dump() + "\n");
  return trouble;
}

}  // namespace lab::cli
