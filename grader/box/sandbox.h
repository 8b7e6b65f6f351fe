// Runs a command in a sandbox made by bubblewrap: it can see the system's files, the files that it is given, and nothing else. Linux only.
//
//     require_sandbox();
//     run(in_sandbox({.mounts = {{folder, "/work", true}}, .limits = limits}, {"/work/program"}));
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lab::box {

// Limits of each single process. The limits for all processes of a sandbox together: group.h.
struct Limits {
  std::uint64_t address_space;  // bytes
  std::uint64_t file_size;      // bytes
  std::uint64_t processes;      // of the user, including threads. The kernel does not apply it to root.
  std::chrono::seconds processor_time;
};

struct Mount {
  std::filesystem::path from;
  std::string to;  // the path inside the sandbox
  bool writable = false;
};

// The sandbox has its own namespaces (no network, no other processes), session and environment, and ends when the caller ends. It contains
// /usr and what the loader needs, read-only, and a /proc with its own processes, from which Wine reads the processor time of threads. /tmp
// is empty, in memory, and the only place to write to apart from writable mounts.
struct Sandbox {
  std::vector<Mount> mounts;
  std::vector<std::filesystem::path> hidden;       // folders that are empty in the sandbox, although it would contain them
  std::string folder = "/tmp";                     // the current directory, as a path inside the sandbox
  std::map<std::string, std::string> environment;  // in addition to PATH, HOME and USER
  std::uint64_t room = std::uint64_t{512} << 20;   // bytes in /tmp
  Limits limits;
};

// The command line that runs `command` in the sandbox, without the caller's environment variables.
std::vector<std::string> in_sandbox(const Sandbox& sandbox, const std::vector<std::string>& command);

// Throws text::Problem, which says what to try next, if this system cannot create a sandbox or does not allow this user to.
void require_sandbox();

}  // namespace lab::box
