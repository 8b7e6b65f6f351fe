// Runs submitted programs as another user: if root grades and cannot create a sandbox, they cannot change the grader or the reports. Linux
// only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lab::box {

// The command line that runs `command` with the rights of `user`; neither it nor what it starts can get more. If memory runs out, the
// kernel ends these processes before the caller.
std::vector<std::string> as_user(const std::string& user, const std::vector<std::string>& command);

// Throws text::Problem, which says what to try next, if there is no such user, or if this process may not switch to it.
void require_user(const std::string& user);

// Lets every user create files in the folder; only a file's owner can change or remove it, as in /tmp.
void open_to_all(const std::filesystem::path& folder);

}  // namespace lab::box
