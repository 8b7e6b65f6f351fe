// Headless Chromium, controlled by DevTools protocol messages over a pipe: commands and answers are JSON, each terminated by a NUL, on the
// descriptors 3 and 4. There is nothing between the tests and the browser (no Node, no WebDriver). Tests use its real keys, sizes, console
// and network log, and the processor time of the page's own thread, which does not increase on a busy machine.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/folder.h"

namespace lab::tests {

class Browser {
 public:
  using json = nlohmann::json;

  // Throws std::runtime_error if chromium is not installed.
  Browser() {
    int to[2], from[2];
    if (pipe2(to, O_CLOEXEC) != 0 || pipe2(from, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    const std::string profile = "--user-data-dir=" + folder_.path().string();
    pid_ = fork();
    if (pid_ == 0) {
      // The descriptors that are copied to 3 and 4 must not be 3 or 4 themselves.
      const int in = fcntl(to[0], F_DUPFD, 10), out = fcntl(from[1], F_DUPFD, 10), nowhere = open("/dev/null", O_RDWR);
      dup2(in, 3);
      dup2(out, 4);
      for (const int stream : {0, 1, 2}) dup2(nowhere, stream);
      // Starts without its sandbox, which root cannot use, and with nothing that makes it fetch data on its own.
      execlp("chromium", "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--remote-debugging-pipe", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--disable-extensions", profile.c_str(), "about:blank", static_cast<char*>(nullptr));
      _exit(127);
    }
    close(to[0]);
    close(from[1]);
    to_ = to[1];
    from_ = from[0];
    signal(SIGPIPE, SIG_IGN);  // the next read reports that the browser is gone
    const json target = send("Target.createTarget", {{"url", "about:blank"}}, false);
    session_ = send("Target.attachToTarget", {{"targetId", target.at("targetId")}, {"flatten", true}}, false).at("sessionId");
    for (const char* domain : {"Page", "Runtime", "Log", "Network"}) call(std::string(domain) + ".enable");
    call("Page.setLifecycleEventsEnabled", {{"enabled", true}});
    call("Performance.enable", {{"timeDomain", "threadTicks"}});
    call("Emulation.setFocusEmulationEnabled", {{"enabled", true}});  // keys go to the page's focused element, whichever window was first
  }
  Browser(const Browser&) = delete;
  Browser& operator=(const Browser&) = delete;
  ~Browser() {
    try {
      send("Browser.close", json::object(), false);
    } catch (const std::exception&) {
      kill(pid_, SIGKILL);
    }
    close(to_);
    close(from_);
    waitpid(pid_, nullptr, 0);
  }

  // Sends a command to the page and returns the answer. Throws std::runtime_error with the browser's message if it fails.
  json call(const std::string& method, const json& parameters = json::object()) { return send(method, parameters, true); }

  // The value of an expression in the page, or the result of a promise.
  json evaluate(const std::string& expression) {
    const json answer = call("Runtime.evaluate", {{"expression", expression}, {"returnByValue", true}, {"awaitPromise", true}});
    if (answer.contains("exceptionDetails")) throw std::runtime_error(answer.at("exceptionDetails").dump());
    return answer.at("result").value("value", json());
  }

  // Opens a file and waits until it has been loaded and painted.
  void open_page(const std::filesystem::path& file) {
    std::string url = "file://";
    for (const unsigned char c : file.string()) url += c > ' ' && c < 0x7F ? std::string(1, static_cast<char>(c)) : percent(c);
    open_address(url);
  }
  void open_address(const std::string& url) {
    complaints.clear();
    requests.clear();
    const std::string page = call("Page.navigate", {{"url", url}}).at("loaderId");
    while (!loaded_.contains(page)) take(receive());  // this page, not the empty one before it
    evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  // Waits until the condition is true on the page.
  void wait_for(const std::string& condition) {
    evaluate("new Promise(done => { const look = () => (" + condition + ") ? done() : setTimeout(look, 20); look(); })");
  }

  void resize(int width, int height) {
    call("Emulation.setDeviceMetricsOverride", {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", true}});
  }

  // Emulates a system in dark mode.
  void darken(bool dark = true) {
    const json feature = {{"name", "prefers-color-scheme"}, {"value", dark ? "dark" : "light"}};
    call("Emulation.setEmulatedMedia", {{"features", json::array({feature})}});
  }

  // The visible part of the page, as a PNG file in base64.
  std::string picture() { return call("Page.captureScreenshot", {{"format", "png"}}).at("data"); }

  // Presses and releases a key; the focused element receives it.
  void press(const std::string& key) {
    call("Input.dispatchKeyEvent", {{"type", "keyDown"}, {"key", key}});
    call("Input.dispatchKeyEvent", {{"type", "keyUp"}, {"key", key}});
  }

  // The processor time in seconds that the page's thread has used since the page began to load.
  double processor_seconds() {
    const json metrics = call("Performance.getMetrics");
    for (const json& metric : metrics.at("metrics"))
      if (metric.at("name") == "TaskDuration") return metric.at("value");
    throw std::runtime_error("the browser does not report its processor time");
  }

  std::vector<std::string> complaints;  // console output, uncaught errors, and violations of the page's policy
  std::vector<std::string> requests;    // every requested address

 private:
  static std::string percent(unsigned char c) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    return {'%', kDigits[c >> 4], kDigits[c & 15]};
  }

  json send(const std::string& method, const json& parameters, bool to_page) {
    json command = {{"id", ++last_id_}, {"method", method}, {"params", parameters}};
    if (to_page) command["sessionId"] = session_;
    const std::string text = command.dump() + '\0';
    for (std::size_t sent = 0; sent < text.size();) {
      const ssize_t bytes = write(to_, text.data() + sent, text.size() - sent);
      if (bytes <= 0)
        throw std::runtime_error("chromium cannot be started, or has ended. Install the package chromium, or look why it ended.");
      sent += static_cast<std::size_t>(bytes);
    }
    for (;;) {
      json message = receive();
      if (message.value("id", 0) != last_id_) {
        take(message);
        continue;
      }
      if (message.contains("error")) throw std::runtime_error(method + ": " + message.at("error").dump());
      return message.at("result");
    }
  }

  // This does not measure anything: it only makes a test end if the browser hangs.
  json receive() {
    constexpr int kPatience = 120'000;  // milliseconds
    for (;;) {
      const std::size_t end = buffer_.find('\0');
      if (end != std::string::npos) {
        json message = json::parse(buffer_.substr(0, end));
        buffer_.erase(0, end + 1);
        return message;
      }
      pollfd waiting{from_, POLLIN, 0};
      if (poll(&waiting, 1, kPatience) <= 0) throw std::runtime_error("chromium does not answer");
      char bytes[65536];
      const ssize_t got = read(from_, bytes, sizeof bytes);
      if (got <= 0)
        throw std::runtime_error("chromium cannot be started, or has ended. Install the package chromium, or look why it ended.");
      buffer_.append(bytes, static_cast<std::size_t>(got));
    }
  }

  void take(const json& message) {
    const std::string method = message.value("method", "");
    if (method == "Page.lifecycleEvent" && message.at("params").at("name") == "load") loaded_.insert(message.at("params").at("loaderId"));
    if (method == "Runtime.exceptionThrown" || method == "Runtime.consoleAPICalled" || method == "Log.entryAdded")
      complaints.push_back(message.at("params").dump());
    if (method == "Network.requestWillBeSent") requests.push_back(message.at("params").at("request").at("url"));
  }

  Folder folder_;
  pid_t pid_ = -1;
  int to_ = -1, from_ = -1;
  int last_id_ = 0;
  std::set<std::string> loaded_;  // the loaded pages, by the browser's ids
  std::string session_, buffer_;
};

}  // namespace lab::tests
