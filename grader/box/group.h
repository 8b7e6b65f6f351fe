// Limits that all processes in a sandbox share, set through control groups if this user may create them. Linux only.
//
//     const Group group(std::uint64_t{2} << 30, 400);
//     run(group.joined(command));
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lab::box {

// Creates control groups under the caller's own group: one for memory and one for processes (version 1), or one for both (version 2). The
// destructor removes them. It is not an error if the caller may not create any: is_there() is false, joined() returns the command
// unchanged, and only the per-process limits apply (sandbox.h).
class Group {
 public:
  // `memory` is in bytes; `processes` includes threads.
  Group(std::uint64_t memory, std::uint64_t processes);
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
  ~Group();

  bool is_there() const { return !folders_.empty(); }

  // Returns the command line that runs `command` in the groups.
  std::vector<std::string> joined(std::vector<std::string> command) const;

 private:
  std::vector<std::filesystem::path> folders_;
};

}  // namespace lab::box
