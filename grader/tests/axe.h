// Runs axe-core, which checks pages against accessibility rules, in the tests' browser. cmake/axe.cmake downloads it into the build folder
// if npm and a network are available; LAB_AXE selects another copy. Tests derive from AxeTest and are skipped without axe-core.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/browser.h"

namespace lab::tests {

class AxeTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* const given = std::getenv("LAB_AXE");
    const std::filesystem::path file =
        given ? std::filesystem::path(given) : std::filesystem::path(LAB_BUILD_DIR) / "axe" / "node_modules" / "axe-core" / "axe.min.js";
    std::ifstream in(file, std::ios::binary);
    if (!in) GTEST_SKIP() << "axe-core is not there. Run ./lab test with npm and a network, or set LAB_AXE to an axe.min.js.";
    axe_.assign(std::istreambuf_iterator<char>(in), {});
  }

  void open(const std::filesystem::path& file) { browser.open_page(file); }

  // What axe-core finds on the open page: in light and dark, at phone and desktop size, with everything opened that can be opened. `where`
  // is the prefix of each line.
  std::vector<std::string> violations(const std::string& where) {
    if (!browser.evaluate("typeof axe === 'object'")) browser.evaluate(axe_ + "\n;0");
    std::vector<std::string> found;
    browser.evaluate("for (const one of document.querySelectorAll('details')) one.open = true; 0");
    for (const char* scheme : {"light", "dark"})
      for (const int width : {320, 1280}) {
        browser.call("Emulation.setEmulatedMedia", {{"features", {{{"name", "prefers-color-scheme"}, {"value", scheme}}}}});
        browser.resize(width, 800);
        browser.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        const nlohmann::json all = browser.evaluate(
            "axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.flatMap(rule => rule.nodes.map(node => "
            "rule.id + ' ' + node.target.join(' ') + ': ' + node.failureSummary)))");
        for (const std::string one : all) found.push_back(where + ", " + scheme + ", " + std::to_string(width) + ": " + one);
      }
    return found;
  }

  Folder folder;
  Browser browser;

 private:
  std::string axe_;
};

}  // namespace lab::tests
