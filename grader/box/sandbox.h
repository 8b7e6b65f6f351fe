// Runs a command in a bubblewrap sandbox, in which it can access only the system's files and the files that are mounted for it. Linux only.
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

// Limits for each single process. For the limits that all processes in a sandbox share, see group.h.
struct Limits {
  std::uint64_t address_space;  // bytes
  std::uint64_t file_size;      // bytes
  std::uint64_t processes;      // of the user, including threads; the kernel does not apply this limit to root
  std::chrono::seconds processor_time;
};

struct Mount {
  std::filesystem::path from;
  std::string to;  // the path inside the sandbox
  bool writable = false;
};

// The sandbox has its own namespaces (no network, no other processes), session and environment, and ends when the caller ends. It contains
// /usr and the loader's files, read-only, and a /proc that shows only its own processes; Wine reads the CPU time of threads from there.
// /tmp is initially empty and kept in memory; apart from writable mounts, it is the only writable place.
struct Sandbox {
  std::vector<Mount> mounts;
  std::vector<std::filesystem::path> hidden;       // folders of the system that appear empty in the sandbox
  std::string folder = "/tmp";                     // the current directory, as a path inside the sandbox
  std::map<std::string, std::string> environment;  // in addition to PATH, HOME and USER
  std::uint64_t room = std::uint64_t{512} << 20;   // bytes in /tmp
  Limits limits;
};

// Returns the command line that runs `command` in the sandbox, without the caller's environment variables.
std::vector<std::string> in_sandbox(const Sandbox& sandbox, const std::vector<std::string>& command);

// Throws text::Problem, which says what to try next, if this system cannot create a sandbox or does not let this user create one.
void require_sandbox();

}  // namespace lab::box
