// Tests lab watch --page end to end in a copy of the kit: who can access the page, and what it shows after a save.
#ifndef _WIN32
#include <csignal>
#include <sstream>

#include "tests/browser.h"
#include "tests/copied_kit.h"
#include "tests/phrases.h"
#include "tests/watched_page.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// The addresses on which something listens at this port, in the system's format.
std::vector<std::string> listening_at(int port) {
  std::vector<std::string> addresses;
  for (const char* table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
    std::ifstream lines(table);
    for (std::string line; std::getline(lines, line);) {
      std::string number, local, remote, state;
      std::istringstream(line) >> number >> local >> remote >> state;
      const std::size_t colon = local.find(':');
      if (state == "0A" && colon != std::string::npos && std::stoi(local.substr(colon + 1), nullptr, 16) == port)
        addresses.push_back(local.substr(0, colon));
    }
  }
  return addresses;
}

TEST(KitWatchPage, ServesTheReportAfterEverySaveToThoseWhoKnowTheAddress) {
  const CopiedKit kit;
  Running watch({"watch", "05", "--page", "--lang", "en"}, kit.environment(), false);
  const Address address = address_of(watch);
  EXPECT_THAT(listening_at(address.port), testing::ElementsAre("0100007F")) << "127.0.0.1 alone";

  // A client that sends half a request and one that reads nothing must not block others.
  Connection slow(address.port), deaf(address.port), events(address.port);
  slow.send("GET " + address.path);
  deaf.send("GET " + address.path + "report HTTP/1.1\r\n" + address.host() + "\r\n");
  events.send("GET " + address.path + "events HTTP/1.1\r\n" + address.host() + "\r\n");
  {
    Connection vanished(address.port);
    vanished.send("GET " + address.path + "events HTTP/1.1\r\n" + address.host() + "\r\n");
  }
  ASSERT_TRUE(events.shows("\"report\":0}"));
  EXPECT_THAT(events.all, AllOf(HasSubstr("text/event-stream"), HasSubstr(said("live_compiling"))));

  const std::string page = address.get("");
  EXPECT_THAT(page, AllOf(StartsWith("HTTP/1.1 200 "), HasSubstr("connect-src 'self'"), HasSubstr("frame-ancestors 'none'"),
                          HasSubstr("new EventSource"), HasSubstr("./lab watch 05 --page"), Not(HasSubstr("Access-Control"))));
  EXPECT_THAT(answer(address.port, address.path, ""), StartsWith("HTTP/1.1 403 "));
  EXPECT_THAT(answer(address.port, address.path, "Host: evil.example\r\n"), StartsWith("HTTP/1.1 403 "));
  EXPECT_THAT(answer(address.port, address.path, address.host() + "Origin: http://evil.example\r\n"), StartsWith("HTTP/1.1 403 "));
  EXPECT_THAT(answer(address.port, "/" + std::string(32, '0') + "/", address.host()), StartsWith("HTTP/1.1 404 "));
  EXPECT_THAT(answer(address.port, "/", address.host()), StartsWith("HTTP/1.1 404 "));

  ASSERT_TRUE(events.shows("\"report\":1}"));
  EXPECT_THAT(events.all, HasSubstr(parts(said("live_running", {{"done", 1}, {"all", kAnything}})).front()));
  EXPECT_THAT(address.get("report"), AllOf(StartsWith("HTTP/1.1 200 "), HasSubstr("class=\"check bad\""), Not(HasSubstr("EventSource"))));
  kit.save("PartAdder.cpp", "int main() { return nothing; }\n");
  ASSERT_TRUE(events.shows("\"report\":2}"));
  EXPECT_THAT(address.get("report"), HasSubstr("was not declared"));
  kit.save("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  kit.save("AdderManager.cpp", kit.solution("AdderManager.cpp"));
  ASSERT_TRUE(watch.shows("+ AdderManager."));
  // Two saves may be judged together or one after the other.
  for (int number = 3; address.get("report").find("class=\"check bad\"") != std::string::npos; ++number)
    ASSERT_TRUE(events.shows("\"report\":" + std::to_string(number) + "}"));
  EXPECT_THAT(address.get("report"), HasSubstr(said("report_all_passed")));

  watch.send(SIGINT);
  EXPECT_EQ(watch.end(), 128 + SIGINT);
  events.rest();
  EXPECT_THAT(events.all, HasSubstr(parts(said("live_checked", {{"time", kAnything}})).back()));
  EXPECT_FALSE(Connection(address.port).is_connected());
}

TEST(KitWatchPage, ABrowserShowsASaveAtTheSameStepAndZoom) {
  const CopiedKit kit;
  const std::string wrong = text_of(programs_of("05") / "wrong" / "no_wait" / "AdderManager.cpp");
  kit.save("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  kit.save("AdderManager.cpp", wrong);
  Running watch({"watch", "05", "--page", "--lang", "ko"}, kit.environment(), false);
  const Address address = address_of(watch, Language::kKorean);
  Browser browser;
  browser.open_address(address.url);
  browser.wait_for("document.querySelector('main .run')");
  const std::string run = "document.querySelector('main .run')";
  const auto text = [&](const std::string& selector) -> std::string {
    return browser.evaluate(run + ".querySelector('" + selector + "').innerText");
  };
  browser.evaluate(run + ".scrollIntoView()");
  browser.wait_for(run + ".querySelector('.step-position').innerText !== ''");
  browser.evaluate(run + ".querySelector('[data-step=first]').click()");
  for (const char* button : {"[data-step=on]", "[data-step=on]", "[data-zoom=in]"})
    browser.evaluate(run + ".querySelector('" + std::string(button) + "').click()");
  const std::string position = text(".step-position"), zoom = browser.evaluate(run + ".dataset.scale");
  EXPECT_THAT(position, StartsWith("3 / "));
  EXPECT_THAT(text(".step-source"), Not(HasSubstr("saved again")));

  kit.save("AdderManager.cpp", wrong + "// saved again\n");
  browser.wait_for(run + "?.querySelector('.step-source').innerText.includes('saved again')");
  EXPECT_EQ(text(".step-position"), position);
  EXPECT_EQ(browser.evaluate(run + ".dataset.scale"), zoom);
  EXPECT_THAT(browser.complaints, testing::IsEmpty());
  EXPECT_THAT(browser.requests, testing::Each(StartsWith(address.url)));

  watch.send(SIGTERM);
  EXPECT_EQ(watch.end(), 128 + SIGTERM);
  browser.wait_for("document.querySelector('.live').dataset.state === 'ended'");
  EXPECT_THAT(std::string(browser.evaluate("document.querySelector('.live').innerText")),
              HasSubstr(said("live_ended", {}, Language::kKorean)));
}

TEST(KitWatchPage, NeedsALab) {
  const CopiedKit kit;
  const Answer answer = kit.run({"watch", "--page"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, HasSubstr("LAB"));
}

}  // namespace
}  // namespace lab::tests
#endif
