// What a class handed in: one entry per student, as a learning platform's download or an instructor's folder has it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lab::classes {

// Something about a hand-in that the instructor should know: the id of a sentence (text/) and what that names.
struct Finding {
  std::string id;
  std::map<std::string, std::string> facts;
};

// Adds `name`, for people, to the finding `id`, which is made where there is none yet: its facts are "names", the first few of them, and
// "count".
void add_finding(std::vector<Finding>& findings, const std::string& id, const std::string& name);

// What one student handed in and what of it counts.
struct HandIn {
  std::string id;                           // the platform's number of the student where it gives one, else the name; unique within a class
  std::string student;                      // the name, for people: NFC, no control characters
  std::string platform;                     // "canvas", "moodle", "gradescope", "classroom50", "github" or "" (an instructor's own folder)
  std::string given_as;                     // what the platform called the hand-in: its feedback goes back under this name
  std::vector<std::filesystem::path> from;  // a folder, an archive, or files
  bool late = false;                        // marked so by the platform
  int attempt = 1;                          // which of the student's submissions counts here
  std::vector<Finding> findings;            // such as the earlier submissions that do not count
};

}  // namespace lab::classes
