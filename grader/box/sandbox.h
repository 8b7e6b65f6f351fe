// Wraps a command line in bubblewrap, so that the program sees the system's own files, what it is given, and nothing else. Linux only.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lab::box {

// Each process's own limits. What all processes of a sandbox may use together: group.h.
struct Limits {
  std::uint64_t address_space;  // bytes
  std::uint64_t file_size;      // bytes
  std::uint64_t processes;      // threads count, too. The kernel does not hold the system's root to it.
  std::chrono::seconds processor_time;
};

struct Mount {
  std::filesystem::path from;
  std::string to;  // where the sandbox has it
  bool writable = false;
};

// Every namespace of its own (no network, no other processes), a new session, an environment of its own, and an end as soon as the caller
// ends. /usr and what the loader needs are there read-only, and a /proc of its own processes, from which Wine tells how busy threads are;
// /tmp is empty, in memory, and the only place to write to unless a mount is.
struct Sandbox {
  std::vector<Mount> mounts;
  std::vector<std::filesystem::path> hidden;       // of what is there otherwise: these folders are empty
  std::string folder = "/tmp";                     // its current directory, as the sandbox knows it
  std::map<std::string, std::string> environment;  // besides PATH, HOME and USER
  std::uint64_t room = std::uint64_t{512} << 20;   // bytes in /tmp
  Limits limits;
};

// The command line that runs `command` in the sandbox. The caller's environment does not get there.
std::vector<std::string> in_sandbox(const Sandbox& sandbox, const std::vector<std::string>& command);

// Throws text::Problem, with the next thing to try, when this system cannot make a sandbox or does not let this user make one.
void require_sandbox();

}  // namespace lab::box
