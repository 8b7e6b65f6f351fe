// The names that learning platforms give to the files in their downloads. No other part of the kit knows a platform's names.
//
//     platform_name("lee_LATE_1003_2005_AdderManager-1.cpp")->id  // "1003"
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab::classes {

// The parts of the name that a platform gave to a student's file or folder.
struct PlatformName {
  std::string platform;
  std::string student;
  std::string id;
  bool late = false;
  std::string file;              // the name that the student gave the file; empty for a folder
  int version = 0;               // how often the student had submitted a file of that name before: N in Canvas's "-N"
  unsigned long long order = 0;  // files with higher numbers were submitted later; 0: the platform does not number them
};

// The parts of `name` (UTF-8); none if no platform uses such names. A student or an instructor could choose a name like Canvas's, so use
// are_of_canvas to check those.
//   lee_LATE_1003_2005_AdderManager-1.cpp            Canvas
//   Lee Minsu_12345_assignsubmission_file_           Moodle, a folder; followed by the file's name if all files are in one folder
std::optional<PlatformName> platform_name(std::string_view name);

// Whether names that look like Canvas's are really from Canvas, which gives each file a different number.
bool are_of_canvas(const std::vector<PlatformName>& names);

// The file's name without the parts that the platform added; `name` if there are none.
std::string own_file_name(const std::string& platform, const std::string& name);

// A student in a platform's own list of the class.
struct Listed {
  std::string student;
  std::string id;
  bool late = false;
};

// Reads Gradescope's submission_metadata.yml. The keys are the folders' names; the members of a group are joined: "Lee, Kim", "200+201".
std::map<std::string, Listed> read_gradescope(const std::string& metadata);

// Reads the scores.csv that classroom50 writes next to the repositories. The keys are GitHub user names in lower case. Empty if it is a
// different table.
std::map<std::string, Listed> read_classroom50(const std::string& scores);

// The common prefix of the names of an assignment's repositories: "hello-" of hello-kim and hello-lee. `folder` is the name of their
// folder, which classroom50 ("hello_submissions_2026_09_01") and GitHub Classroom ("hello-submissions") derive from it. Empty if there is
// none.
std::string assignment_prefix(const std::vector<std::string>& repositories, const std::string& folder);

// The repository's name, without what GitHub appends to an archive's name: "-main", "-master", or "-" and a commit. `appended`: whether
// there was such an ending.
std::string repository_name(const std::string& archive, bool& appended);

}  // namespace lab::classes
