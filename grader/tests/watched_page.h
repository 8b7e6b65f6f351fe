// The page of a running `lab watch --page`, as tests request it. POSIX only.
#pragma once

#include <gmock/gmock.h>

#include <regex>
#include <string>

#include "tests/http.h"
#include "tests/kit_running.h"
#include "tests/phrases.h"

namespace lab::tests {

struct Address {
  std::string url, path;
  int port = 0;

  std::string host() const { return "Host: 127.0.0.1:" + std::to_string(port) + "\r\n"; }
  std::string get(const std::string& what) const { return answer(port, path + what, host()); }
};

// The address printed by the watch.
inline Address address_of(Running& watch, Language language = Language::kEnglish) {
  EXPECT_TRUE(watch.shows(said("watch_page", {}, language)));
  EXPECT_TRUE(watch.shows("http://"));
  EXPECT_TRUE(watch.shows("\n"));
  static const std::regex kUrl(R"((http://127\.0\.0\.1:([0-9]+)(/[0-9a-f]{32}/))\s)");
  std::smatch found;
  const std::string all = watch.all();
  if (!std::regex_search(all, found, kUrl)) {
    ADD_FAILURE() << all;
    return {};
  }
  return {found[1], found[3], std::stoi(found[2])};
}

}  // namespace lab::tests
