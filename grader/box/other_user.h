// Another user's rights for what was handed in: where root grades and can make no sandbox, it reaches neither the grader nor the reports.
// Linux only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lab::box {

// The command line that runs `command` with that user's rights, and never more, whatever it starts. All of it ends before the caller does
// where memory runs out.
std::vector<std::string> as_user(const std::string& user, const std::vector<std::string>& command);

// Throws text::Problem, with the next thing to try, when there is no such user, or this process may not become one.
void require_user(const std::string& user);

// Lets everybody make files in the folder. Only their owners can change or remove those that are there.
void open_to_all(const std::filesystem::path& folder);

}  // namespace lab::box
