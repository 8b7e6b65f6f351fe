// Linux: Windows programs run under Wine, which sees the whole file system as drive Z:.
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <stdexcept>

#include "cli/host.h"

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
  // Some containers let nobody choose.
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0 || sched_setaffinity(0, sizeof allowed, &allowed) != 0) return numbers;
  for (int i = 0; i < CPU_SETSIZE; ++i)
    if (CPU_ISSET(i, &allowed)) numbers.push_back(i);
  return numbers;
}

std::string windows_path(const fs::path& path) {
  std::string out = "Z:" + fs::absolute(path).string();
  for (char& c : out)
    if (c == '/') c = '\\';
  return out;
}

fs::path make_work_folder() {
  std::string name = "/tmp/lab-XXXXXX";
  if (!mkdtemp(name.data())) throw std::runtime_error("no folder can be made in /tmp. Look at its permissions and at the free space.");
  return name;
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

fs::path own_program() { return fs::read_symlink("/proc/self/exe"); }

}  // namespace lab::cli
