// What of the kit a student may have: which files, and nothing in them from which a solution can be read.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lab::cut {

// kits/student.txt: lines "+ NAME" and "- NAME", a folder with / at its end; a * fits any characters; # begins a comment.
class StudentFiles {
 public:
  enum class Answer { kIn, kOut, kUndecided };

  // `text` is the list. Throws text::Problem, with the line, for one that cannot be read.
  explicit StudentFiles(std::string_view text);

  // `file` is below the kit's folder, with / between its parts. The longest name that fits decides.
  Answer of(std::string_view file) const;

 private:
  std::vector<std::pair<std::string, bool>> names_;  // whether they go in
};

// A page without its sections that are not for students, each between the lines "<!-- not for students -->" and "<!-- end -->". `file` is
// what errors call it. Throws text::Problem, with file and line, for a section that does not end and for an end without a section.
std::string for_students(std::string_view page, const std::string& file);

// What stands in a file that students are not to see.
struct Leak {
  std::string from;  // the program that it comes from: "solutions/05_adder_manager/AdderManager.cpp"; empty: the file cannot be read
  std::string line;  // the longest line of that program that was found, as it stands there
  std::size_t lines = 0;
};

// The lines of the solutions and of the programs below grader/labs and grader/tests that no stub has, blanks and comments left out.
class Secrets {
 public:
  // Reads them from the kit's folder. Throws text::Problem as stub_of() does.
  explicit Secrets(const std::filesystem::path& kit);
  Secrets(Secrets&&) = default;
  Secrets& operator=(Secrets&&) = default;

  // What the text of a file gives away: a line of 40 characters or more, or three lines of 16 or more, all of one program; or whatever
  // is no text at all. Blanks and line ends do not count, and a comment hides nothing. For each program one leak, the worst first.
  std::vector<Leak> in(std::string_view text) const;

  std::size_t lines() const { return known_.size(); }

 private:
  struct Known {
    std::string written;              // as it stands in the first of its programs
    std::vector<std::size_t> owners;  // numbers of programs_
  };
  std::unordered_map<std::string, Known> known_;                                    // by the line without blanks
  std::unordered_map<std::string_view, std::vector<std::string_view>> beginnings_;  // first 16 characters -> lines
  std::vector<std::string> programs_;
};

}  // namespace lab::cut
