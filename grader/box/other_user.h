// Runs submitted programs as another user, so that they cannot change the grader or the reports when root grades without a sandbox. Linux
// only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lab::box {

// Returns the command line that runs `command` with the rights of `user`; neither the command nor its child processes can gain more. If
// memory runs out, the kernel terminates these processes before the caller.
std::vector<std::string> as_user(const std::string& user, const std::vector<std::string>& command);

// Throws text::Problem, which says what to try next, if the user does not exist or this process may not switch to it.
void require_user(const std::string& user);

// Lets every user create files in the folder. As in /tmp, only a file's owner can change or remove it.
void open_to_all(const std::filesystem::path& folder);

}  // namespace lab::box
