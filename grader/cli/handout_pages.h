// The pages in the kit that show what it recorded: the handouts and the READMEs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "handout/findings.h"
#include "text/text.h"

namespace lab::cli {

struct HandoutPage {
  std::filesystem::path path;
  std::string name;  // "05" for a lab's handout, "lan" for another one, "README"
  text::Language language = text::Language::kEnglish;
  handout::Page page;

  bool is_front() const { return name == "README"; }  // it lies above the folder of the handouts
};

// NAME.en.md and NAME.ko.md of the folder, by name; those of `names`, or all. Throws text::Problem when there is none.
std::vector<HandoutPage> pages_of(const std::filesystem::path& folder, const std::vector<std::string>& names);

// README.md and README.ko.md, where they are there.
std::vector<HandoutPage> front_pages(const std::filesystem::path& root);

}  // namespace lab::cli
