// Reads a file at once, and writes to a temporary file in the same folder first.
#include "text/files.h"

#include <fmt/core.h>

#include <cerrno>
#include <chrono>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include "text/path.h"
#include "text/problem.h"
#include "text/rename.h"

namespace lab::text {
namespace {

namespace fs = std::filesystem;

// Windows denies replacing a file at the moment when another program reads it, and opening it at the moment when one replaces it. After
// this pause, it is tried again.
constexpr std::chrono::milliseconds kPause(10);
#ifdef _WIN32
constexpr int kTriesToOpen = 150;
#else
constexpr int kTriesToOpen = 1;
#endif

std::ifstream opened(const fs::path& file) {
  for (int tries = 1;; ++tries) {
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (in || tries == kTriesToOpen || !is_denied(std::error_code(errno, std::generic_category()))) return in;
    std::this_thread::sleep_for(kPause);
  }
}

// The file that the bytes are written to first, with a name that no other writer uses. A device or a link is written to directly, because
// otherwise a file would replace it.
fs::path first_of(const fs::path& file) {
  std::error_code ignored;
  const fs::file_type type = fs::symlink_status(file, ignored).type();
  fs::path first = file;
  if (type == fs::file_type::regular || type == fs::file_type::not_found) first += fmt::format(".{:08x}.new", std::random_device()());
  return first;
}

}  // namespace

std::optional<std::string> read_file(const fs::path& file) {
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) return std::nullopt;
  const std::ifstream in = opened(file);
  if (!in) return std::nullopt;
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

std::string read_text(const fs::path& file) { return read_file(file).value_or(""); }

void write_file(const fs::path& file, const std::string& bytes, const std::string& name) {
  const fs::path first = first_of(file);
  std::ofstream out(first, std::ios::binary);
  out << bytes;
  out.close();
  std::error_code error;
  if (out && first != file) rename_when_free(first, file, error, kPause);
  if (out && !error) return;
  if (first != file) fs::remove(first, error);
  throw Problem("file_not_written", {{"file", name.empty() ? utf8(file) : name}});
}

void require_writable(const fs::path& file, const std::string& name) {
  std::error_code ignored;
  const fs::path first = first_of(file);
  const bool opens = std::ofstream(first, std::ios::app) && (!fs::exists(file, ignored) || std::ofstream(file, std::ios::app));
  if (first != file) fs::remove(first, ignored);
  if (!opens) throw Problem("file_not_written", {{"file", name}});
}

}  // namespace lab::text
