// How learning platforms name what they let an instructor download. A platform's names are known here and nowhere else.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab::classes {

// What a name says that the platform made for a file or a folder of a student.
struct PlatformName {
  std::string platform;
  std::string student;
  std::string id;
  bool late = false;
  std::string file;              // the student's own name of the file; empty for a folder
  int version = 0;               // how often a file of that name was there before: the N of Canvas's "-N"
  unsigned long long order = 0;  // of two files, the one with the higher number was handed in later; 0: the platform does not number them
};

// What `name` (UTF-8) says; nothing where no platform names anything so. Names that a student or an instructor may give as well need
// are_of_canvas.
//   lee_LATE_1003_2005_AdderManager-1.cpp            Canvas
//   Lee Minsu_12345_assignsubmission_file_           Moodle, a folder; with the file's name behind it where all lie in one folder
std::optional<PlatformName> platform_name(std::string_view name);

// Whether the files' names, as far as they look like Canvas's, are: it numbers each file differently.
bool are_of_canvas(const std::vector<PlatformName>& names);

// The file's name without what the platform put around it; `name` where there is nothing.
std::string own_file_name(const std::string& platform, const std::string& name);

// What a platform's own list of the class says of one student.
struct Listed {
  std::string student;
  std::string id;
  bool late = false;
};

// Gradescope's submission_metadata.yml: by the name of the folder. Members of a group are joined: "Lee, Kim", "200+201".
std::map<std::string, Listed> read_gradescope(const std::string& metadata);

// The scores.csv that classroom50 writes beside the repositories: by the user name of GitHub, in small letters. Empty where it is another
// table.
std::map<std::string, Listed> read_classroom50(const std::string& scores);

// What the names of the repositories of an assignment begin with: "hello-" of hello-kim and hello-lee. `folder` is the name of the folder
// that they lie in, which classroom50 ("hello_submissions_2026_09_01") and GitHub Classroom ("hello-submissions") derive from it. Empty
// when there is none.
std::string assignment_prefix(const std::vector<std::string>& repositories, const std::string& folder);

// The repository's name without what GitHub appends to that of an archive: "-main", "-master", "-" and a commit. `appended`: something was.
std::string repository_name(const std::string& archive, bool& appended);

}  // namespace lab::classes
