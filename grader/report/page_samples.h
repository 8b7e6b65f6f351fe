// Verdicts and pages for testing the report page.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/report.h"
#include "report/report_samples.h"
#include "tests/because.h"

namespace lab::report {

inline trace::Verdict failed(const std::string& check, std::uint64_t order, const std::string& scenario = "worker_1_first") {
  return {check, trace::Outcome::kFailed, 0, 4,
          tests::because("exit_code_read_too_early",
                         {{"worker", "PartAdder 1 5"}, {"at_ms", 5.1}, {"value", 259}, {"call", "GetExitCodeProcess"}}, scenario, order)};
}

inline trace::Result result_of(std::vector<trace::Verdict> verdicts) {
  trace::Result result;
  result.submission = "hong";
  result.platform = "Wine 8.0, corrected";
  result.grader = "1.0";
  result.rubric = "0123456789abcdef";
  result.labs = {{"05", std::move(verdicts), 0, 0}};
  for (const trace::Verdict& verdict : result.labs[0].verdicts) {
    result.labs[0].score += verdict.points;
    result.labs[0].max_score += verdict.max_points;
  }
  return result;
}

inline std::vector<rubric::Lab> labs_with(const std::string& check) {
  rubric::Lab lab;
  lab.number = "05";
  lab.title = {"Adder manager", "덧셈 관리자"};
  lab.checks = {{check,
                 4,
                 {"Waits until both workers have ended.", "두 작업 프로세스가 끝날 때까지 기다립니다."},
                 {{"Is it over?", "끝났을까요?"}, {"A wait.", "기다리기."}, {"WaitForSingleObject.", "WaitForSingleObject."}},
                 3}};
  return {lab};
}

// One check passes, and two fail at different moments in one run.
inline std::string sample_page(text::Language language = text::Language::kEnglish) {
  Style style;
  style.language = language;
  style.command = "./lab";
  return html(result_of({{"AdderManager.StartsBothWorkers", trace::Outcome::kPassed, 1, 1, {}},
                         failed("AdderManager.WaitsForBothWorkers", 51),
                         failed("AdderManager.WaitsForNobody", 62)}),
              labs_with("AdderManager.WaitsForBothWorkers"), {race()}, style);
}

// Markup, control characters, bidirectional formatting characters and megabytes of text, wherever a program or its name can put them.
inline const std::string kHostile =
    std::string(
        "</pre></script><script>window.canary=1</script><img src=x onerror=\"window.canary=1\"><svg onload='window.canary=1'>\x1b[2J\x07") +
    '\0' + "\xE2\x80\xAE\xD8\x9C\xE2\x81\xA6 evil ]]> <!-- <style>*{display:none}</style>";

inline std::string hostile_page() {
  trace::Run run = race();
  run.programs[1].name = run.programs[1].arguments = kHostile;
  run.scenario = kHostile;
  run.calls[0].text["command_line"] = kHostile;
  run.calls[3].text["written"] = kHostile;
  run.slots = {{kHostile, -1, true, kHostile, false}};
  Event posted;
  posted.kind = Event::Kind::kPosted;
  posted.when = at(30);
  posted.slot = 0;
  posted.text = kHostile;
  run.events.push_back(posted);
  while (run.output.size() < 3'000'000) run.output += kHostile + "\n";
  run.errors = std::string(2'000'000, 'x');
  trace::Run broken;
  broken.lab = "05";
  broken.program = "PartAdder";
  broken.outcome = trace::Run::Outcome::kNotBuilt;
  while (broken.detail.size() < 1'000'000) broken.detail += kHostile + "\n";
  trace::Result result =
      result_of({failed("AdderManager." + kHostile, 51, kHostile),
                 {"PartAdder.AddsItsRange", trace::Outcome::kNotBuilt, 0, 1, tests::because("not_built_log", {{"program", kHostile}})}});
  result.submission = result.platform = result.grader = kHostile;
  result.labs[0].verdicts[0].because.args["worker"] = kHostile;
  return html(result, labs_with("AdderManager." + kHostile), {run, broken}, {});
}

// A page with `checks` checks. Half of them fail, in pairs that share a run of some 40 calls.
inline std::string large_page(int checks) {
  std::vector<trace::Verdict> verdicts;
  std::vector<trace::Run> runs;
  for (int i = 0; i < checks; ++i) {
    const std::string name = "AdderManager.Check" + std::to_string(i);
    if (i % 4 >= 2) {
      verdicts.push_back({name, trace::Outcome::kPassed, 4, 4, {}});
      continue;
    }
    if (i % 4 == 0) {
      runs.push_back(race());
      runs.back().scenario = "run_" + std::to_string(i);
      for (std::uint64_t call = 0; call < 36; ++call)
        runs.back().calls.push_back(read_exit_code(call % 2 == 0 ? 1 : 2, 100 + 2 * call, 259));
    }
    verdicts.push_back(failed(name, i % 4 == 0 ? 120 : 140, runs.back().scenario));
  }
  return html(result_of(std::move(verdicts)), labs_with("AdderManager.Check1"), runs, {});
}

}  // namespace lab::report
