// Reads the handouts.
#include "cli/handout_pages.h"

#include <algorithm>

#include "compile/store.h"
#include "text/problem.h"

namespace lab::cli {

namespace fs = std::filesystem;
using text::Language;
using text::Problem;

std::vector<HandoutPage> pages_of(const fs::path& folder, const std::vector<std::string>& numbers) {
  std::vector<HandoutPage> pages;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    const bool korean = name.size() == 8 && name.ends_with(".ko.md");
    if (!korean && !(name.size() == 8 && name.ends_with(".en.md"))) continue;
    const std::string number = name.substr(0, 2);
    if (!numbers.empty() && !std::count(numbers.begin(), numbers.end(), number)) continue;
    pages.push_back(
        {entry.path(), number, korean ? Language::kKorean : Language::kEnglish, {"handouts/" + name, compile::read_text(entry.path())}});
  }
  std::sort(pages.begin(), pages.end(), [](const HandoutPage& a, const HandoutPage& b) { return a.path < b.path; });
  for (const std::string& number : numbers)
    if (std::none_of(pages.begin(), pages.end(), [&](const HandoutPage& page) { return page.number == number; }))
      throw Problem("handout_no_pages", {{"name", number}, {"folder", folder.string()}});
  if (pages.empty()) throw Problem("handout_no_pages", {{"name", ""}, {"folder", folder.string()}});
  return pages;
}

}  // namespace lab::cli
