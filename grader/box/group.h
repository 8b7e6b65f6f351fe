// Limits that all processes of a sandbox share: control groups, where this user may make some.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lab::box {

// A control group for memory and one for processes (version 1), or one for both (version 2), below the caller's own. Where it may make
// none, this does nothing, and each process has limits of its own only (sandbox.h). The groups are gone with this.
class Group {
 public:
  Group(std::uint64_t memory, std::uint64_t processes);
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
  ~Group();

  bool is_there() const { return !folders_.empty(); }

  // The command line that runs `command` within it.
  std::vector<std::string> joined(std::vector<std::string> command) const;

 private:
  std::vector<std::filesystem::path> folders_;
};

}  // namespace lab::box
