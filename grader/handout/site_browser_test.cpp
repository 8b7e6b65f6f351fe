// Tests the handouts' site from disk in a real browser (browser.h).
#include <gmock/gmock.h>

#include "handout/site_samples.h"

#ifndef _WIN32
#include "tests/browser.h"
#include "tests/phrases.h"
#endif

namespace lab::handout {
namespace {

#ifdef _WIN32

TEST(SiteInABrowser, IsTestedOnLinuxOnly) {
  GTEST_SKIP() << "The handouts' pages were not opened in a browser: these tests drive Debian's chromium. Run ./lab test on Linux.";
}

#else

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class SiteInABrowser : public ::testing::Test {
 protected:
  void write(const SiteSource& source) {
    files = site(source);
    for (const SiteFile& file : files) folder.write(file.name, file.html);
  }
  void open(const std::string& name) { browser.open_page(folder.path() / name); }
  void expect_quiet() const {
    EXPECT_THAT(browser.complaints, IsEmpty());
    EXPECT_THAT(browser.requests, SizeIs(1)) << ::testing::PrintToString(browser.requests);
  }
  std::string text(const std::string& selector) { return browser.evaluate("document.querySelector('" + selector + "').innerText"); }
  bool yes(const std::string& condition) { return browser.evaluate("Boolean(" + condition + ")"); }
  // Follows a link as a click would, and waits for the target page.
  void follow(const std::string& selector) {
    const std::string target = browser.evaluate("document.querySelector('" + selector + "').href");
    const std::size_t hash = std::min(target.find('#'), target.size());
    open(target.substr(target.rfind('/', hash) + 1, hash - target.rfind('/', hash) - 1));
    browser.evaluate("location.hash = '" + target.substr(hash) + "'");
  }

  tests::Folder folder;
  tests::Browser browser;
  std::vector<SiteFile> files;
};

TEST_F(SiteInABrowser, EveryPageOfTheKitOpensQuietlyAndFitsEveryWidth) {
  write(kit_source());
  for (const SiteFile& file : files) {
    open(file.name);
    expect_quiet();
    for (const int width : {320, 375, 640, 768, 1280}) {  // 640: 1280 at 200 %
      browser.resize(width, 740);
      EXPECT_EQ(browser.evaluate("document.documentElement.scrollWidth"), width) << file.name;
    }
    EXPECT_TRUE(yes("document.querySelectorAll('h1').length === 1 && document.querySelectorAll('main').length === 1")) << file.name;
    EXPECT_TRUE(yes("[...document.querySelectorAll('figure > .wide > svg')].every(one => one.getBoundingClientRect().width > 700)"))
        << file.name;
    EXPECT_LT(file.html.size(), 1'000'000u) << file.name;
  }
}

TEST_F(SiteInABrowser, LeadsToTheSameHeadingInTheOtherLanguageAndBack) {
  write(kit_source());
  open("05.en.html");
  EXPECT_EQ(browser.evaluate("document.documentElement.lang"), "en");
  browser.evaluate("document.querySelector('#step-4 + a.anchor').click(); new Promise(done => setTimeout(done, 0))");
  EXPECT_EQ(browser.evaluate("location.hash"), "#step-4");
  follow("a.other");
  EXPECT_EQ(browser.evaluate("document.documentElement.lang"), "ko");
  EXPECT_TRUE(yes("document.querySelector(\":target\").textContent.startsWith(\"4단계\")"));
  EXPECT_TRUE(yes("(box => box.top >= 0 && box.bottom <= innerHeight)(document.querySelector(\":target\").getBoundingClientRect())"));
  browser.evaluate("new Promise(done => setTimeout(done, 0))");
  follow("a.other");
  EXPECT_TRUE(yes("document.querySelector(\":target\").textContent.startsWith(\"Step 4\")"));
}

TEST_F(SiteInABrowser, ContentsAreOpenOnAWideScreenAndLeaveAPhonesFirstScreenToTheText) {
  write(kit_source());
  for (const char* page : {"00.en.html", "05.ko.html", "verdicts.en.html"}) {
    browser.resize(360, 740);
    open(page);
    EXPECT_FALSE(yes("document.querySelector('.toc details').open")) << page;
    EXPECT_TRUE(yes("document.querySelector('main p').getBoundingClientRect().bottom < innerHeight")) << page;
    browser.evaluate("document.querySelector('.toc summary').focus()");
    browser.evaluate("document.activeElement.click()");
    EXPECT_TRUE(yes("document.querySelector('.toc li a').getClientRects().length > 0")) << page;
    browser.resize(1280, 800);
    open(page);
    EXPECT_TRUE(yes("document.querySelector('.toc details').open")) << page;
  }
}

TEST_F(SiteInABrowser, CopiesCodeWholeAndCommandsWithoutTheirPrompts) {
  SiteSource source = small_source();
  chapter_of(source, "00", text::Language::kEnglish).markdown += "```\n$ ./lab check 05\n> .\\lab hint 05\n```\n\n```text\n15\n```\n";
  write(source);
  const auto copied = [&] {
    browser.call("Runtime.evaluate", {{"expression", "document.querySelector('.copy').click()"}, {"userGesture", true}});
    browser.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    return browser.evaluate("window.copied");
  };
  open("00.en.html");
  EXPECT_EQ(browser.evaluate("document.querySelectorAll('.copy').length"), 1);
  EXPECT_TRUE(yes("(box => box.width > 20 && box.height > 20)(document.querySelector('.copy').getBoundingClientRect())"));
  browser.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }");
  EXPECT_EQ(copied(), "./lab check 05\n.\\lab hint 05\n");
  EXPECT_EQ(browser.evaluate("document.querySelector('[role=status]').textContent"), tests::said("site_copied"));
  EXPECT_TRUE(yes("document.activeElement.matches('.copy')"));
  open("05.en.html");
  browser.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('not here'))");
  browser.evaluate("document.addEventListener('copy', () => { window.copied = document.activeElement.value; })");
  EXPECT_EQ(copied(), "if (a < b) wait();\n");
  EXPECT_TRUE(yes("document.activeElement.matches('.copy') && document.querySelectorAll('textarea').length === 0"));
  expect_quiet();
}

