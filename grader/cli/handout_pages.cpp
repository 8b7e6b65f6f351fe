// Reads the handouts and the READMEs.
#include "cli/handout_pages.h"

#include <algorithm>

#include "text/files.h"
#include "text/problem.h"

namespace lab::cli {

namespace fs = std::filesystem;
using text::Language;
using text::Problem;

std::vector<HandoutPage> pages_of(const fs::path& folder, const std::vector<std::string>& names) {
  std::vector<HandoutPage> pages;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string file = entry.path().filename().string();
    const bool korean = file.ends_with(".ko.md");
    if (!korean && !file.ends_with(".en.md")) continue;
    const std::string name = file.substr(0, file.find('.'));
    if (!names.empty() && !std::count(names.begin(), names.end(), name)) continue;
    pages.push_back(
        {entry.path(), name, korean ? Language::kKorean : Language::kEnglish, {"handouts/" + file, text::read_text(entry.path())}});
  }
  std::sort(pages.begin(), pages.end(), [](const HandoutPage& a, const HandoutPage& b) { return a.path < b.path; });
  for (const std::string& name : names)
    if (std::none_of(pages.begin(), pages.end(), [&](const HandoutPage& page) { return page.name == name; }))
      throw Problem("handout_no_pages", {{"name", name}, {"folder", folder.string()}});
  if (pages.empty()) throw Problem("handout_no_pages", {{"name", ""}, {"folder", folder.string()}});
  return pages;
}

std::vector<HandoutPage> front_pages(const fs::path& root) {
  std::vector<HandoutPage> pages;
  for (const auto& [file, language] : {std::pair{"README.md", Language::kEnglish}, std::pair{"README.ko.md", Language::kKorean}})
    if (fs::exists(root / file)) pages.push_back({root / file, "README", language, {file, text::read_text(root / file)}});
  return pages;
}

}  // namespace lab::cli
