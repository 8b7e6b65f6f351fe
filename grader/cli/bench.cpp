// lab bench: measures the cost of a check, and compares it with launching the same programs bare.
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "checks/judge.h"
#include "cli/commands.h"
#include "cli/paragraph.h"
#include "cli/progress.h"
#include "cli/record.h"
#include "cli/shared_options.h"
#include "cli/specimen.h"

namespace lab::cli {
namespace {

constexpr int kRounds = 5;

// A known-wrong program for each lab, of the kind that keeps the grader busy longest.
constexpr std::pair<const char*, const char*> kWrong[] = {{"01", "wrong/not_terminated"},
                                                          {"02", "wrong/sizeof_buffer_sent"},
                                                          {"03", "wrong/floods_at_end_of_input"},
                                                          {"04", "wrong/zero_time_out_loop"},
                                                          {"05", "wrong/no_wait"},
                                                          {"06", "wrong/waits_its_turn"},
                                                          {"07", "wrong/ignores_exit"}};

// The lab's specimen from kWrong, if there is one.
std::optional<Specimen> wrong_program(const Kit& kit, const rubric::Lab& lab, int jobs) {
  for (const auto& [number, name] : kWrong) {
    if (lab.number != number) continue;
    for (Specimen& specimen : specimens(kit, lab, name, jobs))
      if (specimen.name == name) return std::move(specimen);
  }
  return {};
}

double seconds(const std::function<void()>& work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// Records all runs for the entry, including those for the solution's programs, as for a student.
Entry whole(Entry entry) {
  entry.known.clear();
  return entry;
}

std::size_t launches(const std::vector<trace::Run>& runs) {
  std::size_t count = 0;
  for (const trace::Run& run : runs) count += run.programs.size();
  return count;
}

// Measures what `lab watch` does after a save of `program`, starting with its compilation; the stage has already been started by then.
double seconds_after_save(const Kit& kit, Entry entry, const std::string& program) {
  for (const auto* list : {&entry.programs, &entry.borrowed})
    for (const compile::Built& built : *list)
      if (built.program != program) entry.known.push_back(built.program);
  std::chrono::steady_clock::time_point began;
  record(
      kit,
      [&] {
        began = std::chrono::steady_clock::now();
        return std::vector<Entry>{entry};
      },
      hasty_jobs());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

int bench(const Kit& kit, const std::vector<std::string>& labs, int jobs, const Reports& reports) {
  require_solutions(kit, "bench");
  const auto say = [&](const char* id, const nlohmann::json& args = nlohmann::json::object()) {
    return text::sentence(reports.language, id, args);
  };
  ProgressLine line(reports.language);
  print_paragraph(say("bench_about", {{"rounds", kRounds}, {"jobs", jobs}}) + "\n");
  fmt::print("lab  check ms  launches  bare ms  check/bare  save ms  wrong ms  wrong/check  wrong\n");
  for (const rubric::Lab* lab : kit.chosen(labs)) {
    line.begin(say("progress_compiling", {{"lab", lab->number}}));
    const std::vector<Specimen> solution = specimens(kit, *lab, "solution", jobs);
    const std::optional<Specimen> wrong = wrong_program(kit, *lab, jobs);
    std::vector<double> check_s, bare_s, wrong_s, save_s;
    std::size_t launched = 0;
    line.begin(say("progress_bench", {{"lab", lab->number}}), kRounds);
    for (int round = 0; round < kRounds; ++round) {
      check_s.push_back(seconds([&] { launched = launches(record(kit, {solution.front().entry}, jobs)); }));
      bare_s.push_back(launch_bare(kit, {solution.front().entry}, jobs).seconds);
      double slowest = 0;
      for (const std::string& program : lab->programs)
        slowest = std::max(slowest, seconds_after_save(kit, solution.front().entry, program));
      save_s.push_back(slowest);
      if (wrong) wrong_s.push_back(seconds([&] { record(kit, {whole(wrong->entry)}, jobs); }));
      line.show(static_cast<std::size_t>(round) + 1, kRounds);
    }
    line.clear();
    const double check_ms = median(check_s) * 1000, bare_ms = median(bare_s) * 1000;
    const double wrong_ms = wrong_s.empty() ? 0 : median(wrong_s) * 1000;
    fmt::print("{:<4} {:>8.0f}  {:>8}  {:>7.0f}  {:>10.2f}  {:>7.0f}  {:>8.0f}  {:>11.2f}  {}\n", lab->number, check_ms, launched, bare_ms,
               check_ms / bare_ms, median(save_s) * 1000, wrong_ms, wrong_ms / check_ms, wrong ? wrong->name : "-");
  }
  return 0;
}

}  // namespace

Command bench_command() {
  return {"bench",
          {"measure how long checks take, compared with the same programs without the grader",
           "채점에 걸리는 시간을 재어, 같은 프로그램을 채점기 없이 실행할 때와 비교합니다"},
          [](Options& add) -> Command::Run {
            const auto labs = std::make_shared<std::vector<std::string>>();
            add_labs(add, *labs);
            return [labs](const Kit& kit, const Reports& reports) { return bench(kit, *labs, default_jobs(), reports); };
          }};
}

}  // namespace lab::cli
