// Tests who may see the page of `lab watch --page`.
#include "cli/page_requests.h"

#include <gmock/gmock.h>

#include <set>

namespace lab::cli {
namespace {

const PageAddress kAddress{40123, "0123456789abcdef0123456789abcdef"};

PageAnswer asked(const std::string& path, const std::string& host = "127.0.0.1:40123", const std::string& origin = "", bool is_get = true) {
  return answer_to({is_get, path, host, origin}, kAddress);
}

const std::string kBelow = "/" + kAddress.token + "/";

TEST(PageRequests, AnswersThoseWhoKnowTheToken) {
  EXPECT_EQ(kAddress.url(), "http://127.0.0.1:40123" + kBelow);
  EXPECT_EQ(asked(kBelow), PageAnswer::kPage);
  EXPECT_EQ(asked(kBelow + "report"), PageAnswer::kReport);
  EXPECT_EQ(asked(kBelow + "events", "127.0.0.1:40123", "http://127.0.0.1:40123"), PageAnswer::kEvents);
}

TEST(PageRequests, ComparesTheWholeToken) {
  std::string last_digit = kAddress.token;
  last_digit.back() = 'e';
  for (const std::string& path : {std::string(), std::string("/"), std::string("//"), std::string("/report"), "/" + kAddress.token,
                                  "/" + kAddress.token.substr(0, 31) + "/", "/" + kAddress.token + "0/", "/" + last_digit + "/",
                                  "/" + last_digit + "/events", "/x" + kBelow, kAddress.token + "/", "/" + kBelow})
    EXPECT_EQ(asked(path), PageAnswer::kNotFound) << path;
  for (const char* other : {"favicon.ico", "report/", "../report", "events?", "Report"})
    EXPECT_EQ(asked(kBelow + other), PageAnswer::kNotFound) << other;
}

TEST(PageRequests, RefusesOtherHostsAndOrigins) {
  for (const char* host : {"", "127.0.0.1", "127.0.0.1:80", "localhost:40123", "evil.example:40123", "127.0.0.1:40123.evil.example"})
    EXPECT_EQ(asked(kBelow, host), PageAnswer::kForbidden) << host;
  for (const char* origin : {"null", "http://127.0.0.1", "https://127.0.0.1:40123", "http://127.0.0.1:8000", "http://evil.example",
                             "http://127.0.0.1:40123.evil.example"})
    EXPECT_EQ(asked(kBelow + "report", "127.0.0.1:40123", origin), PageAnswer::kForbidden) << origin;
  EXPECT_EQ(asked("/wrong/", "evil.example"), PageAnswer::kForbidden) << "a wrong token tells nothing more";
}

TEST(PageRequests, ChangesNothing) {
  for (const char* what : {"", "report", "events"})
    EXPECT_EQ(asked(kBelow + what, "127.0.0.1:40123", "", false), PageAnswer::kNotAllowed) << what;
}

TEST(PageRequests, EveryTokenIsAnother) {
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(new_token());
  EXPECT_EQ(tokens.size(), 100u);
  for (const std::string& token : tokens) {
    EXPECT_EQ(token.size(), 32u);
    EXPECT_EQ(token.find_first_not_of("0123456789abcdef"), token.npos) << token;
  }
}

}  // namespace
}  // namespace lab::cli
