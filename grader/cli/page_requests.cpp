// The address of the page of `lab watch --page`, and the rules for requests.
#include "cli/page_requests.h"

#include <fmt/core.h>
#include <uv.h>

#include <array>
#include <stdexcept>
#include <string_view>

namespace lab::cli {
namespace {

// Takes the same time wherever the two differ.
bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned char different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) different |= static_cast<unsigned char>(a[i] ^ b[i]);
  return different == 0;
}

}  // namespace

std::string PageAddress::host() const { return fmt::format("127.0.0.1:{}", port); }

std::string PageAddress::url() const { return fmt::format("http://{}/{}/", host(), token); }

std::string new_token() {
  std::array<unsigned char, 16> bytes{};
  if (const int error = uv_random(nullptr, nullptr, bytes.data(), bytes.size(), 0, nullptr); error != 0)
    throw std::runtime_error(fmt::format("uv_random: {}", uv_strerror(error)));
  std::string token;
  for (const unsigned char byte : bytes) token += fmt::format("{:02x}", byte);
  return token;
}

PageAnswer answer_to(const PageRequest& request, const PageAddress& address) {
  if (request.host != address.host()) return PageAnswer::kForbidden;
  if (!request.origin.empty() && request.origin != "http://" + address.host()) return PageAnswer::kForbidden;
  const std::string_view path = request.path;
  const std::size_t end = path.find('/', 1);
  if (!path.starts_with('/') || end == path.npos || !same_secret(path.substr(1, end - 1), address.token)) return PageAnswer::kNotFound;
  const std::string_view what = path.substr(end + 1);
  if (!what.empty() && what != "report" && what != "events") return PageAnswer::kNotFound;
  if (!request.is_get) return PageAnswer::kNotAllowed;
  return what.empty() ? PageAnswer::kPage : what == "report" ? PageAnswer::kReport : PageAnswer::kEvents;
}

}  // namespace lab::cli
