// Writes, and says what could not be written.
#include "cli/write_file.h"

#include <fstream>

#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

bool wrote(const fs::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  return static_cast<bool>(out.flush());
}

// What stands there stays until the new file is whole. Not for a device or a link, whose place a file would take.
bool replaced(const fs::path& file, const std::string& bytes) {
  std::error_code error;
  fs::path fresh = file;
  fresh += ".new";
  bool done = wrote(fresh, bytes);
  if (done) fs::rename(fresh, file, error);
  done = done && !error;
  if (!done) fs::remove(fresh, error);
  return done;
}

}  // namespace

void write_file(const fs::path& file, const std::string& bytes, const std::string& name) {
  std::error_code ignored;
  const fs::file_type type = fs::symlink_status(file, ignored).type();
  const bool plain = type == fs::file_type::regular || type == fs::file_type::not_found;
  if (!(plain ? replaced(file, bytes) : wrote(file, bytes)))
    throw text::Problem("file_not_written", {{"file", name.empty() ? text::utf8(file) : name}});
}

}  // namespace lab::cli
