// Windows: programs are started as they are. Tried under Wine only: there was no Windows machine.
#include <process.h>
#include <stdlib.h>
#include <windows.h>

#include <algorithm>
#include <random>
#include <stdexcept>

#include "cli/host.h"

namespace lab::cli {

namespace fs = std::filesystem;

std::vector<std::string> windows_command(const fs::path&, const fs::path& exe, std::optional<int>) { return {exe.string()}; }

std::vector<int> processors_of_their_own() { return {}; }

std::vector<std::string> worker_command(std::optional<int>) { return {}; }

bool has_sandboxes() { return false; }

std::string windows_path(const fs::path& path) { return fs::absolute(path).make_preferred().string(); }

namespace {

constexpr wchar_t kLock[] = L".lab-grader.lock";  // tells a work folder from what else may be called lab-SOMETHING

// Folders of processes that were killed: their locks can be deleted, since no process has them open.
void remove_left_behind(const fs::path& place) {
  std::error_code error;
  for (auto entry = fs::directory_iterator(place, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (entry->path().filename().wstring().starts_with(L"lab-") && DeleteFileW((entry->path() / kLock).c_str()))
      fs::remove_all(entry->path(), ignored);
  }
}

// Open, and so locked, until this process ends.
bool lock_folder(const fs::path& folder) {
  return CreateFileW((folder / kLock).c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr) !=
         INVALID_HANDLE_VALUE;
}

}  // namespace

// The probe's path goes into import tables, where only ASCII is safe, and a user's own temporary folder carries the user's name.
fs::path make_work_folder() {
  std::random_device random;
  const auto ascii = [](const fs::path& path) {
    const std::wstring text = path.wstring();
    return std::all_of(text.begin(), text.end(), [](wchar_t c) { return c < 128; });
  };
  const wchar_t* shared = _wgetenv(L"PUBLIC");
  for (const fs::path& place : {fs::temp_directory_path(), fs::path(shared ? shared : L"C:\\Users\\Public")}) {
    std::error_code error;
    // canonical: no short names, since Windows gives a process's path with the long ones. It fails on some RAM disks.
    const fs::path base = fs::canonical(place, error);
    if (error || !ascii(base)) continue;
    remove_left_behind(base);
    const fs::path folder = base / ("lab-" + std::to_string(random()) + std::to_string(_getpid()));
    if (fs::create_directory(folder, error) && lock_folder(folder)) return folder;
  }
  throw std::runtime_error("no folder with an ASCII path can be made. Set TEMP to one that you may write to.");
}

// A console counts as a terminal when it understands escape sequences, which it must be asked to do. NUL is no console.
// https://learn.microsoft.com/windows/console/console-virtual-terminal-sequences
bool is_terminal(int stream) {
  const HANDLE console = GetStdHandle(stream == 2 ? STD_ERROR_HANDLE : STD_OUTPUT_HANDLE);
  DWORD mode = 0;
  if (!GetConsoleMode(console, &mode)) return false;
  return (mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0 || SetConsoleMode(console, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

int terminal_columns() {
  CONSOLE_SCREEN_BUFFER_INFO console = {};
  if (!GetConsoleScreenBufferInfo(GetStdHandle(STD_OUTPUT_HANDLE), &console)) return 80;
  return std::max(console.srWindow.Right - console.srWindow.Left + 1, 1);
}

void end_by(int) { _exit(130); }

std::string kit_command() { return ".\\lab"; }

// Names of files there have no quotation marks and no control characters.
std::string shell_word(const std::string& argument) {
  return argument.find_first_of(" '()&|;<>$*^%`") == std::string::npos ? argument : "\"" + argument + "\"";
}

fs::path own_program() {
  std::wstring path(MAX_PATH, L'\0');
  for (;;) {
    const DWORD length = GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    if (length == 0) throw std::runtime_error("GetModuleFileName failed. Start the grader through lab.cmd.");
    if (length < path.size()) return path.substr(0, length);
    path.resize(path.size() * 2);
  }
}

}  // namespace lab::cli
