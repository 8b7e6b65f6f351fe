// The handouts as they lie in the kit.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "handout/findings.h"
#include "text/text.h"

namespace lab::cli {

struct HandoutPage {
  std::filesystem::path path;
  std::string number;  // "05"
  text::Language language = text::Language::kEnglish;
  handout::Page page;
};

// NN.en.md and NN.ko.md of the folder, by name; those of `numbers`, or all. Throws text::Problem when there is none.
std::vector<HandoutPage> pages_of(const std::filesystem::path& folder, const std::vector<std::string>& numbers);

}  // namespace lab::cli
