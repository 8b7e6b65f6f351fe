// What a class handed in: one entry for each student, from a file downloaded from a learning platform or from an
// instructor's folder.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "compile/left_out.h"

namespace lab::classes {

// Something about a hand-in that the instructor should know: the id of a sentence (text/) and its arguments.
struct Finding {
  std::string id;
  std::map<std::string, std::string> facts;
  std::vector<std::string> names = {};  // all of them, up to a limit; results do not save these
};

// Adds `name` to the finding `id`, which it creates if necessary. The finding's facts are "names", the first few names, and "count".
void add_finding(std::vector<Finding>& findings, const std::string& id, const std::string& name);

// Whether the finding says that something could not be read or was not used.
bool is_left_out(const Finding& finding);

// Everything that the findings of unpack() say was left out. Findings from results no longer contain all names.
compile::LeftOut left_out(const std::vector<Finding>& findings);

// A student's submission, and which attempt it is.
struct HandIn {
  std::string id;                           // the platform's number of the student, or else the name; unique in the class
  std::string student;                      // the name to show: NFC, no control characters
  std::string platform;                     // "canvas", "moodle", "gradescope", "classroom50", "github" or "" (the instructor's own folder)
  std::string given_as;                     // the platform's name of the hand-in; feedback is returned under this name
  std::vector<std::filesystem::path> from;  // a folder, an archive, or files
  bool late = false;                        // according to the platform
  int attempt = 1;                          // which of the student's submissions this is, from 1
  std::vector<Finding> findings;            // for example earlier submissions, which do not count
};

}  // namespace lab::classes
