// The folder that a class is graded into: one unit per submission, kept as soon as it is graded, so that an interrupted grading resumes.
//
//   OUT/class.json             which labs the class is graded in
//   OUT/units/NAME/unit.json    who handed in, and the key of what was graded
//                 /result.json  the verdicts, as `lab check --json` writes them
//                 /page.html    the report page
//                 /runs/        the recordings, as `lab check --runs` keeps them
//                 /sources/     the programs' sources (copies.h), and /time.json: what may be missing
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "class/hand_in.h"

namespace lab::classes {

inline constexpr const char* kResultFile = "result.json";
inline constexpr const char* kPageFile = "page.html";
inline constexpr const char* kRunsFolder = "runs";

// A graded submission.
struct Unit {
  HandIn hand_in;  // without `from`
  std::string key;
  nlohmann::ordered_json result;
};

// What a submission is graded from, as a text that differs whenever the verdicts may differ: its files, and `grader`, which stands for all
// that does not depend on the submission. Throws std::filesystem::filesystem_error when a file cannot be read.
std::string key_of(const std::filesystem::path& files, const std::string& grader);

// A hand-in's id as the name of a folder on every system, unique as the id is, and visible.
std::string folder_name(const std::string& id);

class Results {
 public:
  // Creates the folder if necessary. Throws text::Problem when it cannot be written to.
  explicit Results(std::filesystem::path folder);

  const std::filesystem::path& folder() const { return folder_; }

  // The unit, if it was graded from just that.
  std::optional<Unit> find(const HandIn& hand_in, const std::string& key) const;

  // Where the hand-in's unit lies, or will lie.
  std::filesystem::path unit(const HandIn& hand_in) const;

  // Keeps the folder for a class that is graded in these labs. Throws text::Problem when it has the grades of other labs.
  void keep_for(const std::vector<std::string>& labs) const;

  // A new folder to grade the hand-in into. Removes what interrupted gradings left of it; a process of theirs may still be about to end.
  std::filesystem::path begin(const HandIn& hand_in) const;

  // Makes what begin()'s folder holds the hand-in's unit, by renaming it: a unit is there whole or not at all.
  void finish(const HandIn& hand_in, const std::string& key) const;

  // Every unit, in the order of their ids. One that cannot be read is left out, as if it had not been graded.
  std::vector<Unit> units() const;

 private:
  std::filesystem::path unfinished(const HandIn& hand_in) const;

  std::filesystem::path folder_;
  std::string own_;  // tells this grading's unfinished units from another's
};

}  // namespace lab::classes
