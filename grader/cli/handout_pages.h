// The pages in the kit that show recorded output: the handouts and the READMEs.
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

  bool is_front() const { return name == "README"; }  // it is one level above the handouts folder
};

// The files NAME.en.md and NAME.ko.md in the folder, sorted by name: those for `names`, or all of them. Throws text::Problem if there are
// none.
std::vector<HandoutPage> pages_of(const std::filesystem::path& folder, const std::vector<std::string>& names);

// README.md and README.ko.md, if they exist.
std::vector<HandoutPage> front_pages(const std::filesystem::path& root);

}  // namespace lab::cli
