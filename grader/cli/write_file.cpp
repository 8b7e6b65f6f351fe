// Writes, and says what could not be written.
#include "cli/write_file.h"

#include <fstream>

#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {

void write_file(const std::filesystem::path& file, const std::string& bytes, const std::string& name) {
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw text::Problem("file_not_written", {{"file", name.empty() ? text::utf8(file) : name}});
}

}  // namespace lab::cli
