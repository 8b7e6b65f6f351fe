// Linux: Windows programs run under Wine, which sees the whole file system as drive Z:.
#include <stdlib.h>
#include <unistd.h>

#include <stdexcept>

#include "cli/host.h"

namespace lab::cli {

namespace fs = std::filesystem;

std::vector<std::string> windows_command(const fs::path& kit, const fs::path& exe) {
  return {(kit / "grader" / "build" / "wine").string(), exe.string()};
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

bool is_terminal(int stream) { return isatty(stream) != 0; }

std::string kit_command() { return "./lab"; }

fs::path own_program() { return fs::read_symlink("/proc/self/exe"); }

}  // namespace lab::cli
