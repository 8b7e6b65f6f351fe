// Tests the page of `lab watch --page` in a real browser, with reports served by the test (browser.h).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#ifndef _WIN32

#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

#include "cli/page_server.h"
#include "replay/replay_samples.h"
#include "report/live_page.h"
#include "report/page_samples.h"
#include "tests/browser.h"
#include "tests/phrases.h"

namespace lab::cli {
namespace {

using nlohmann::json;
using report::failed;
using ::testing::AllOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

const std::string kWaits = "AdderManager.WaitsForBothWorkers", kCloses = "AdderManager.ClosesItsHandles";

// A server in a loop on a separate thread.
class Served {
 public:
  Served() {
    uv_loop_init(&loop_);
    wake_.data = this;
    uv_async_init(&loop_, &wake_, [](uv_async_t* wake) { static_cast<Served*>(wake->data)->take(); });
    server_ = std::make_unique<PageServer>(
        loop_, report::live_page({"Lab 05", "실습 05"}, "./lab watch 05 --page", text::Language::kEnglish), report::live_policy());
    url = server_->address().url();
    thread_ = std::thread([this] { uv_run(&loop_, UV_RUN_DEFAULT); });
  }
  ~Served() {
    with([&](PageServer& server) {
      server.end();
      uv_walk(
          &loop_, [](uv_handle_t* handle, void*) { uv_close(handle, nullptr); }, nullptr);
    });
    thread_.join();
    uv_loop_close(&loop_);
  }

  // Runs the task on the loop's thread.
  void with(const std::function<void(PageServer&)>& task) {
    std::promise<void> done;
    {
      const std::lock_guard lock(mutex_);
      task_ = [&] {
        task(*server_);
        done.set_value();
      };
    }
    uv_async_send(&wake_);
    done.get_future().wait();
  }
  void show(const std::string& report) {
    with([&](PageServer& server) { server.show(report); });
  }
  void tell(const json& status) {
    with([&](PageServer& server) { server.tell(status); });
  }

  std::string url;

 private:
  void take() {
    std::function<void()> task;
    {
      const std::lock_guard lock(mutex_);
      task = std::exchange(task_, nullptr);
    }
    if (task) task();
  }

