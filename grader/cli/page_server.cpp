// The HTTP server of `lab watch --page`, using libevent.
#include "cli/page_server.h"

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>

#include <algorithm>

#include "text/problem.h"

namespace lab::cli {
namespace {

constexpr std::uint64_t kBetweenTurnsMs = 30;
constexpr int kStepsOfATurn = 4;  // enough to accept, read and answer a new connection in one turn
constexpr int kPatienceSeconds = 30;
constexpr int kMostBytesAsked = 16384;
constexpr std::size_t kMostPages = 64;
constexpr std::size_t kMostBytesAtOnce = 1 << 20;

std::string text_of(const char* text) { return text ? text : ""; }

PageRequest read(evhttp_request* request) {
  const evkeyvalq* const headers = evhttp_request_get_input_headers(request);
  return {evhttp_request_get_command(request) == EVHTTP_REQ_GET, text_of(evhttp_uri_get_path(evhttp_request_get_evhttp_uri(request))),
          text_of(evhttp_find_header(headers, "Host")), text_of(evhttp_find_header(headers, "Origin"))};
}

void describe(evhttp_request* request, const char* type, const std::string& policy) {
  evkeyvalq* const headers = evhttp_request_get_output_headers(request);
  evhttp_add_header(headers, "Content-Type", type);
  evhttp_add_header(headers, "Content-Security-Policy", policy.c_str());
  evhttp_add_header(headers, "Cross-Origin-Resource-Policy", "same-origin");
  evhttp_add_header(headers, "Cache-Control", "no-store");
  evhttp_add_header(headers, "Referrer-Policy", "no-referrer");
  evhttp_add_header(headers, "X-Content-Type-Options", "nosniff");
}

using Buffer = std::unique_ptr<evbuffer, void (*)(evbuffer*)>;

Buffer buffer_of(const std::string& bytes) {
  Buffer buffer(evbuffer_new(), evbuffer_free);
  evbuffer_add(buffer.get(), bytes.data(), bytes.size());
  return buffer;
}

void reply(evhttp_request* request, int code, const char* reason, const std::string& bytes) {
  evhttp_send_reply(request, code, reason, buffer_of(bytes).get());
}

int port_of(evutil_socket_t listening) {
  sockaddr_in name{};
  auto size = static_cast<ev_socklen_t>(sizeof name);
  return getsockname(listening, reinterpret_cast<sockaddr*>(&name), &size) == 0 ? ntohs(name.sin_port) : 0;
}

}  // namespace

PageServer::PageServer(uv_loop_t& loop, std::string page, std::string policy)
    : page_(std::move(page)),
      policy_(std::move(policy)),
      base_(event_base_new(), event_base_free),
      http_(base_ ? evhttp_new(base_.get()) : nullptr, evhttp_free) {
  evhttp_bound_socket* const bound = http_ ? evhttp_bind_socket_with_handle(http_.get(), "127.0.0.1", 0) : nullptr;
  address_ = {bound ? port_of(evhttp_bound_socket_get_fd(bound)) : 0, new_token()};
  if (address_.port == 0) throw text::Problem("watch_page_no_port");
  evhttp_set_timeout(http_.get(), kPatienceSeconds);
  evhttp_set_max_headers_size(http_.get(), kMostBytesAsked);
  evhttp_set_max_body_size(http_.get(), kMostBytesAsked);
  evhttp_set_gencb(
      http_.get(), [](evhttp_request* request, void* self) { static_cast<PageServer*>(self)->answer(request); }, this);
  uv_timer_init(&loop, &turns_);
  turns_.data = this;
  uv_timer_start(
      &turns_,
      [](uv_timer_t* timer) {
        PageServer& self = *static_cast<PageServer*>(timer->data);
        for (int step = 0; step < kStepsOfATurn; ++step) event_base_loop(self.base_.get(), EVLOOP_NONBLOCK);
      },
      kBetweenTurnsMs, kBetweenTurnsMs);
}

PageServer::~PageServer() { end(); }

void PageServer::tell(nlohmann::json status) {
  status["report"] = status_.at("report");
  status_ = std::move(status);
  for (const OpenPage& page : pages_) send_status(page.request);
}

void PageServer::show(std::string report) {
  report_ = std::move(report);
  status_["report"] = status_.at("report").get<int>() + 1;
  tell(status_);
}

void PageServer::end() {
  http_.reset();  // this calls closed() for each connection
  if (turns_.data && !uv_is_closing(reinterpret_cast<uv_handle_t*>(&turns_))) uv_timer_stop(&turns_);
}

void PageServer::answer(evhttp_request* request) {
  bufferevent_set_max_single_write(evhttp_connection_get_bufferevent(evhttp_request_get_connection(request)), kMostBytesAtOnce);
  const PageAnswer what = answer_to(read(request), address_);
  describe(request, what == PageAnswer::kEvents ? "text/event-stream" : "text/html; charset=utf-8", policy_);
  switch (what) {
    case PageAnswer::kPage:
      return reply(request, 200, "OK", page_);
    case PageAnswer::kReport:
      return report_.empty() ? reply(request, 404, "Not Found", "") : reply(request, 200, "OK", report_);
    case PageAnswer::kEvents:
      return pages_.size() < kMostPages ? begin_events(request) : reply(request, 503, "Service Unavailable", "");
    case PageAnswer::kForbidden:
      return reply(request, 403, "Forbidden", "");
    case PageAnswer::kNotFound:
      return reply(request, 404, "Not Found", "");
    case PageAnswer::kNotAllowed:
      return reply(request, 405, "Method Not Allowed", "");
  }
}

void PageServer::begin_events(evhttp_request* request) {
  evhttp_connection* const connection = evhttp_request_get_connection(request);
  const timeval patience{kPatienceSeconds, 0};  // the limit for writing to it; no limit for reading, because the browser sends nothing more
  bufferevent_set_timeouts(evhttp_connection_get_bufferevent(connection), nullptr, &patience);
  evhttp_connection_set_closecb(
      connection, [](evhttp_connection* one, void* self) { static_cast<PageServer*>(self)->closed(one); }, this);
  evhttp_send_reply_start(request, 200, "OK");
  pages_.push_back({connection, request});
  send_status(request);
}

void PageServer::closed(const evhttp_connection* connection) {
  const auto page = std::find_if(pages_.begin(), pages_.end(), [&](const OpenPage& one) { return one.connection == connection; });
  if (page == pages_.end()) return;
  // If the browser closed it, the request already belongs to its owner; otherwise the connection frees it.
  if (!evhttp_request_get_connection(page->request)) evhttp_request_free(page->request);
  pages_.erase(page);
}

void PageServer::send_status(evhttp_request* to) const {
  const std::string line = "data: " + status_.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n\n";
  evhttp_send_reply_chunk(to, buffer_of(line).get());
}

}  // namespace lab::cli
