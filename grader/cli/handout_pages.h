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

// The bytes of a file; "" when it is not there.
std::string text_of(const std::filesystem::path& file);
// Throws text::Problem, which calls the file `name`.
void write_text(const std::filesystem::path& file, const std::string& name, const std::string& bytes);

}  // namespace lab::cli
