// Lists files, and compares their names.
#include "compile/handed_in.h"

#include <algorithm>
#include <array>
#include <regex>
#include <string_view>

#include "compile/source.h"
#include "text/path.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 1000;
constexpr int kDeepest = 16;

template <std::size_t N>
bool ends_with_one_of(const std::string& file, const std::array<std::string_view, N>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return lower(file).ends_with(ending); });
}

}  // namespace

std::vector<std::string> files_below(const fs::path& folder) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  while (!error && entry != fs::recursive_directory_iterator() && files.size() < kMostFiles) {
    std::error_code unknown;
    const std::string name = text::utf8(entry->path().filename());
    const bool passed_over = name.starts_with('.') || name == "__MACOSX" || entry->is_symlink(unknown);
    if (entry->is_directory(unknown)) {
      if (passed_over || entry.depth() >= kDeepest) entry.disable_recursion_pending();
    } else if (!passed_over) {
      files.push_back(text::generic_utf8(entry->path().lexically_relative(folder)));
    }
    entry.increment(error);
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool may_be_program(const std::string& file) {
  constexpr std::array<std::string_view, 6> kEndings{".cpp", ".cc", ".cxx", ".c++", ".c", ".exe"};
  return ends_with_one_of(file, kEndings);
}

int lab_of_folder(const std::string& name) {
  static const std::regex kFolder(R"((?:lab|labs|실습|과제)?[ _-]*0?([1-9][0-9]?)(?:[ _.-].*)?)");
  std::smatch match;
  const std::string in_small = lower(name);
  return std::regex_match(in_small, match, kFolder) ? std::stoi(match[1]) : 0;
}

std::string named_like(const std::string& program, const std::vector<std::string>& files) {
  const auto file = std::find_if(files.begin(), files.end(), [&](const std::string& name) {
    const std::size_t slash = name.find_last_of("/\\");
    const std::string own = lower(slash == std::string::npos ? name : name.substr(slash + 1));
    return own.find(lower(program)) != std::string::npos && (may_be_program(own) || own.ends_with(".txt"));
  });
  return file == files.end() ? "" : *file;
}

std::string archive_among(const std::vector<std::string>& files) {
  constexpr std::array<std::string_view, 10> kArchiveEndings{".zip", ".7z", ".rar", ".alz", ".egg", ".tar", ".gz", ".tgz", ".xz", ".bz2"};
  const auto file =
      std::find_if(files.begin(), files.end(), [&](const std::string& name) { return ends_with_one_of(name, kArchiveEndings); });
  return file == files.end() ? "" : *file;
}

}  // namespace lab::compile
