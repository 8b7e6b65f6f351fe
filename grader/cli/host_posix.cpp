// Linux: Windows programs run under Wine, which maps the whole file system to drive Z:.
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/core.h>

#include <cctype>
#include <cstring>

#include <stdexcept>

#include "cli/host.h"
#include "text/utf8.h"

namespace lab::cli {

namespace fs = std::filesystem;

std::vector<std::string> windows_command(const fs::path& kit, const fs::path& exe, std::optional<int> processor) {
  std::vector<std::string> argv{(kit / "grader" / "compile" / "wine").string()};
  if (processor) argv.insert(argv.end(), {"--on", std::to_string(*processor)});
  argv.push_back(exe.string());
  return argv;
}

std::vector<int> processors_of_their_own() {
  std::vector<int> numbers;
  cpu_set_t allowed;
  // Some containers do not allow a process to choose its processors.
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0 || sched_setaffinity(0, sizeof allowed, &allowed) != 0) return numbers;
  for (int i = 0; i < CPU_SETSIZE; ++i)
    if (CPU_ISSET(i, &allowed)) numbers.push_back(i);
  return numbers;
}

std::vector<std::string> worker_command(std::optional<int> processor) {
  std::vector<std::string> argv{"setpriv", "--pdeathsig", "TERM"};
  if (processor) argv.insert(argv.end(), {"taskset", "-c", std::to_string(*processor)});
  return argv;
}

bool has_sandboxes() { return true; }

std::string windows_path(const fs::path& path) {
  std::string out = "Z:" + fs::absolute(path).string();
  for (char& c : out)
    if (c == '/') c = '\\';
  return out;
}

namespace {

constexpr char kLock[] = ".lab-grader.lock";  // distinguishes a work folder from others called lab-SOMETHING

// Whether the open file still has that name, and belongs to this user.
bool is_own_file(int file, const fs::path& name) {
  struct stat open_one {
  }, named_one{};
  return fstat(file, &open_one) == 0 && lstat(name.c_str(), &named_one) == 0 && open_one.st_ino == named_one.st_ino &&
         open_one.st_dev == named_one.st_dev && open_one.st_uid == geteuid() && S_ISREG(open_one.st_mode);
}

// Removes the folder of a process that was killed, recognized by the fact that no process holds its lock. The lock is held while removing.
void remove_if_left_behind(const fs::path& folder) {
  struct stat found {};
  if (lstat(folder.c_str(), &found) != 0 || !S_ISDIR(found.st_mode) || found.st_uid != geteuid()) return;
  const int file = open((folder / kLock).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (file < 0) return;
  std::error_code error;
  if (flock(file, LOCK_EX | LOCK_NB) == 0 && is_own_file(file, folder / kLock)) fs::remove_all(folder, error);
  close(file);
}

void remove_left_behind(const fs::path& place) {
  std::error_code error;
  for (auto entry = fs::directory_iterator(place, error); !error && entry != fs::directory_iterator(); entry.increment(error))
    if (entry->path().filename().string().starts_with("lab-")) remove_if_left_behind(entry->path());
}

// Takes the lock of a new folder. Returns false if another process mistook the folder for one that was left behind, and removed it.
bool lock_folder(const fs::path& folder) {
  const int file = open((folder / kLock).c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return false;
  if (flock(file, LOCK_EX) == 0 && is_own_file(file, folder / kLock)) return true;  // stays open, and so locked, until this process exits
  close(file);
  return false;
}

}  // namespace

fs::path make_work_folder() {
  remove_left_behind("/tmp");
  constexpr int kAttempts = 5;
  for (int i = 0; i < kAttempts; ++i) {
    std::string name = "/tmp/lab-XXXXXX";
    if (!mkdtemp(name.data())) break;
    if (lock_folder(name)) return name;
    rmdir(name.c_str());
  }
  throw std::runtime_error("no folder can be made in /tmp. Look at its permissions and at the free space.");
}

void remove_work_folder(const fs::path& folder) {
  std::error_code error;
  fs::remove_all(folder, error);
}

bool is_terminal(int stream) {
  const char* kind = getenv("TERM");
  return isatty(stream) != 0 && !(kind && std::string(kind) == "dumb");
}

int terminal_columns() {
  winsize size{};
  for (const int stream : {2, 1})
    if (ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

void end_by(int number) {
  signal(number, SIG_DFL);
  raise(number);
  _exit(128 + number);
}

std::string kit_command() { return "./lab"; }

std::string shell_word(const std::string& argument) {
  bool plain = !argument.empty(), printable = true;
  for (std::size_t at = 0; at < argument.size();) {
    const text::Character next = text::character_at(argument, at);
    const bool control = next.value < 0x20 || (next.value >= 0x7F && next.value < 0xA0);
    const bool turns = next.value == 0x200E || next.value == 0x200F || (next.value >= 0x2028 && next.value <= 0x202E) ||
                       (next.value >= 0x2066 && next.value <= 0x2069);  // changes the text direction, or starts a new line
    printable = printable && next.valid && !control && !turns;
    plain = plain && (next.value >= 0xA0 || (next.value < 0x7F && (std::isalnum(static_cast<int>(next.value)) != 0 ||
                                                                   std::strchr("_@%+=:,./-", static_cast<int>(next.value)))));
    at += next.bytes;
  }
  if (plain && printable) return argument;
  std::string word = printable ? "'" : "$'";
  for (const char c : argument) {
    const auto byte = static_cast<unsigned char>(c);
    if (printable)
      word += c == '\'' ? "'\\''" : std::string(1, c);
    else if (byte < 0x20 || byte >= 0x7F)
      word += fmt::format("\\x{:02x}", byte);
    else
      word += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  }
  return word + "'";
}

fs::path own_program() { return fs::read_symlink("/proc/self/exe"); }

}  // namespace lab::cli
