// Reads labs/NN_name/lab.toml: the lab's title, its programs, its checks with their points, and the hints, in both languages.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "text/bilingual.h"

namespace lab::rubric {

struct Check {
  std::string id;  // "AdderManager.WaitsForBothWorkers"
  int points = 0;
  text::Bilingual title;               // what the program must do, as one sentence
  std::vector<text::Bilingual> hints;  // from a question to the name of the function to use
  int step = 0;                        // the TODO in the stub and the step in the handout that it belongs to; 0: none
};

struct Lab {
  std::string number;  // "05"
  std::string name;    // "05_adder_manager", the folder's name
  text::Bilingual title;
  std::vector<std::string> programs;  // "PartAdder", "AdderManager": the names by which they are built and found
  // Programs from other labs that this lab's scenarios use if they are present. They are not part of the submission for this lab, so it is
  // not an error if one is missing.
  std::vector<std::string> borrows;
  std::vector<Check> checks;  // in the order in which reports list them
  std::filesystem::path file;
  std::vector<std::string> after = {};            // the numbers of the labs to do first: "01", "02"
  std::vector<std::string> todos_in_korean = {};  // the stubs' TODO comments in Korean, starting with TODO 1; may be empty

  const Check* check(const std::string& id) const;  // nullptr if there is no such check
  int max_score() const;
  const std::string* todo_in_korean(int number) const;  // nullptr if there is none
};

// Reads all labs in `labs_folder`; returns them by number. Throws text::Problem, which names the file and the line, and says what is wrong
// and what to write instead.
std::vector<Lab> read_labs(const std::filesystem::path& labs_folder);

// The lab that `name` stands for: "05", "5", or any part of its folder's name. Throws text::Problem, which lists the labs.
const Lab& find_lab(const std::vector<Lab>& labs, const std::string& name);

// The lab with this number ("05"); nullptr if there is none.
const Lab* numbered(const std::vector<Lab>& labs, const std::string& number);

// The check `id` of the lab with this number; nullptr if there is no such lab or no such check.
const Check* check_of(const std::vector<Lab>& labs, const std::string& number, const std::string& id);

// The lab that this program belongs to; nullptr if it belongs to none.
const Lab* home_of(const std::vector<Lab>& labs, const std::string& program);

// A short hash of everything that decides points (the checks and their points in all labs), for reports.
std::string hash(const std::vector<Lab>& labs);

}  // namespace lab::rubric
