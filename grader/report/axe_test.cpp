// Checks the report page with axe-core (tests/axe.h).
#include <gmock/gmock.h>

#ifndef _WIN32

#include "replay/replay_samples.h"
#include "report/page_samples.h"
#include "tests/axe.h"

namespace lab::report {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

class ReportByAxe : public tests::AxeTest {
 protected:
  // The violations in both languages.
  std::vector<std::string> violations_of(const std::string& page) {
    open(folder.write("report.html", page));
    browser.evaluate(
        "(async () => { for (const one of document.querySelectorAll('.steps')) { one.scrollIntoView(); await new "
        "Promise(requestAnimationFrame); await new Promise(requestAnimationFrame); } })()");
    std::vector<std::string> found = violations("en");
    browser.evaluate("document.querySelector('button[data-lang=ko]').click()");
    for (std::string& one : violations("ko")) found.push_back(std::move(one));
    return found;
  }
};

TEST_F(ReportByAxe, SeesWhatIsWrong) {
  EXPECT_THAT(violations_of("<!DOCTYPE html><html lang=\"en\"><title>x</title><main><h1>x</h1><button data-lang=\"ko\"></button></main>"),
              Not(IsEmpty()));
}

TEST_F(ReportByAxe, FindsNothingWhereChecksFail) { EXPECT_THAT(violations_of(sample_page()), IsEmpty()); }

TEST_F(ReportByAxe, FindsNothingWhereEveryCheckPasses) {
  trace::Run run = replay::recorded(replay::kTwoWaits);
  run.lab = "05";
  run.facts["show_output"] = "yes";
  const std::string check = "AdderManager.WaitsForBothWorkers";
  EXPECT_THAT(violations_of(html(result_of({{check, trace::Outcome::kPassed, 4, 4, {}}}), labs_with(check), {run}, {})), IsEmpty());
}

TEST_F(ReportByAxe, FindsNothingBesideACorrectRunWithTimesAndSource) {
  trace::Run run = replay::recorded(replay::kNoWait);
  Style style;
  style.correct = {replay::recorded(replay::kTwoWaits)};
  std::string& source = style.sources["05/AdderManager/AdderManager.cpp"];
  for (int line = 1; line <= 60; ++line) source += "    line(" + std::to_string(line) + ");\n";
  run.lab = style.correct[0].lab = "05";
  const std::string check = "AdderManager.WaitsForBothWorkers";
  open(folder.write("report.html", html(result_of({failed(check, 10, run.scenario)}), labs_with(check), {run}, style)));
  browser.evaluate("document.querySelector('.steps').scrollIntoView(); document.querySelector('[data-step=against]').click()");
  browser.evaluate("document.querySelector('[data-times]').click()");
  ASSERT_TRUE(browser.evaluate("document.querySelectorAll('.step-rows tr').length > 5"));
  EXPECT_THAT(violations("compared"), IsEmpty());
  browser.evaluate("document.querySelector('[data-step=last]').click(); document.querySelector('button[data-lang=ko]').click()");
  EXPECT_THAT(violations("compared, ko"), IsEmpty());
}

TEST_F(ReportByAxe, FindsNothingInMailslotsAndHandles) {
  EXPECT_THAT(violations_of(html({replay::recorded(replay::kHeir), replay::recorded(replay::kLeak)}, {})), IsEmpty());
}

}  // namespace
}  // namespace lab::report

#endif
