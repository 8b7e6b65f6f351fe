// Decides which parts of the kit students may have: the files, and that nothing in them reveals a solution.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lab::cut {

// kits/student.txt: lines "+ NAME" and "- NAME"; a folder name ends with /; a * matches any characters; # starts a comment.
class StudentFiles {
 public:
  enum class Answer { kIn, kOut, kUndecided };

  // `text`: the list. Throws text::Problem, with the line, for one that cannot be parsed.
  explicit StudentFiles(std::string_view text);

  // `file`: a path relative to the kit's folder, with / as its separator. The longest matching name decides.
  Answer of(std::string_view file) const;

 private:
  std::vector<std::pair<std::string, bool>> names_;  // whether they are included
};

// Removes a page's sections that are not for students, each of which is between the lines "<!-- not for students -->" and "<!-- end -->".
// `file`: the name for error messages. Throws text::Problem, with file and line, for a section that does not end and for an end without a
// section.
std::string for_students(std::string_view page, const std::string& file);

// Something in a file that students must not see.
struct Leak {
  std::string from;  // the program that it comes from: "solutions/05_adder_manager/AdderManager.cpp"; empty: the file cannot be read
  std::string line;  // the longest line of that program that was found, unchanged
  std::size_t lines = 0;
};

// The lines that appear in the solutions and in the programs under grader/labs and grader/tests but in no stub, ignoring blank lines and
// comments.
class Secrets {
 public:
  // Reads them from the kit's folder. Throws text::Problem in the same cases as stub_of().
  explicit Secrets(const std::filesystem::path& kit);
  Secrets(Secrets&&) = default;
  Secrets& operator=(Secrets&&) = default;

  // What the text of a file reveals: one line of at least 40 characters or three lines of at least 16, all from one program; or anything
  // that is not text. Ignores spaces and line breaks, and also looks inside comments. Returns one leak for each program, the worst first.
  std::vector<Leak> in(std::string_view text) const;

  std::size_t lines() const { return known_.size(); }

 private:
  struct Known {
    std::string written;              // the line in the first of its programs, unchanged
    std::vector<std::size_t> owners;  // indexes into programs_
  };
  std::unordered_map<std::string, Known> known_;                                    // by the line without blanks
  std::unordered_map<std::string_view, std::vector<std::string_view>> beginnings_;  // first 16 characters -> lines
  std::vector<std::string> programs_;
};

}  // namespace lab::cut