  uv_loop_t loop_{};
  uv_async_t wake_{};
  std::mutex mutex_;
  std::function<void()> task_;
  std::unique_ptr<PageServer> server_;
  std::thread thread_;
};

// The report on a run in which two checks failed, the first of them at `order`, and a third one passed. `version` appears in the source and
// in the report's name.
std::string report_of(const std::string& version, std::uint64_t order = 10, std::vector<trace::Verdict> before = {}) {
  report::Style style;
  for (int line = 1; line <= 60; ++line)
    style.sources["05/AdderManager/AdderManager.cpp"] += "    " + version + "(" + std::to_string(line) + ");\n";
  style.correct = {replay::recorded(replay::kTwoWaits)};
  trace::Run run = replay::recorded(replay::kNoWait), other = replay::recorded(replay::kLeak);
  run.lab = other.lab = style.correct[0].lab = "05";
  other.scenario = "another";
  std::vector<trace::Verdict> verdicts = std::move(before);
  verdicts.push_back({"PartAdder.AddsItsRange", trace::Outcome::kPassed, 5, 5, {}});
  verdicts.push_back(failed(kWaits, order, run.scenario));
  verdicts.push_back(failed(kCloses, 27, other.scenario));
  trace::Result result = report::result_of(std::move(verdicts));
  result.submission = version;
  return report::html(result, report::labs_with(kWaits), {run, other}, style);
}

// ... on a program that does not compile.
std::string broken_report() {
  trace::Run run;
  run.lab = "05";
  run.program = "AdderManager";
  run.outcome = trace::Run::Outcome::kNotBuilt;
  run.detail = "AdderManager.cpp:3:10: error: 'nothing' was not declared in this scope\n";
  const trace::Because because = tests::because("not_built_log", {{"program", "AdderManager"}});
  return report::html(
      report::result_of({{kWaits, trace::Outcome::kNotBuilt, 0, 4, because}, {kCloses, trace::Outcome::kNotBuilt, 0, 4, because}}),
      report::labs_with(kWaits), {run}, {});
}

class LivePageInABrowser : public ::testing::Test {
 protected:
  void open(const std::string& report) {
    served.show(report);
    browser.open_address(served.url);
    browser.wait_for("document.querySelector('main .run')");
    browser.evaluate("window.canary = 1");
  }
  // Serves a report that differs from the one on the page.
  void save(const std::string& report) {
    browser.evaluate("window.old = document.querySelector('main')");
    served.show(report);
    browser.wait_for("document.querySelector('main') !== window.old");
    browser.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))");
    EXPECT_EQ(browser.evaluate("window.canary"), 1) << "it was loaded again";
  }
  void expect_quiet() const {
    EXPECT_THAT(browser.complaints, IsEmpty());
    EXPECT_THAT(browser.requests, Each(StartsWith(served.url)));
  }
  // A selector within the run in which WaitsForBothWorkers failed.
  std::string of_run(const std::string& selector) { return "document.querySelector('[data-run$=worker_1_first] " + selector + "')"; }
  std::string text(const std::string& selector) { return browser.evaluate(of_run(selector) + ".innerText"); }
  void click(const std::string& selector) { browser.evaluate(of_run(selector) + ".click()"); }
  bool yes(const std::string& condition) { return browser.evaluate("Boolean(" + condition + ")"); }
  std::string status() { return browser.evaluate("document.querySelector('.live').innerText"); }
  void show_run() {
    browser.evaluate(of_run(".steps") + ".scrollIntoView(); new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  Served served;
  tests::Browser browser;
};

TEST_F(LivePageInABrowser, ShowsWhatASaveChangedAtTheSameStepAndZoom) {
  open(report_of("before"));
  show_run();
  EXPECT_EQ(text(".step-position"), "6 / 12");
  click("[data-step=on]");
  click("[data-step=on]");
  click("[data-step=on]");
  click("[data-zoom=in]");
  click("[data-zoom=in]");
  click("[data-step=against]");
  browser.evaluate(of_run(".scroll") + ".scrollLeft = 300; " + of_run(".calls") + ".open = true; " + of_run(".steps") + ".focus()");
  const std::string state =
      "JSON.stringify((run => [run.dataset.scale, run.querySelector('.scroll').scrollLeft, "
      "run.querySelector('.chart').getAttribute('width')])(document.querySelector('[data-run$=worker_1_first]')))";
  const std::string before = browser.evaluate(state);
  const auto top = [&]() -> double { return browser.evaluate(of_run(".steps") + ".getBoundingClientRect().top"); };
  const double top_before = top();
  const std::string chosen = browser.evaluate(of_run(".item.current") + ".dataset.r");
  EXPECT_THAT(before, StartsWith("[\"1.9"));

  // A new failure above this one moves everything down and changes the ids.
  save(report_of("after", 10, {failed("AdderManager.StartsBothWorkers", 3, "another")}));
  EXPECT_EQ(text(".step-position"), "9 / 12");
  EXPECT_THAT(text(".step-source"), AllOf(HasSubstr("after(36)"), Not(HasSubstr("before"))));
  EXPECT_EQ(browser.evaluate(state), before) << "zoom, and the place in the timeline";
  EXPECT_NEAR(top(), top_before, 2) << "pixels, because parts out of sight get their real heights later";
  EXPECT_EQ(browser.evaluate(of_run(".item.current") + ".dataset.r"), chosen);
  EXPECT_EQ(browser.evaluate(of_run("[data-step=against]") + ".getAttribute('aria-pressed')"), "true");
  EXPECT_TRUE(yes(of_run(".step-rows tr.first")));
  EXPECT_TRUE(yes(of_run(".calls") + ".open"));
  EXPECT_TRUE(yes("document.activeElement === " + of_run(".steps")));
  EXPECT_THAT(std::string(browser.evaluate("document.title")), HasSubstr("after"));
  browser.press("ArrowRight");
  EXPECT_EQ(text(".step-position"), "10 / 12") << "the keys go on from there";
  EXPECT_TRUE(yes(of_run(".item.current") + ".dataset.r !== '" + chosen + "'")) << "the timeline goes along";
  expect_quiet();
}

TEST_F(LivePageInABrowser, KeepsTheSwitchesAndOpensNoHintsOfAnotherMistake) {
  open(report_of("before"));
  for (const char* button : {"[data-only-failed]", "button[data-lang=ko]", "[data-theme-switch]"})
    browser.evaluate("document.querySelector('" + std::string(button) + "').click()");
  browser.evaluate(
      "document.querySelector('.hint').open = true; document.querySelector('.hint p').textContent = 'of a mistake that is gone';"
      "document.querySelector('button[data-lang=ko]').focus()");
  save(report_of("after"));
  EXPECT_TRUE(yes("document.querySelector('main').matches('.only-failed')"));
  EXPECT_EQ(browser.evaluate("document.querySelector('[data-only-failed]').getAttribute('aria-pressed')"), "true");
  EXPECT_EQ(browser.evaluate("document.documentElement.lang"), "ko");
  EXPECT_EQ(browser.evaluate("document.querySelector('button[data-lang=ko]').getAttribute('aria-pressed')"), "true");
  EXPECT_TRUE(yes("document.documentElement.dataset.theme && document.activeElement.dataset.lang === 'ko'"));
  EXPECT_FALSE(yes("document.querySelector('.hint').open"));
  browser.evaluate("document.querySelector('.hint').open = true");
  save(report_of("again"));
  EXPECT_TRUE(yes("document.querySelector('.hint').open")) << "the same hint";
  expect_quiet();
}

TEST_F(LivePageInABrowser, WhoHasNotSteppedSeesWhereItGoesWrongNow) {
  open(report_of("before"));
  show_run();
  EXPECT_EQ(text(".step-position"), "6 / 12");
  save(report_of("after", 20));
  show_run();
  EXPECT_EQ(text(".step-position"), "11 / 12");
  expect_quiet();
}

TEST_F(LivePageInABrowser, ShowsTheCompilersMessageAndThenTheOldPlace) {
  open(report_of("before"));
  show_run();
  click("[data-step=first]");
  click("[data-zoom=in]");
  save(broken_report());
  EXPECT_THAT(std::string(browser.evaluate("document.querySelector('.check').innerText")), HasSubstr("'nothing' was not declared"));
  EXPECT_THAT(status(), HasSubstr(tests::said("live_log")));
  browser.evaluate("document.querySelector('.live-log').click()");
  EXPECT_TRUE(
      yes("(box => box.top >= document.querySelector('.live').getBoundingClientRect().bottom && box.top < innerHeight)"
          "(document.querySelector('.check h3').getBoundingClientRect())"))
      << "the line does not cover it";
  save(report_of("after"));
  EXPECT_THAT(status(), Not(HasSubstr(tests::said("live_log"))));
  show_run();
  EXPECT_EQ(text(".step-position"), "1 / 12");
  EXPECT_TRUE(yes(of_run(".scroll") + ".closest('.run').dataset.scale > 1"));
  expect_quiet();
}

TEST_F(LivePageInABrowser, TellsWhatWatchDoesAndThatItHasEnded) {
  served.tell({{"en", "Compiling <b>.</b>"}, {"ko", "컴파일 <b>"}, {"at_work", true}});
  browser.open_address(served.url);
  browser.wait_for("document.querySelector('.live').dataset.state === 'at-work'");
  EXPECT_EQ(status(), "Compiling <b>.</b>");
  EXPECT_THAT(std::string(browser.evaluate("document.querySelector('main').innerText")), HasSubstr(tests::said("live_first")));
  served.show(report_of("first"));
  browser.wait_for("document.querySelector('main .run')");
  EXPECT_EQ(browser.evaluate("scrollY"), 0);
  browser.evaluate("document.querySelector('button[data-lang=ko]').click()");
  EXPECT_EQ(status(), "컴파일 <b>");
  served.tell({{"en", "Checked."}, {"ko", "채점했습니다."}, {"at_work", false}});
  browser.wait_for("document.querySelector('.live').innerText === '채점했습니다.'");

  tests::Browser second;
  second.open_address(served.url);
  second.wait_for("document.querySelector('main .run') && document.querySelector('.live').innerText === 'Checked.'");

  served.with([](PageServer& server) { server.end(); });
  for (tests::Browser* const one : {&browser, &second}) one->wait_for("document.querySelector('.live').dataset.state === 'ended'");
  EXPECT_EQ(status(), tests::said("live_ended", {}, text::Language::kKorean) + " ./lab watch 05 --page");
  EXPECT_EQ(second.evaluate("document.querySelector('.live').innerText"), tests::said("live_ended") + " ./lab watch 05 --page");
  EXPECT_TRUE(yes("document.querySelector('main .run')")) << "the last report stays";
}

TEST_F(LivePageInABrowser, FitsAPhone) {
  open(report_of("before"));
  for (const int width : {320, 390, 1280}) {
    browser.resize(width, 740);
    EXPECT_EQ(browser.evaluate("document.documentElement.scrollWidth"), width);
  }
  served.with([](PageServer& server) { server.end(); });
  browser.wait_for("document.querySelector('.live').dataset.state === 'ended'");
  browser.resize(320, 740);
  EXPECT_EQ(browser.evaluate("document.documentElement.scrollWidth"), 320);
}

}  // namespace
}  // namespace lab::cli
#endif
