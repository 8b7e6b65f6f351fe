// Access control for the page of `lab watch --page`: who may see it, and what a request asks for.
#pragma once

#include <string>

namespace lab::cli {

// The address of the page: http://127.0.0.1:40123/TOKEN/. Only requests with the token are answered.
struct PageAddress {
  int port = 0;
  std::string token;  // new_token()

  std::string host() const;  // "127.0.0.1:40123"
  std::string url() const;
};

// Returns 32 hexadecimal digits from the system's random number generator. Throws std::runtime_error if there is none.
std::string new_token();

// A request; a header that was not sent is "".
struct PageRequest {
  bool is_get = true;
  std::string path;
  std::string host;    // any other host: a name that somebody made resolve to 127.0.0.1 (DNS rebinding)
  std::string origin;  // any other origin: the request comes from another site's page
};

enum class PageAnswer {
  kPage,       // TOKEN/
  kReport,     // TOKEN/report: the report as written by `lab check --html`
  kEvents,     // TOKEN/events: the progress of watch, as server-sent events
  kForbidden,  // 403
  kNotFound,   // 404
  kNotAllowed  // 405
};

PageAnswer answer_to(const PageRequest& request, const PageAddress& address);

}  // namespace lab::cli
