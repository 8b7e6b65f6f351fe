// Serves the page of `lab watch --page` to browsers on this machine.
#pragma once

#include <uv.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/page_requests.h"

struct event_base;
struct evhttp;
struct evhttp_connection;
struct evhttp_request;

namespace lab::cli {

// libevent's HTTP server, run in short turns by a timer of the loop: it never blocks on a browser, and everything runs on the loop's
// thread.
class PageServer {
 public:
  // Listens on 127.0.0.1, on a port chosen by the system, and answers while the loop runs. `page` is an HTML file, `policy` its
  // Content-Security-Policy. Throws text::Problem if no port can be opened.
  PageServer(uv_loop_t& loop, std::string page, std::string policy);
  ~PageServer();
  PageServer(const PageServer&) = delete;
  PageServer& operator=(const PageServer&) = delete;

  const PageAddress& address() const { return address_; }

  // Sends an object to every open page, and to pages that are opened later. It may have any fields except "report", which is the number of
  // the current report, or 0 if there is none.
  void tell(nlohmann::json status);

  // Replaces the report that the open pages show.
  void show(std::string report);

  // Closes all connections, which tells pages that nothing more will come. The loop closes the timer.
  void end();

 private:
  struct OpenPage {
    evhttp_connection* connection;
    evhttp_request* request;  // each status is sent as another part of the reply to it
  };

  void answer(evhttp_request* request);
  void begin_events(evhttp_request* request);
  void closed(const evhttp_connection* connection);
  void send_status(evhttp_request* to) const;

  const std::string page_, policy_;
  PageAddress address_;
  std::string report_;
  nlohmann::json status_ = {{"report", 0}};
  std::unique_ptr<event_base, void (*)(event_base*)> base_;
  std::unique_ptr<evhttp, void (*)(evhttp*)> http_;
  std::vector<OpenPage> pages_;
  uv_timer_t turns_{};
};

}  // namespace lab::cli
