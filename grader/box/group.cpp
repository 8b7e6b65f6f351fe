// Creates control groups as folders and files in /sys/fs/cgroup.
#include "box/group.h"

#include <fmt/core.h>
#include <uv.h>

#include <atomic>
#include <charconv>
#include <chrono>
#include <fstream>
#include <sstream>
#include <string_view>
#include <thread>

namespace lab::box {
namespace {

namespace fs = std::filesystem;

const fs::path kGroups = "/sys/fs/cgroup";
constexpr std::string_view kPrefix = "lab-sandbox-";  // followed by the id of the process that created it, "-", and a number

bool write(const fs::path& file, const std::string& text) {
  std::ofstream out(file);
  out << text << std::flush;
  return out.good();
}

// The folders of the caller's own groups: one for each limit in version 1, one for both in version 2; empty if there are none.
struct Places {
  fs::path memory, processes;
};

bool offers_both(const fs::path& folder) {
  std::ifstream in(folder / "cgroup.subtree_control");
  bool memory = false, processes = false;
  for (std::string controller; in >> controller;) {
    memory |= controller == "memory";
    processes |= controller == "pids";
  }
  return memory && processes;
}

Places places() {
  Places found;
  std::ifstream in("/proc/self/cgroup");
  for (std::string line; std::getline(in, line);) {  // "4:memory:/some/group", "0::/some/group"
    const std::size_t first = line.find(':'), second = line.find(':', first + 1);
    if (second == line.npos) continue;
    const std::string controllers = "," + line.substr(first + 1, second - first - 1) + ",";
    const fs::path below = line.substr(second + 2);
    if (controllers == ",," && offers_both(kGroups / below) && found.memory.empty()) found = {kGroups / below, kGroups / below};
    if (controllers.find(",memory,") != controllers.npos) found.memory = kGroups / "memory" / below;
    if (controllers.find(",pids,") != controllers.npos) found.processes = kGroups / "pids" / below;
  }
  return found;
}

// Removes the groups of callers that were killed. A group in which a process is still running cannot be removed.
void remove_left_behind(const fs::path& place) {
  std::error_code error;
  for (auto entry = fs::directory_iterator(place, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    int maker = 0;
    if (!name.starts_with(kPrefix) || std::from_chars(name.data() + kPrefix.size(), name.data() + name.size(), maker).ec != std::errc())
      continue;
    std::error_code ignored;
    if (uv_kill(maker, 0) == UV_ESRCH) fs::remove(entry->path(), ignored);
  }
}

}  // namespace

Group::Group(std::uint64_t memory, std::uint64_t processes) {
  static std::atomic<unsigned> made{0};
  const Places found = places();
  if (found.memory.empty() || found.processes.empty()) return;
  const std::string name = fmt::format("{}{}-{}", kPrefix, uv_os_getpid(), made++);
  const bool one = found.memory == found.processes;
  const auto make = [&](const fs::path& place, const std::vector<std::pair<std::string, std::uint64_t>>& limits) {
    remove_left_behind(place);
    std::error_code error;
    if (!fs::create_directory(place / name, error)) return false;
    folders_.push_back(place / name);
    for (const auto& [file, value] : limits)
      if (!write(place / name / file, std::to_string(value))) return false;
    return true;
  };
  bool ok = false;
  if (one)
    ok = make(found.memory, {{"memory.max", memory}, {"pids.max", processes}});
  else
    ok = make(found.memory, {{"memory.limit_in_bytes", memory}}) && make(found.processes, {{"pids.max", processes}});
  if (ok) return;
  std::error_code ignored;
  for (const fs::path& folder : folders_) fs::remove(folder, ignored);
  folders_.clear();
}

Group::~Group() {
  constexpr int kAttempts = 100;
  for (const fs::path& folder : folders_) {
    std::error_code error;
    for (int i = 0; i < kAttempts && !fs::remove(folder, error) && error; ++i)  // the last processes need a moment to disappear
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

std::vector<std::string> Group::joined(std::vector<std::string> command) const {
  if (folders_.empty()) return command;
  std::vector<std::string> all{"sh", "-c",
                               "while [ \"$1\" != -- ]; do echo $$ >\"$1/cgroup.procs\" || exit 2; shift; done; shift; exec \"$@\"", "sh"};
  for (const fs::path& folder : folders_) all.push_back(folder.string());
  all.push_back("--");
  all.insert(all.end(), command.begin(), command.end());
  return all;
}

}  // namespace lab::box
