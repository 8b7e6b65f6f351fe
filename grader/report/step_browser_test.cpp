// Tests stepping through a run in a real browser: Debian's chromium (browser.h).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#ifndef _WIN32

#include "replay/replay_samples.h"
#include "report/page_samples.h"
#include "tests/browser.h"
#include "tests/phrases.h"

namespace lab::report {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// The page of a check that failed at `order` in a run, or without a moment.
std::string page_of(trace::Run run, std::optional<std::uint64_t> order, text::Language language = text::Language::kEnglish) {
  Style style;
  style.language = language;
  style.sources["05/AdderManager/AdderManager.cpp"] = [] {
    std::string source;
    for (int line = 1; line <= 60; ++line) source += "    line(" + std::to_string(line) + ");\n";
    return source;
  }();
  const std::string check = "AdderManager.WaitsForBothWorkers";
  run.lab = "05";
  trace::Verdict verdict = failed(check, order.value_or(0), run.scenario);
  verdict.because.order = order;
  return html(result_of({verdict}), labs_with(check), {run}, style);
}

class StepsInABrowser : public ::testing::Test {
 protected:
  void open(const std::string& page) {
    browser.open_page(folder.write("report.html", page));
    browser.evaluate(
        "document.querySelector('.steps').scrollIntoView(); new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }
  void expect_quiet() const {
    EXPECT_THAT(browser.complaints, IsEmpty());
    EXPECT_THAT(browser.requests, SizeIs(1)) << ::testing::PrintToString(browser.requests);
  }
  std::string text(const std::string& selector) { return browser.evaluate("document.querySelector('" + selector + "').innerText"); }
  bool yes(const std::string& condition) { return browser.evaluate("Boolean(" + condition + ")"); }
  void click(const std::string& step) { browser.evaluate("document.querySelector('button[data-step=" + step + "]').click()"); }
  // The text on the card of a process or a mailslot.
  std::string card(int number) {
    return browser.evaluate("document.querySelectorAll('.object')[" + std::to_string(number) + "].innerText");
  }

  tests::Folder folder;
  tests::Browser browser;
};

TEST_F(StepsInABrowser, OpensWhereTheRunGoesWrong) {
  open(page_of(replay::recorded(replay::kNoWait), 10));
  EXPECT_THAT(text(".step-moment"), AllOf(HasSubstr("GetExitCodeProcess(PartAdder 1 5)"), HasSubstr("259 (STILL_ACTIVE)"),
                                          HasSubstr(tests::said("step_goes_wrong") + " WaitsForBothWorkers")));
  EXPECT_EQ(text(".step-moment .reason"), text("article .reason")) << "what the check says";
  EXPECT_EQ(text(".step-source li.here"), "    line(36);");
  EXPECT_TRUE(
      yes("(line => { const box = line.closest('.step-source').getBoundingClientRect(), own = line.getBoundingClientRect();"
          " return own.top >= box.top && own.bottom <= box.bottom; })(document.querySelector('.step-source li.here'))"))
      << "the line is in sight";
  EXPECT_THAT(card(1), AllOf(HasSubstr("PartAdder 1 5"), HasSubstr("Non-Signaled"), HasSubstr("259 (STILL_ACTIVE)")));
  EXPECT_EQ(text(".step-output"), tests::said("step_no_output"));
  EXPECT_EQ(text(".step-position"), "6 / 12");
  EXPECT_EQ(browser.evaluate("document.querySelector('.item.current').dataset.r"), "c4") << "the timeline shows the same call";
  expect_quiet();
}

TEST_F(StepsInABrowser, ShowsTheWholeOfALongLine) {
  trace::Run run = replay::recorded(replay::kNoWait);
  Style style;
  for (int line = 1; line <= 60; ++line)
    style.sources["05/AdderManager/AdderManager.cpp"] += "    line(" + std::string(200, 'x') + ", " + std::to_string(line) + ");\n";
  trace::Verdict verdict = failed("AdderManager.WaitsForBothWorkers", 10, run.scenario);
  run.lab = "05";
  const std::string page = html(result_of({verdict}), {}, {run}, style);
  for (const int width : {320, 1280}) {
    browser.resize(width, 800);
    open(page);
    EXPECT_THAT(text(".step-source li.here"), HasSubstr(", 36);"));
    EXPECT_TRUE(
        yes("(box => [...box.querySelectorAll('li > span')].every(line => line.getBoundingClientRect().right <= "
            "box.getBoundingClientRect().left + box.clientWidth))(document.querySelector('.step-source'))"))
        << width;
  }
  expect_quiet();
}

TEST_F(StepsInABrowser, ShowsAFailedCallAsFailedWhileItIsSelectedAndALargeExitCodeInHex) {
  trace::Run run = replay::recorded(replay::kTwoWaits);
  run.programs[1].exit_code = 0xE1AB0001;
  for (trace::Event& event : run.events)
    if (event.program == 1 && event.kind == trace::EventKind::kSignaled) event.value = 0xE1AB0001;
  run.calls.back().result = 0;
  run.calls.back().error = 6;
  open(page_of(run, 28));
  EXPECT_TRUE(yes("getComputedStyle(document.querySelector('.item.error.current rect')).strokeDasharray !== 'none'"));
  EXPECT_THAT(card(1), HasSubstr("0xE1AB0001"));
}

TEST_F(StepsInABrowser, OpensAtTheEndWhereNoMomentIsWrong) {
  open(page_of(replay::recorded(replay::kNoWait), std::nullopt));
  EXPECT_EQ(text(".step-position"), "12 / 12") << "what the check missed did not come up to here";
  EXPECT_TRUE(yes("document.querySelector('button.step-wrong').hidden"));
  click("first");
  browser.evaluate("document.querySelector('.steps').focus()");
  browser.press("w");
  EXPECT_EQ(text(".step-position"), "12 / 12") << "the key returns to where the page opened";
  expect_quiet();
}

TEST_F(StepsInABrowser, StepsByButtonsKeysAndSlider) {
  open(page_of(replay::recorded(replay::kNoWait), 10));
  click("on");
  EXPECT_EQ(text(".step-position"), "7 / 12");
  EXPECT_FALSE(yes("document.querySelector('.step-moment .reason')")) << "nothing went wrong here";
  click("first");
  EXPECT_EQ(text(".step-position"), "1 / 12");
  browser.evaluate("document.querySelector('.steps').focus()");
  browser.press("ArrowRight");
  browser.press("ArrowRight");
  EXPECT_EQ(text(".step-position"), "3 / 12");
  EXPECT_THAT(text(".step-moment"), HasSubstr("CreateProcess"));
  browser.press("ArrowLeft");
  EXPECT_EQ(text(".step-position"), "2 / 12");
  browser.press("End");
  EXPECT_EQ(text(".step-position"), "12 / 12");
  browser.press("w");
  EXPECT_EQ(text(".step-position"), "6 / 12");
  browser.press("Home");
  EXPECT_EQ(text(".step-position"), "1 / 12");
  browser.press("ArrowLeft");
  EXPECT_EQ(text(".step-position"), "1 / 12") << "there is nothing before";
  browser.evaluate(
      "(slider => { slider.value = 9; slider.dispatchEvent(new Event('input', {bubbles: true})); })(document.querySelector('.step-slider "
      "input'))");
  EXPECT_EQ(text(".step-position"), "9 / 12");
  browser.evaluate("document.querySelector('.item[data-r=c0]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
  EXPECT_EQ(text(".step-position"), "2 / 12") << "a call that is chosen in the timeline";
  expect_quiet();
}

TEST_F(StepsInABrowser, PlaysToTheEndAndStopsWhereSomebodySteps) {
  open(page_of(replay::recorded(replay::kNoWait), 20));
  EXPECT_EQ(text(".step-position"), "11 / 12");
  click("play");
  EXPECT_EQ(browser.evaluate("document.querySelector('[data-step=play]').getAttribute('aria-pressed')"), "true");
  browser.evaluate(
      "new Promise(done => { const look = () => document.querySelector('.step-position').innerText === '12 / 12' ? done() : "
      "requestAnimationFrame(look); look(); })");
  EXPECT_EQ(browser.evaluate("document.querySelector('[data-step=play]').getAttribute('aria-pressed')"), "false") << "the run is over";
  click("play");
  EXPECT_EQ(text(".step-position"), "1 / 12") << "from the begin";
  click("on");
  EXPECT_EQ(browser.evaluate("document.querySelector('[data-step=play]').getAttribute('aria-pressed')"), "false");
  expect_quiet();
}

TEST_F(StepsInABrowser, ShowsStatesExitCodesHandlesAndOutputOfEachMoment) {
  open(page_of(replay::recorded(replay::kTwoWaits), 9));  // the first worker exits
  EXPECT_THAT(card(1), AllOf(HasSubstr("\nSignaled"), HasSubstr("259 15")));
  EXPECT_TRUE(yes("document.querySelectorAll('.object')[1].querySelector('s').innerText === '259'"));
  EXPECT_TRUE(yes("document.querySelectorAll('.object')[1].matches('.changed')"));
  EXPECT_FALSE(yes("document.querySelectorAll('.object')[2].matches('.changed')"));
  EXPECT_THAT(card(0), AllOf(HasSubstr(tests::said("step_blocked")), HasSubstr("WaitForSingleObject")));
  EXPECT_TRUE(yes("document.querySelector('.step-source li.inside')")) << "the line that waits";
  EXPECT_EQ(browser.evaluate("document.querySelectorAll('.step-handles tbody tr').length"), 4);
  click("last");
  EXPECT_EQ(browser.evaluate("document.querySelectorAll('.step-handles tr.closed').length"), 4);
  EXPECT_EQ(text(".step-output pre"), "return_val1: 15\nreturn_val2: 40\ntotal: 55\n");
  open(page_of(replay::recorded(replay::kLeak), 27));
  EXPECT_EQ(browser.evaluate("[...document.querySelectorAll('.step-handles tr.leaked td:first-child')].map(one => one.innerText).join()"),
            "#2,#4");
  expect_quiet();
}

TEST_F(StepsInABrowser, TakesTheKeysOnceAReaderFollowsTheLinkToTheRun) {
  open(page_of(replay::recorded(replay::kNoWait), {}));
  EXPECT_FALSE(yes("document.activeElement.matches('.steps')"));
  browser.evaluate("document.querySelector('article.bad a[href^=\"#\"]').click()");
  EXPECT_TRUE(yes("document.activeElement.matches('.steps')"));
  browser.press("Home");
  browser.press("ArrowRight");
  EXPECT_THAT(text(".step-position"), testing::StartsWith("2 / "));
  expect_quiet();
}

TEST_F(StepsInABrowser, ShowsTheQueueOfAMailslotAndWhoHasHandlesToIt) {
  open(page_of(replay::recorded(replay::kHeir), 11));  // the first message arrives
  const std::string slot = "document.querySelector('.object.mailslot')";
  EXPECT_EQ(text(".object.mailslot .queue"), "\"hello, heir\"");
  EXPECT_TRUE(yes(slot + ".matches('.changed') && " + slot + ".querySelector('.queue li').matches('.changed')"));
  EXPECT_THAT(text(".object.mailslot"), AllOf(HasSubstr("SlotHeir heir 52 #1"), Not(HasSubstr("SlotHeir #1"))));
  EXPECT_THAT(text(".step-handles"), HasSubstr(tests::said("step_inherited")));
  click("on");
  EXPECT_THAT(text(".object.mailslot"), HasSubstr(tests::said("step_empty")));
  click("last");
  EXPECT_THAT(text(".object.mailslot"), HasSubstr(tests::said("step_gone")));
  expect_quiet();
}

TEST_F(StepsInABrowser, SpeaksBothLanguages) {
  open(page_of(replay::recorded(replay::kTwoWaits), 6, text::Language::kKorean));
  EXPECT_THAT(text(".steps"),
              AllOf(HasSubstr(tests::said("step_handles", {}, text::Language::kKorean)),
                    HasSubstr(tests::said("step_begin", {}, text::Language::kKorean)), Not(HasSubstr(tests::said("step_handles")))));
  browser.evaluate("document.querySelector('button[data-lang=en]').click()");
  EXPECT_THAT(text(".steps"), AllOf(HasSubstr(tests::said("step_handles")), HasSubstr(tests::said("step_begin"))));
  click("on");
  EXPECT_FALSE(yes("[...document.querySelectorAll('.steps [lang=ko]')].some(one => one.getClientRects().length > 0)"));
  expect_quiet();
}

TEST_F(StepsInABrowser, ComparesWithACorrectProgramWhereAskedTo) {
  trace::Run correct = replay::recorded(replay::kTwoWaits), run = replay::recorded(replay::kNoWait);
  Style style;
  style.correct = {correct};
  open(html({run}, style));
  EXPECT_THAT(text(".step-moment"), HasSubstr("GetExitCodeProcess(PartAdder 1 5)")) << "it opens at the first difference";
  EXPECT_FALSE(yes("document.querySelector('.step-rows').getClientRects().length > 0"));
  click("against");
  EXPECT_EQ(browser.evaluate("document.querySelector('[data-step=against]').getAttribute('aria-pressed')"), "true");
  EXPECT_THAT(text(".step-rows tr.first"), AllOf(HasSubstr(tests::said("step_first_difference")), HasSubstr(tests::said("step_nothing")),
                                                 HasSubstr("WaitForSingleObject")));
  EXPECT_EQ(
      browser.evaluate(
          "[...document.querySelectorAll('.step-rows tr.differs')].filter(one => one.innerText.includes('WaitForSingleObject')).length"),
      1);
  EXPECT_THAT(text(".step-rows tr.here"), AllOf(HasSubstr("259 (STILL_ACTIVE)"), HasSubstr("TRUE, 15")));
  EXPECT_TRUE(yes(
      "(box => { box.scrollTop = box.scrollHeight; const head = box.querySelector('th').getBoundingClientRect(); return box.scrollTop > "
      "0 && head.top >= box.getBoundingClientRect().top; })(document.querySelector('.step-rows'))"))
      << "which column is whose, is in sight";
  browser.evaluate("document.querySelector('.step-rows tr[data-at]').click()");
  EXPECT_THAT(text(".step-moment"), HasSubstr("CreateProcess"));
  EXPECT_TRUE(yes("document.querySelector('.step-rows tr[data-at]').matches('.here')"));
  click("against");
  EXPECT_FALSE(yes("document.querySelector('.step-rows').getClientRects().length > 0"));
  open(html({run}, Style()));
  EXPECT_FALSE(yes("document.querySelector('[data-step=against]').getClientRects().length > 0")) << "without a correct run";
  expect_quiet();
}

TEST_F(StepsInABrowser, MarksInTheComparisonWhatComesLateAndNamesTheCallers) {
  trace::Run run = replay::recorded(replay::kHeir);
  Style style;
  style.correct = {run};
  std::rotate(run.calls.begin() + 2, run.calls.begin() + 3, run.calls.end() - 2);  // closes the mailslot after the child's end
  open(html({run}, style));
  EXPECT_THAT(text(".step-moment"), HasSubstr("CloseHandle(mailslot mailbox)")) << "it opens at the first difference";
  click("against");
  EXPECT_THAT(text(".step-rows tr.first"), AllOf(HasSubstr(tests::said("step_first_difference")), HasSubstr("SlotHeir:"),
                                                 HasSubstr("CloseHandle(mailslot mailbox)"), HasSubstr(tests::said("step_earlier"))));
  EXPECT_TRUE(yes("document.querySelector('.step-rows tr.first').matches('.here')"));
  EXPECT_EQ(browser.evaluate("document.querySelectorAll('.step-rows tr.differs').length"), 0);
  EXPECT_THAT(text(".step-rows"), HasSubstr("SlotHeir heir 52:"));
  expect_quiet();
}

TEST_F(StepsInABrowser, PutsRepeatedCallsIntoOneRowAndMarksTheFlaggedOne) {
  trace::Run run = replay::recorded(replay::kNoWait), correct = replay::recorded(replay::kTwoWaits);
  for (std::uint64_t i = 0; i < 1999; ++i) {
    run.calls.push_back(run.calls[4]);
    run.calls.back().begin.order = 100 + 2 * i;
    run.calls.back().end->order = 101 + 2 * i;
  }
  run.events.clear();
  Style style;
  style.correct = {correct};
  trace::Verdict verdict = failed("AdderManager.WaitsForBothWorkers", 110, run.scenario);
  open(html(result_of({verdict}), labs_with("AdderManager.WaitsForBothWorkers"), {run}, style));
  EXPECT_FALSE(yes("document.querySelector('.step-legend').getClientRects().length > 0"));
  click("against");
  EXPECT_EQ(text(".step-legend"), tests::said("step_legend"));
  EXPECT_LT(browser.evaluate("document.querySelectorAll('.step-rows tbody tr').length"), 30);
  EXPECT_THAT(text(".step-rows tr.here"),
              AllOf(HasSubstr("259 (STILL_ACTIVE) \u00d7 1,999"), HasSubstr(tests::said("step_goes_wrong") + " WaitsForBothWorkers")));
  EXPECT_FALSE(yes("document.querySelector('.step-rows').innerText.includes('AdderManager:')")) << "only one program makes calls";
  browser.evaluate("document.querySelector('.step-rows tr.here').click()");
  EXPECT_TRUE(yes("document.querySelector('.step-rows tr.here')"));
  expect_quiet();
}

TEST_F(StepsInABrowser, UsesTheScreenForTheComparison) {
  Style style;
  style.correct = {replay::recorded(replay::kTwoWaits)};
  browser.resize(1280, 1400);
  open(html({replay::recorded(replay::kNoWait)}, style));
  click("against");
  EXPECT_TRUE(yes("(box => box.scrollHeight <= box.clientHeight + 1)(document.querySelector('.step-rows'))"));
  browser.resize(1280, 500);
  click("against");
  click("against");
  EXPECT_TRUE(yes(
      "(box => { const top = box.querySelector('thead').getBoundingClientRect().bottom; return [...box.querySelectorAll('tbody tr')].some("
      "row => Math.abs(row.getBoundingClientRect().top - top) < 2); })(document.querySelector('.step-rows'))"))
      << "a whole row is below the head";
}

TEST_F(StepsInABrowser, FitsEveryWidthAndDoubleZoom) {
  open(page_of(replay::recorded(replay::kHeir), 11));
  for (const int width : {320, 360, 390, 640, 768, 1280}) {
    browser.resize(width, 740);
    EXPECT_EQ(browser.evaluate("document.documentElement.scrollWidth"), width);
    EXPECT_TRUE(
        yes("[...document.querySelectorAll('.steps button, .step-slider')].filter(one => one.getClientRects().length > 0).every(one => { "
            "const box = "
            "one.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth && box.height >= 30; })"))
        << width;
  }
  browser.resize(640, 400);  // 1280 by 800 at 200 %
  EXPECT_EQ(browser.evaluate("document.documentElement.scrollWidth"), 640);
}

TEST_F(StepsInABrowser, PrintsTheMomentWhereItGoesWrong) {
  open(page_of(replay::recorded(replay::kNoWait), 10));
  click("last");
  browser.evaluate("dispatchEvent(new Event('beforeprint'))");
  browser.call("Emulation.setEmulatedMedia", {{"media", "print"}});
  EXPECT_THAT(text(".step-moment"), HasSubstr("GetExitCodeProcess(PartAdder 1 5)"));
  EXPECT_TRUE(yes("document.querySelector('.step-handles table').getClientRects().length > 0"));
  EXPECT_FALSE(yes("document.querySelector('.step-bar').getClientRects().length > 0"));
  EXPECT_EQ(browser.evaluate("[...document.querySelectorAll('.step-source li')].filter(one => one.getClientRects().length > 0).length"), 13)
      << "the line and six around it";
}

TEST_F(StepsInABrowser, AThousandCallsTakeUnderATenthOfASecondAStepAndUnderAMegabyte) {
  trace::Run run = replay::recorded(replay::kNoWait);
  for (std::uint64_t i = 0; i < 1000; ++i) {
    run.calls.push_back(read_exit_code(1, 100 + 2 * i, 259));
    run.calls.back().place = {"AdderManager.cpp", 36, "GetExitCodeProcess(pi1.hProcess, &return_val1);"};
  }
  run.events.clear();
  const std::string page = page_of(run, 1100);
  EXPECT_LT(page.size(), 1'000'000u);
  open(page);
  const int steps = browser.evaluate("Number(document.querySelector('.step-position').innerText.split('/')[1])");
  EXPECT_GE(steps, 1000);
  const double before = browser.processor_seconds();
  // Each step is painted before the next one is taken.
  browser.evaluate(
      "(async () => { for (let i = 0; i < 100; ++i) { document.querySelector('button[data-step=on]').click(); await new "
      "Promise(requestAnimationFrame); } })()");
  const double each = (browser.processor_seconds() - before) / 100;
  RecordProperty("milliseconds_per_step", std::to_string(each * 1000));
  RecordProperty("bytes", std::to_string(page.size()));
  EXPECT_GT(each, 0.0);
  EXPECT_LT(each, 0.1);
}

}  // namespace
}  // namespace lab::report

#endif
