// Tests the report page in a real browser: Debian's chromium, headless (browser.h).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "replay/replay_samples.h"
#include "report/page_samples.h"

#ifndef _WIN32
#include "tests/browser.h"
#include "tests/collisions.h"
#include "tests/phrases.h"
#endif

namespace lab::report {
namespace {

#ifdef _WIN32

TEST(PageInABrowser, IsTestedOnLinuxOnly) {
  GTEST_SKIP() << "The report page was not opened in a browser: these tests drive Debian's chromium. Run ./lab test on Linux.";
}

#else

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class PageInABrowser : public ::testing::Test {
 protected:
  void open(const std::string& page) { browser.open_page(folder.write("report.html", page)); }
  // The browser reported no errors, and requested nothing except the file itself.
  void expect_quiet() const {
    EXPECT_THAT(browser.complaints, IsEmpty());
    EXPECT_THAT(browser.requests, SizeIs(1)) << ::testing::PrintToString(browser.requests);
  }
  std::string text(const std::string& selector) { return browser.evaluate("document.querySelector('" + selector + "').innerText"); }
  bool yes(const std::string& condition) { return browser.evaluate("Boolean(" + condition + ")"); }

  tests::Folder folder;
  tests::Browser browser;
};

// Whether the run being stepped through starts near the top of the visible area.
const std::string kStepsInSight =
    "(top => top >= 0 && top < innerHeight / 3)(document.querySelector('.steps').getBoundingClientRect().top)";

TEST_F(PageInABrowser, OpensWithoutErrorsAndWithoutNetwork) {
  open(sample_page());
  EXPECT_EQ(text("h1"), tests::said("page_title_of_lab", {{"lab", "05"}, {"title", "Adder manager"}}) + " (hong)");
  EXPECT_THAT(text(".check.bad h3"), HasSubstr("failed"));
  EXPECT_TRUE(yes("document.querySelector('.item').getBoundingClientRect().width > 10"));
  expect_quiet();
}

TEST_F(PageInABrowser, TheDriverSeesErrorsAndRequests) {
  open("<!DOCTYPE html><script>nonsense()</script><img src=\"nowhere.png\">");
  EXPECT_THAT(browser.complaints, ::testing::Contains(HasSubstr("nonsense is not defined")));
  EXPECT_THAT(browser.requests, ::testing::Contains(HasSubstr("nowhere.png")));
}

TEST_F(PageInABrowser, SwitchesTheLanguageOfEverySentence) {
  open(sample_page());
  EXPECT_THAT(text(".check.bad dl"), HasSubstr("Waits until both workers have ended."));
  browser.evaluate("document.querySelector('button[data-lang=ko]').click()");
  const std::string title =
      tests::said("page_title_of_lab", {{"lab", "05"}, {"title", "덧셈 관리자"}}, text::Language::kKorean) + " (hong)";
  EXPECT_EQ(text("h1"), title);
  EXPECT_EQ(browser.evaluate("document.title"), title);
  EXPECT_EQ(browser.evaluate("document.documentElement.lang"), "ko");
  EXPECT_EQ(text(".check.bad dd"), "두 작업 프로세스가 끝날 때까지 기다립니다.");
  EXPECT_EQ(browser.evaluate("document.querySelector('button[data-lang=ko]').getAttribute('aria-pressed')"), "true");
  EXPECT_TRUE(yes("![...document.querySelectorAll('[lang=en]')].some(one => !one.matches('button') && one.getClientRects().length > 0)"));
  browser.evaluate("document.querySelector('button[data-lang=en]').click()");
  EXPECT_THAT(text(".check.bad dl"), HasSubstr("Waits until both workers have ended."));
  expect_quiet();
}

TEST_F(PageInABrowser, JumpsFromAFailedCheckToItsMoment) {
  open(sample_page());
  browser.resize(500, 700);
  browser.evaluate("scrollTo(0, 0); document.querySelectorAll('a.jump')[1].click()");  // the second of two checks based on the same run
  EXPECT_TRUE(yes(kStepsInSight));
  EXPECT_TRUE(yes("document.querySelector('.run figcaption').getBoundingClientRect().top >= 0")) << "which run it is, is in sight";
  EXPECT_THAT(text(".step-moment"), HasSubstr("GetExitCodeProcess(PartAdder 6 10)"));
  EXPECT_EQ(browser.evaluate("document.querySelector('.current').dataset.r"), "c4");
  EXPECT_THAT(text(".detail"), HasSubstr("GetExitCodeProcess(PartAdder 6 10)"));
  EXPECT_THAT(text(".detail"), HasSubstr("! WaitsForNobody"));
  EXPECT_TRUE(yes("document.activeElement.matches('.steps')"));
  browser.evaluate("document.querySelectorAll('a.jump')[0].click()");
  EXPECT_TRUE(yes(kStepsInSight));
  EXPECT_THAT(text(".step-moment"), HasSubstr("GetExitCodeProcess(PartAdder 1 5)"));
  EXPECT_EQ(browser.evaluate("document.querySelector('.current').dataset.r"), "c2");
  expect_quiet();
}

TEST_F(PageInABrowser, ShowsTheFailedChecksAloneWhereAskedTo) {
  open(sample_page());
  const auto shown = [&] {
    return browser.evaluate("[...document.querySelectorAll('.check')].filter(one => one.getClientRects().length > 0).length");
  };
  EXPECT_EQ(shown(), 3);
  EXPECT_EQ(text("[data-only-failed]"), tests::said("page_only_failed", {{"failed", 2}, {"checks", 3}}));
  browser.evaluate("document.querySelector('[data-only-failed]').click()");
  EXPECT_EQ(shown(), 2);
  EXPECT_EQ(browser.evaluate("document.querySelector('[data-only-failed]').getAttribute('aria-pressed')"), "true");
  browser.evaluate("document.querySelector('[data-only-failed]').click()");
  EXPECT_EQ(shown(), 3);
  expect_quiet();
}

TEST_F(PageInABrowser, KeepsTheLinesOfAReason) {
  trace::Verdict verdict = failed("AdderManager.StartsBothWorkers", 51);
  verdict.because = tests::because("wrong_worker_arguments", {{"line_expected", "PartAdder 1 5"}, {"line", "<b>PartAdder</b> 1"}});
  open(html(result_of({verdict}), {}, {}, {}));
  EXPECT_THAT(text("dd.reason"), HasSubstr("\nexpected: PartAdder 1 5\nseen: <b>PartAdder</b> 1"));
  expect_quiet();
}

TEST_F(PageInABrowser, TellsACallsDetailsToMouseAndKeyboard) {
  open(sample_page());
  browser.evaluate("document.querySelector('.scroll').focus()");
  browser.press("Home");
  EXPECT_THAT(text(".detail"), HasSubstr("CreateProcess"));
  browser.press("ArrowRight");
  browser.press("ArrowRight");
  EXPECT_THAT(text(".detail"), HasSubstr("GetExitCodeProcess(PartAdder 1 5) → TRUE, 259 (STILL_ACTIVE)"));
  browser.press("End");
  EXPECT_THAT(text(".detail"), HasSubstr(tests::said("event_released", {{"program", "PartAdder 1 5"}, {"value", 15}})));
  browser.press("ArrowLeft");
  EXPECT_THAT(text(".detail"), HasSubstr("GetExitCodeProcess"));
  browser.evaluate("document.querySelector('.item[data-r=c3]').dispatchEvent(new PointerEvent('pointermove', {bubbles: true}))");
  EXPECT_THAT(text(".detail"), HasSubstr("return_val1: 259"));
  browser.evaluate("document.querySelector('.item[data-r=c3]').dispatchEvent(new PointerEvent('pointerout', {bubbles: true}))");
  EXPECT_THAT(text(".detail"), HasSubstr("GetExitCodeProcess"));
  expect_quiet();
}

TEST_F(PageInABrowser, ZoomsWithButtonsAndKeys) {
  open(sample_page());
  const auto width = [&] { return browser.evaluate("document.querySelector('.chart').getBoundingClientRect().width").get<double>(); };
  const double natural = width();
  browser.evaluate("document.querySelector('button[data-zoom=in]').click()");
  EXPECT_NEAR(width(), natural * 1.4, 2);
  browser.evaluate("document.querySelector('.scroll').focus()");
  browser.press("-");
  EXPECT_NEAR(width(), natural, 2);
  for (int i = 0; i < 3; ++i) browser.evaluate("document.querySelector('button[data-zoom=in]').click()");
  browser.press("0");
  EXPECT_TRUE(yes("(scroll => scroll.scrollWidth <= scroll.clientWidth + 1)(document.querySelector('.scroll'))"))
      << "the whole run is in sight";
  expect_quiet();
}

TEST_F(PageInABrowser, ZoomsTimeAloneAndDropsLabelsThatHaveNoRoom) {
  open(sample_page());
  const std::string shape =
      "(all => JSON.stringify([document.querySelector('.chart').getBoundingClientRect().height, "
      "all.map(one => one.getBoundingClientRect().height), getComputedStyle(document.querySelector('.item text')).fontSize]))"
      "([...document.querySelectorAll('.item rect, .life rect')])";
  // Visible labels that are outside their bar, or under a mark's line.
  const std::string in_the_way =
      "(() => { const box = one => one.getBoundingClientRect(), lines = [...document.querySelectorAll('.mark line')].map(one => "
      "box(one).left);"
      " const crossed = text => lines.some(x => box(text).left + 1 < x && x < box(text).right);"
      " const shown = [...document.querySelectorAll('.chart text:not(.dropped)')];"
      " return shown.filter(text => { const bar = text.parentNode.querySelector(':scope > rect');"
      "  return bar && text.closest('.item') ? box(text).right > box(bar).right : text.closest('.mark, .time') && crossed(text); "
      "}).length; })()";
  const auto dropped = [&] { return browser.evaluate("document.querySelectorAll('.chart .dropped').length").get<int>(); };
  const std::string before = browser.evaluate(shape);
  EXPECT_EQ(browser.evaluate(in_the_way), 0);
  EXPECT_EQ(dropped(), 0);
  browser.evaluate("document.querySelector('.scroll').focus()");
  for (int i = 0; i < 3; ++i) {
    browser.press("-");
    EXPECT_EQ(browser.evaluate(in_the_way), 0);
    EXPECT_EQ(browser.evaluate(shape), before);
  }
  EXPECT_GT(dropped(), 0);
  browser.evaluate("document.querySelector('button[data-lang=ko]').click()");
  EXPECT_EQ(browser.evaluate(in_the_way), 0) << "the words of the other language are as long as they are";
  browser.press("End");
  for (int i = 0; i < 6; ++i) browser.press("+");
  EXPECT_EQ(dropped(), 0);
  EXPECT_TRUE(
      yes("((one, scroll) => one.left >= scroll.left - 1 && one.left < scroll.right)(document.querySelector('.item.current')."
          "getBoundingClientRect(), document.querySelector('.scroll').getBoundingClientRect())"))
      << "what was chosen stays in sight";
  expect_quiet();
}

TEST_F(PageInABrowser, NumbersTheMomentsOfTheTimelineLikeTheSteps) {
  open(sample_page());
  browser.evaluate("document.querySelectorAll('a.jump')[0].click()");
  const std::string position = text(".step-position"), number = position.substr(0, position.find(' '));
  EXPECT_TRUE(
      yes("[...document.querySelectorAll('.chart .tick + .time')].some(one => one.lastChild.data === '" + number +
          "' && Math.abs(one.getBoundingClientRect().left - document.querySelector('.mark line').getBoundingClientRect().left) < 6)"))
      << number;
}

TEST_F(PageInABrowser, ShowsTheTimesOfTheMomentsWhereAskedTo) {
  trace::Run run = race();
  run.calls[4].begin.at_us = 3'000'000;
  run.calls[4].end->at_us = 3'001'000;
  open(html({run}, {}));
  const auto labels = [&] {
    return browser.evaluate("[...document.querySelectorAll('.chart .tick + .time:not(.dropped)')].map(one => one.lastChild.data).join('|')")
        .get<std::string>();
  };
  const std::string numbers = labels();
  EXPECT_THAT(numbers, AllOf(::testing::StartsWith("1|"), Not(HasSubstr("ms"))));
  browser.evaluate("document.querySelector('button[data-times]').focus()");
  EXPECT_TRUE(yes("document.activeElement.matches('button[data-times]')")) << "the keyboard reaches it";
  browser.evaluate("document.activeElement.click()");
  EXPECT_EQ(browser.evaluate("document.querySelector('[data-times]').getAttribute('aria-pressed')"), "true");
  EXPECT_THAT(labels(), AllOf(HasSubstr("5.1 ms|"), HasSubstr("3000.0 ms (+3.0 s)")));
  browser.evaluate("document.querySelector('.scroll').focus()");
  browser.press("t");
  EXPECT_EQ(labels(), numbers);
  EXPECT_EQ(browser.evaluate("document.querySelector('[data-times]').getAttribute('aria-pressed')"), "false");
  browser.resize(320, 640);
  EXPECT_TRUE(
      yes("(box => box.width >= 30 && box.height >= 30 && box.right <= innerWidth)"
          "(document.querySelector('[data-times]').getBoundingClientRect())"))
      << "a finger hits it";
  expect_quiet();
}

TEST_F(PageInABrowser, NothingCollidesWithTheWordsOfTheTimelines) {
  trace::Run compared = replay::recorded(replay::kNoWait);
  for (const std::string& page :
       {sample_page(), large_page(4), html({replay::recorded(replay::kTwoWaits), replay::recorded(replay::kHeir)}, {}),
        html(result_of({failed("AdderManager.WaitsForBothWorkers", 10, compared.scenario),
                        failed("AdderManager.ReadsBothExitCodes", 11, compared.scenario)}),
             {}, {compared}, {})}) {
    open(page);
    const tests::Collisions all = tests::collisions(browser);
    EXPECT_THAT(all.found, IsEmpty());
    EXPECT_GT(all.words, 100);
  }
}

TEST_F(PageInABrowser, SeesWhatCollides) {
  open(sample_page());
  browser.evaluate("document.querySelector('.mark text').setAttribute('y', document.querySelector('.life text').getAttribute('y')); 0");
  browser.evaluate("document.querySelector('.mark text').setAttribute('x', document.querySelector('.life text').getAttribute('x')); 0");
  EXPECT_THAT(tests::collisions(browser).found, Not(IsEmpty()));
}

TEST_F(PageInABrowser, FitsEveryWidth) {
  for (const std::string& page : {sample_page(), sample_page(text::Language::kKorean), hostile_page()}) {
    open(page);
    for (const int width : {320, 375, 640, 768, 1280}) {  // 640: 1280 at 200 %
      browser.resize(width, 740);
      EXPECT_EQ(browser.evaluate("document.documentElement.scrollWidth"), width);
      EXPECT_EQ(browser.evaluate("innerWidth"), width);
      EXPECT_TRUE(yes("document.querySelector('.scroll').clientWidth > 150")) << "room for the timeline beside its names";
    }
  }
}

TEST_F(PageInABrowser, StandsOnPaperInRows) {
  open(large_page(4));
  browser.evaluate("dispatchEvent(new Event('beforeprint'))");
  browser.call("Emulation.setEmulatedMedia", {{"media", "print"}});
  EXPECT_EQ(browser.evaluate("document.querySelectorAll('.paper > svg').length"), 6) << "no more, around the marked moment";
  EXPECT_TRUE(
      yes("[...document.querySelectorAll('.paper > svg')].some(row => { const paper = row.getBoundingClientRect(), mark = "
          "row.querySelector('.mark "
          "line').getBoundingClientRect(); return mark.left > paper.left + 100 && mark.right < paper.right; })"));
  EXPECT_TRUE(yes("document.querySelector('.paper .item').getBoundingClientRect().width > 10"));
  EXPECT_TRUE(yes(
      "document.querySelector('.scroll').getClientRects().length === 0 && document.querySelector('.tools').getClientRects().length === 0"));
  EXPECT_THAT(text(".printed pre"), HasSubstr("total: 518"));
  browser.evaluate("dispatchEvent(new Event('afterprint'))");
  EXPECT_TRUE(yes("document.querySelector('.paper') === null"));
  expect_quiet();
}

TEST_F(PageInABrowser, IsNotMovedByWhatAProgramBrings) {
  open(hostile_page());
  EXPECT_TRUE(yes("window.canary === undefined"));
  EXPECT_TRUE(yes("document.querySelectorAll('script').length === 1 && document.querySelectorAll('img, iframe, object').length === 0"));
  EXPECT_THAT(text(".check.bad dl"), HasSubstr("<script>window.canary=1</script>"));
  EXPECT_TRUE(yes("getComputedStyle(document.querySelector('h1')).display !== 'none'"));
  // The policy must hold even if some markup got through.
  browser.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.canary=2\">')");
  browser.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.canary=3'}))");
  browser.evaluate("new Promise(done => setTimeout(done, 0))");
  EXPECT_TRUE(yes("window.canary === undefined"));
}

TEST_F(PageInABrowser, HasLandmarksHeadingsNamesAndContrast) {
  open(sample_page());
  EXPECT_TRUE(yes("document.querySelectorAll('header, main').length === 2 && document.querySelectorAll('h1').length === 1"));
  EXPECT_TRUE(
      yes("[...document.querySelectorAll('h1, h2, h3')].every((one, at, all) => at === 0 || Number(one.tagName[1]) <= Number(all[at - "
          "1].tagName[1]) + 1)"));
  EXPECT_TRUE(yes("[...document.querySelectorAll('button')].every(button => button.innerText.trim() || button.textContent.trim())"));
  // The lowest contrast of text against its background; WCAG requires at least 4.5, in both themes.
  const std::string worst =
      "(() => { const paint = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});"
      " const light = color => { paint.fillStyle = color; paint.fillRect(0, 0, 1, 1); const [r, g, b] = [...paint.getImageData(0, 0, 1, "
      "1).data].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);"
      " return 0.2126 * r + 0.7152 * g + 0.0722 * b; };"
      " const ground = one => { for (; one; one = one.parentElement) { const c = getComputedStyle(one).backgroundColor; if (!c.endsWith(', "
      "0)')) return c; } return 'white'; };"
      " const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);"
      " let worst = 99;"
      " for (const one of document.querySelectorAll('h1, h2, h3 span, p, dt, dd, a, button, summary, pre, time, li span'))"
      "   worst = Math.min(worst, ratio(light(getComputedStyle(one).color), light(ground(one))));"
      " for (const one of document.querySelectorAll('.chart g text')) { const rect = one.parentElement.querySelector(':scope > rect');"
      "   if (rect) worst = Math.min(worst, ratio(light(getComputedStyle(one).fill), light(getComputedStyle(rect).fill))); }"
      " return worst; })()";
  EXPECT_GE(browser.evaluate(worst).get<double>(), 4.5) << "light";
  browser.evaluate("document.querySelector('button[data-theme-switch]').click()");
  EXPECT_EQ(browser.evaluate("document.documentElement.dataset.theme"), "dark");
  EXPECT_GE(browser.evaluate(worst).get<double>(), 4.5) << "dark";
}

// The page's own processor time, from the start of loading until two frames have been painted: on a busy machine the page waits, but this
// figure does not change. The limit is one second; the actual value is a few tenths of a second.
TEST_F(PageInABrowser, OpensFiveHundredChecksInUnderASecond) {
  const std::string page = large_page(500);
  open(page);
  EXPECT_EQ(browser.evaluate("document.querySelectorAll('.check').length"), 500);
  EXPECT_EQ(browser.evaluate("document.querySelectorAll('.check.bad').length"), 250);
  EXPECT_EQ(browser.evaluate("document.querySelectorAll('.chart').length"), 125);
  const double seconds = browser.processor_seconds();
  RecordProperty("seconds", std::to_string(seconds));
  EXPECT_GT(seconds, 0.0);
  EXPECT_LT(seconds, 1.0) << page.size() << " bytes";
  expect_quiet();
}

#endif

}  // namespace
}  // namespace lab::report
