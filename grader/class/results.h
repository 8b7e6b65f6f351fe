// The folder that a class is graded into: one unit per submission, kept as soon as it is graded, so that an interrupted grading resumes.
//
//   OUT/class.json             in which labs who is graded, and by which grader
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
#include "class/shard.h"

namespace lab::classes {

inline constexpr const char* kResultFile = "result.json";
inline constexpr const char* kPageFile = "page.html";
inline constexpr const char* kRunsFolder = "runs";

// A graded submission.
struct Unit {
  HandIn hand_in;  // without `from`
  std::string key;
  nlohmann::ordered_json result;
  bool removed = false;  // graded once, but no longer among what the class handed in
};

// What a results folder is for.
struct Class {
  std::vector<std::string> labs;      // their numbers
  std::string grader;                 // what the verdicts depend on besides the submissions
  std::vector<std::string> students;  // the ids of the whole class, in order
  Shard shard;                        // which of them are graded here

  // Those that are graded here.
  std::vector<std::string> own() const;
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

  // Keeps the folder for that class. Throws text::Problem when it has the grades of other labs, or is another worker's.
  void keep_for(const Class& whole) const;

  // What it is kept for; nothing where that cannot be read.
  std::optional<Class> kept_for() const;

  // A new folder to grade the hand-in into. Removes what interrupted gradings left of it; a process of theirs may still be about to end.
  std::filesystem::path begin(const HandIn& hand_in) const;

  // Makes what begin()'s folder holds the hand-in's unit, by renaming it: a unit is there whole or not at all.
  void finish(const HandIn& hand_in, const std::string& key) const;

  // Takes over a unit of other results, as it is.
  void take(const Results& from, const HandIn& hand_in) const;

  // Every unit, in the order of their ids. One that cannot be read is left out, as if it had not been graded.
  std::vector<Unit> units() const;

 private:
  std::filesystem::path unfinished(const HandIn& hand_in) const;

  std::filesystem::path folder_;
  std::string own_;  // tells this grading's unfinished units from another's
};

}  // namespace lab::classes
