// labs/NN_name/lab.toml: the lab's title, programs, checks with their points, and hints in both languages.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "text/bilingual.h"

namespace lab::rubric {

struct Check {
  std::string id;  // "AdderManager.WaitsForBothWorkers"
  int points = 0;
  text::Bilingual title;               // what it must show, as one sentence
  std::vector<text::Bilingual> hints;  // from a question to the function's name
  int step = 0;                        // the stub's TODO and the handout's step it belongs to; 0: none
};

struct Lab {
  std::string number;  // "05"
  std::string name;    // "05_adder_manager", the folder's name
  text::Bilingual title;
  std::vector<std::string> programs;  // "PartAdder", "AdderManager": built and found by these names
  // Programs of other labs that this lab's scenarios use where they are there. They are no hand-in of this lab: a missing one is no
  // mistake.
  std::vector<std::string> borrows;
  std::vector<Check> checks;  // in the order in which reports show them
  std::filesystem::path file;
  std::vector<std::string> todos_in_korean = {};  // of the stubs, from TODO 1; empty: there are none

  const Check* check(const std::string& id) const;  // nullptr: there is no such check
  int max_score() const;
  const std::string* todo_in_korean(int number) const;  // nullptr: there is none
};

// All labs below `labs_folder`, by number. Throws text::Problem that names the file, the line, what is wrong and what to write.
std::vector<Lab> read_labs(const std::filesystem::path& labs_folder);

// The lab that `name` means: "05", "5", or any part of its folder's name. Throws text::Problem that lists the labs.
const Lab& find_lab(const std::vector<Lab>& labs, const std::string& name);

// The lab of that number, "05"; nullptr: there is none.
const Lab* numbered(const std::vector<Lab>& labs, const std::string& number);

// Its check `id`; nullptr: there is no such lab, or it has no such check.
const Check* check_of(const std::vector<Lab>& labs, const std::string& number, const std::string& id);

// The lab whose own program that is; nullptr: none's.
const Lab* home_of(const std::vector<Lab>& labs, const std::string& program);

// A short hash over what decides points (checks and points of all labs), for reports.
std::string hash(const std::vector<Lab>& labs);

}  // namespace lab::rubric
