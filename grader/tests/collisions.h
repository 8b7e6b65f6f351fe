// Finds the places where text in a timeline on an open report page overlaps other parts of that timeline (collisions.js).
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/browser.h"

namespace lab::tests {

struct Collisions {
  std::vector<std::string> found;  // "en, 2 x smaller, run-0: \"Non-Signaled\" and an arrow"
  int words = 0;                   // the number of words checked
};

// Checks both languages, at several zoom levels, with the moments' numbers and with their times.
inline Collisions collisions(Browser& browser) {
  std::ifstream in(std::filesystem::path(LAB_SOURCE_DIR) / "grader" / "tests" / "collisions.js", std::ios::binary);
  std::string function(std::istreambuf_iterator<char>(in), {});
  function.erase(0, function.find("(run)"));
  Collisions all;
  const auto look = [&](const std::string& where) {
    const nlohmann::json found = browser.evaluate(
        "(collisions => [...document.querySelectorAll('.run')].filter(run => run.querySelector('.chart')).flatMap(run => "
        "collisions(run).map(one => run.id + ': ' + one)))(" +
        function + ")");
    for (const std::string one : found) all.found.push_back(where + one);
    all.words += browser.evaluate("document.querySelectorAll('.chart text:not(.dropped)').length").get<int>();
  };
  const auto click = [&](const std::string& selector) {
    browser.evaluate("for (const one of document.querySelectorAll('" + selector + "')) one.click(); 0");
  };
  // Timelines outside the visible area are not laid out.
  browser.evaluate("for (const one of document.querySelectorAll('.run, .check')) one.style.contentVisibility = 'visible'; 0");
  for (const std::string language : {"en", "ko"}) {
    click("button[data-lang=" + language + "]");
    for (const std::string zoom : {"", "in", "out", "out", "out", "out", "fit"}) {
      if (!zoom.empty()) click("button[data-zoom=" + zoom + "]");
      look(language + ", " + zoom + ", ");
      click("button[data-times]");
      look(language + ", " + zoom + ", times, ");
      click("button[data-times]");
    }
    for (int i = 0; i < 3; ++i) click("button[data-zoom=in]");
  }
  return all;
}

}  // namespace lab::tests
