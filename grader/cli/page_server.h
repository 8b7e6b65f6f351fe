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

// libevent's HTTP server in turns that the loop gives it: nothing waits for a browser, and all is done on the loop's thread.
class PageServer {
 public:
  // Listens on 127.0.0.1, at a port that the system chooses, and answers while the loop runs. `page` is an HTML file, `policy` its
  // Content-Security-Policy. Throws text::Problem where nothing can listen.
  PageServer(uv_loop_t& loop, std::string page, std::string policy);
  ~PageServer();
  PageServer(const PageServer&) = delete;
  PageServer& operator=(const PageServer&) = delete;

  const PageAddress& address() const { return address_; }

  // An object that every open page gets, at once or when it is opened. It may have any fields but "report", which is the number of the
  // report that there is, 0 for none.
  void tell(nlohmann::json status);

  // A report, which the open pages show from now on.
  void show(std::string report);

  // Closes all connections, by which pages know that there is nothing more to come. The loop closes the timer.
  void end();

 private:
  struct OpenPage {
    evhttp_connection* connection;
    evhttp_request* request;  // to which every status is one more part of the reply
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
