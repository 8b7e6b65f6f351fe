// Windows: programs are started directly. Tested only under Wine, because no Windows machine was available.
#include <process.h>
#include <stdlib.h>
#include <windows.h>

#include <algorithm>
#include <map>
#include <mutex>
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

constexpr wchar_t kLock[] = L".lab-grader.lock";  // distinguishes a work folder from others called lab-SOMETHING

// Removes the folders of processes that were killed: their lock files can be deleted, because no process has them open.
void remove_left_behind(const fs::path& place) {
  std::error_code error;
  for (auto entry = fs::directory_iterator(place, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (entry->path().filename().wstring().starts_with(L"lab-") && DeleteFileW((entry->path() / kLock).c_str()))
      fs::remove_all(entry->path(), ignored);
  }
}

// The open lock files of this process's work folders.
struct Locks {
  std::mutex mutex;
  std::map<fs::path, HANDLE> files;
};

Locks& locks() {
  static Locks all;
  return all;
}

// The lock file stays open, and so locked, until the folder is removed or this process exits.
bool lock_folder(const fs::path& folder) {
  const HANDLE file = CreateFileW((folder / kLock).c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) return false;
  const std::lock_guard<std::mutex> guard(locks().mutex);
  locks().files[folder] = file;
  return true;
}

void unlock_folder(const fs::path& folder) {
  const std::lock_guard<std::mutex> guard(locks().mutex);
  const auto lock = locks().files.find(folder);
  if (lock == locks().files.end()) return;
  CloseHandle(lock->second);
  locks().files.erase(lock);
}

}  // namespace

// The probe's path is written into import tables, where only ASCII is safe, but a user's temporary folder contains the user's name.
fs::path make_work_folder() {
  std::random_device random;
  const auto ascii = [](const fs::path& path) {
    const std::wstring text = path.wstring();
    return std::all_of(text.begin(), text.end(), [](wchar_t c) { return c < 128; });
  };
  const wchar_t* shared = _wgetenv(L"PUBLIC");
  for (const fs::path& place : {fs::temp_directory_path(), fs::path(shared ? shared : L"C:\\Users\\Public")}) {
    std::error_code error;
    // canonical: without short names, because Windows reports a process's path with the long ones. It fails on some RAM disks.
    const fs::path base = fs::canonical(place, error);
    if (error || !ascii(base)) continue;
    remove_left_behind(base);
    const fs::path folder = base / ("lab-" + std::to_string(random()) + std::to_string(_getpid()));
    if (fs::create_directory(folder, error) && lock_folder(folder)) return folder;
  }
  throw std::runtime_error("no folder with an ASCII path can be made. Set TEMP to one that you may write to.");
}

// The lock goes last: the next process removes only folders that have one.
void remove_work_folder(const fs::path& folder) {
  std::error_code error;
  bool is_empty = true;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code in_use;
    if (entry->path().filename() == kLock) continue;
    fs::remove_all(entry->path(), in_use);
    is_empty = is_empty && !in_use;
  }
  if (!is_empty) return;
  unlock_folder(folder);
  fs::remove_all(folder, error);
}

// A console counts as a terminal if it supports escape sequences, which must be enabled first. NUL is not a console.
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

// File names on Windows contain no quotation marks or control characters.
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
