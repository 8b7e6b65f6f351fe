// Reads and writes the files that a cut makes.
#include "cut/files.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "text/path.h"
#include "text/problem.h"

namespace lab::cut {

using std::filesystem::path;

std::optional<std::string> read(const path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return {};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// Written beside it first.
void write(const path& file, const std::string& text) {
  path beside = file;
  beside += ".new";
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (out) std::filesystem::rename(beside, file, error);
  if (!out || error) {
    std::filesystem::remove(beside, error);
    throw text::Problem("file_not_written", {{"file", text::generic_utf8(file)}});
  }
}

std::string with_lf(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  return text;
}

}  // namespace lab::cut
