// Tests the overview in a real browser (tests/browser.h).
#include <gmock/gmock.h>

#include "class/overview_samples.h"

#ifndef _WIN32
#include "tests/browser.h"
#endif

namespace lab::classes {
namespace {

#ifdef _WIN32

TEST(OverviewInABrowser, IsTestedOnLinuxOnly) { GTEST_SKIP() << "These tests drive Debian's chromium. Run ./lab test on Linux."; }

#else

class OverviewInABrowser : public testing::Test {
 protected:
  OverviewInABrowser() { browser.open_page(folder.write("overview.html", sample_overview())); }
  bool yes(const std::string& condition) { return browser.evaluate("Boolean(" + condition + ")"); }

  tests::Folder folder;
  tests::Browser browser;
};

TEST_F(OverviewInABrowser, LoadsNothingAndHasNoErrors) {
  EXPECT_THAT(browser.complaints, testing::IsEmpty());
  EXPECT_THAT(browser.requests, testing::SizeIs(1)) << testing::PrintToString(browser.requests);
}

TEST_F(OverviewInABrowser, SwitchesLanguageAndTheme) {
  EXPECT_EQ(browser.evaluate("document.querySelector('h1').innerText"), "Class overview");
  browser.evaluate("document.querySelector('button[data-lang=ko]').click()");
  EXPECT_EQ(browser.evaluate("document.querySelector('h1').innerText"), "반 전체 보기");
  EXPECT_EQ(browser.evaluate("document.title"), "반 전체 보기");
  EXPECT_TRUE(yes("![...document.querySelectorAll('[lang=en]')].some(one => !one.matches('button') && one.getClientRects().length > 0)"));
  const std::string ground = "getComputedStyle(document.body).backgroundColor";
  const std::string light = browser.evaluate(ground);
  browser.evaluate("document.querySelector('button[data-theme-switch]').click()");
  EXPECT_NE(browser.evaluate(ground), light);
}

TEST_F(OverviewInABrowser, KeepsHeadsAndNamesInSight) {
  browser.resize(500, 600);
  browser.evaluate(
      "(scroll => { scroll.style.maxHeight = '20rem'; scroll.scrollTop = 300; scroll.scrollLeft = 200; "
      "})(document.querySelector('.scroll'))");
  EXPECT_TRUE(
      yes("(() => { const scroll = document.querySelector('.scroll').getBoundingClientRect();"
          " const head = document.querySelector('.matrix thead th').getBoundingClientRect();"
          " const name = document.querySelectorAll('.matrix tbody th')[19].getBoundingClientRect();"
          " return Math.abs(head.top - scroll.top) < 3 && Math.abs(name.left - scroll.left) < 3; })()"));
}

TEST_F(OverviewInABrowser, FitsEveryWidth) {
  const auto expect_fits = [&](const char* page) {
    for (const int width : {320, 375, 640, 768, 1280}) {  // 640: 1280 at 200 %
      browser.resize(width, 640);
      EXPECT_EQ(browser.evaluate("document.documentElement.scrollWidth"), width) << page;
    }
  };
  expect_fits("overview");
  browser.open_page(folder.write("mistakes.html", sample_mistakes()));
  expect_fits("mistakes");
  EXPECT_THAT(browser.complaints, testing::IsEmpty());
  EXPECT_THAT(browser.requests, testing::SizeIs(1));
}

TEST_F(OverviewInABrowser, StandsOnPaper) {
  browser.call("Emulation.setEmulatedMedia", {{"media", "print"}});
  EXPECT_TRUE(yes("document.querySelector('.switches').getClientRects().length === 0"));
  EXPECT_TRUE(yes("getComputedStyle(document.querySelector('.scroll')).overflow === 'visible'")) << "nothing scrolls there";
  EXPECT_TRUE(yes("getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'"));
}

#endif

}  // namespace
}  // namespace lab::classes
