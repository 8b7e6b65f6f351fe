// Limits that all processes of a sandbox share: control groups, if this user may create any. Linux only.
//
//     const Group group(std::uint64_t{2} << 30, 400);
//     run(group.joined(command));
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lab::box {

// A control group for memory and one for processes (version 1), or one for both (version 2), below the caller's own group. The destructor
// removes them. If the caller may not create any, this is no error: is_there() is false, joined() returns the command unchanged, and only
// the limits of each single process apply (sandbox.h).
class Group {
 public:
  // `memory` in bytes; `processes` counts threads, too.
  Group(std::uint64_t memory, std::uint64_t processes);
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
  ~Group();

  bool is_there() const { return !folders_.empty(); }

  // The command line that runs `command` in the groups.
  std::vector<std::string> joined(std::vector<std::string> command) const;

 private:
  std::vector<std::filesystem::path> folders_;
};

}  // namespace lab::box
