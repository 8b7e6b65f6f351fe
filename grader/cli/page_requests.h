// Who may see the page of `lab watch --page`, and what a request to it asks for.
#pragma once

#include <string>

namespace lab::cli {

// Where the page is: http://127.0.0.1:40123/TOKEN/. Only those who know the token get an answer.
struct PageAddress {
  int port = 0;
  std::string token;  // new_token()

  std::string host() const;  // "127.0.0.1:40123"
  std::string url() const;
};

// 32 digits from the system's source of randomness. Throws std::runtime_error where it has none.
std::string new_token();

// A header that was not sent is "".
struct PageRequest {
  bool is_get = true;
  std::string path;
  std::string host;    // another one: a name that somebody made to mean 127.0.0.1 (DNS rebinding)
  std::string origin;  // another one: a page of somebody else's asks
};

enum class PageAnswer {
  kPage,       // TOKEN/
  kReport,     // TOKEN/report: the report as `lab check --html` writes it
  kEvents,     // TOKEN/events: what watch does, as server-sent events
  kForbidden,  // 403
  kNotFound,   // 404
  kNotAllowed  // 405
};

PageAnswer answer_to(const PageRequest& request, const PageAddress& address);

}  // namespace lab::cli
