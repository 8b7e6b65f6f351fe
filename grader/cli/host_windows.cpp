// Windows: programs are started as they are. Not run yet: there was no Windows machine to try it on.
#include <io.h>
#include <process.h>
#include <stdlib.h>

#include <algorithm>
#include <random>
#include <stdexcept>

#include "cli/host.h"

namespace lab::cli {

namespace fs = std::filesystem;

std::vector<std::string> windows_command(const fs::path&, const fs::path& exe, std::optional<int>) { return {exe.string()}; }

std::vector<int> processors_of_their_own() { return {}; }

std::string windows_path(const fs::path& path) { return fs::absolute(path).make_preferred().string(); }

// The probe's path goes into import tables, where only ASCII is safe, and a user's own temporary folder carries the user's name.
fs::path make_work_folder() {
  std::random_device random;
  const auto ascii = [](const fs::path& path) {
    const std::wstring text = path.wstring();
    return std::all_of(text.begin(), text.end(), [](wchar_t c) { return c < 128; });
  };
  // canonical: no short names, since Windows gives a process's path with the long ones.
  for (fs::path base : {fs::canonical(fs::temp_directory_path()), fs::path(L"C:\\Users\\Public")}) {
    if (!ascii(base)) continue;
    const fs::path folder = base / ("lab-" + std::to_string(random()) + std::to_string(_getpid()));
    std::error_code error;
    if (fs::create_directory(folder, error)) return folder;
  }
  throw std::runtime_error("no folder with an ASCII path can be made. Set TEMP to one that you may write to.");
}

bool is_terminal(int stream) { return _isatty(stream) != 0; }

// Asking the console needs its whole header; a line of 80 fits into any window that people work in.
int terminal_columns() { return 80; }

void end_by(int) { _exit(130); }

std::string kit_command() { return ".\\lab"; }

fs::path own_program() {
  wchar_t* path = nullptr;
  if (_get_wpgmptr(&path) != 0 || !path) throw std::runtime_error("this program does not find itself. Start it through lab.cmd.");
  return fs::absolute(path);
}

}  // namespace lab::cli