TEST_F(SiteInABrowser, AFigureOpensItsRunMomentByMoment) {
  write(kit_source());
  for (const char* page : {"05.en.html", "05.ko.html"}) {
    open(page);
    const bool korean = std::string(page) == "05.ko.html";
    for (const int figure : {0, 1}) {
      open(page);
      const std::string target =
          browser.evaluate("document.querySelectorAll('figcaption a')[" + std::to_string(figure) + "].getAttribute('href')");
      open(target);
      expect_quiet();
      EXPECT_EQ(browser.evaluate("document.documentElement.lang"), korean ? "ko" : "en");
      EXPECT_THAT(text(".step-moment"), HasSubstr(figure == 0 ? "AdderManager" : "GetExitCodeProcess")) << "the first difference";
      EXPECT_EQ(yes("document.querySelector('[data-step=against]').getClientRects().length > 0"), figure == 1);
    }
  }
}

TEST_F(SiteInABrowser, ShowsWhereTheKeyboardIs) {
  write(small_source());
  open("05.en.html");
  for (const char* selector :
       {"a.skip", "header a", "a.anchor", "a.other", ".toc summary", ".toc a", "figure .wide", "pre", ".copy", "footer a"}) {
    browser.evaluate("document.querySelector('" + std::string(selector) + "').focus({focusVisible: true})");
    EXPECT_TRUE(yes("document.activeElement.matches('" + std::string(selector) + "')")) << selector;
    EXPECT_TRUE(yes("getComputedStyle(document.activeElement).outlineStyle === 'solid'")) << selector;
    EXPECT_TRUE(yes("(box => box.right > 0 && box.width > 10)(document.activeElement.getBoundingClientRect())")) << selector;
  }
}

TEST_F(SiteInABrowser, IsReadableLightAndDark) {
  write(kit_source());
  for (const char* scheme : {"light", "dark"}) {
    browser.call("Emulation.setEmulatedMedia", {{"features", {{{"name", "prefers-color-scheme"}, {"value", scheme}}}}});
    open("05.en.html");
    // The lowest contrast of text against its background; WCAG requires at least 4.5.
    const double worst = browser.evaluate(
        "(() => { const paint = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});"
        " const light = color => { paint.fillStyle = color; paint.fillRect(0, 0, 1, 1); const [r, g, b] = [...paint.getImageData(0, 0, 1, "
        "1).data].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);"
        " return 0.2126 * r + 0.7152 * g + 0.0722 * b; };"
        " const ground = one => { for (; one; one = one.parentElement) { const c = getComputedStyle(one).backgroundColor; if "
        "(!c.endsWith(', 0)')) return c; } return 'white'; };"
        " const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); let worst = 99;"
        " for (const one of document.querySelectorAll('h1, h2, h3, p, li, a, th, td, pre, code'))"
        "   worst = Math.min(worst, ratio(light(getComputedStyle(one).color), light(ground(one))));"
        " for (const one of document.querySelectorAll('defs g text')) { const rect = one.parentElement.querySelector(':scope > rect');"
        "   if (rect) worst = Math.min(worst, ratio(light(getComputedStyle(one).fill), light(getComputedStyle(rect).fill))); }"
        " return worst; })()");
    EXPECT_GE(worst, 4.5) << scheme;
    EXPECT_EQ(yes("matchMedia('(prefers-color-scheme: dark)').matches"), std::string(scheme) == "dark");
  }
}

TEST_F(SiteInABrowser, StandsOnPaper) {
  write(kit_source());
  open("05.en.html");
  const std::string pdf = browser.call("Page.printToPDF", {{"preferCSSPageSize", true}}).at("data");
  EXPECT_TRUE(pdf.starts_with("JVBERi0")) << "%PDF-";
  EXPECT_GT(pdf.size(), 100'000u);
  browser.call("Emulation.setEmulatedMedia", {{"media", "print"}});
  browser.resize(700, 1000);
  EXPECT_TRUE(yes(
      "[...document.querySelectorAll('nav, .skip, .anchor, .other, .copy, figcaption')].every(one => one.getClientRects().length === 0)"));
  EXPECT_TRUE(yes("document.querySelectorAll('figure > .wide > svg').length > 0"));
  EXPECT_TRUE(
      yes("[...document.querySelectorAll('figure > .wide > svg')].every(one => one.getBoundingClientRect().right <= innerWidth && "
          "getComputedStyle(one.closest('figure')).breakInside === 'avoid')"));
  EXPECT_TRUE(
      yes("getComputedStyle(document.querySelector('main a[href^=\"https:\"]'), '::after').content.includes('learn.microsoft.com')"));
  EXPECT_EQ(browser.evaluate("document.documentElement.scrollWidth"), 700);
}

TEST_F(SiteInABrowser, IsNotMovedByWhatTheMarkdownBrings) {
  write(hostile_source());
  open("00.en.html");
  EXPECT_TRUE(yes("window.canary === undefined"));
  EXPECT_TRUE(yes("document.querySelectorAll('main script, img, iframe, main div[onclick]').length === 0"));
  expect_quiet();
  // The policy must hold even if some markup got through.
  browser.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.canary=7\">')");
  browser.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.canary=8'}))");
  browser.evaluate("new Promise(done => setTimeout(done, 0))");
  EXPECT_TRUE(yes("window.canary === undefined"));
}

#endif

}  // namespace
}  // namespace lab::handout
