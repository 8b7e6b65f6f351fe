// The results folder of a class: one unit for each submission, complete as soon as it is graded, so that an interrupted grading can resume.
//
//   OUT/class.json             the labs, the students and the grader
//   OUT/units/NAME/unit.json    the student, and the key of what was graded
//                 /result.json  the verdicts, as `lab check --json` writes them
//                 /page.html    the report page
//                 /runs/        the recordings, as `lab check --runs` writes them
//                 /sources/     the programs' source files (copies.h); may be missing
//                 /time.json    how long the grading took; may be missing
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
  bool removed = false;  // graded before, but no longer among the class's hand-ins
};

// The class that a results folder belongs to.
struct Class {
  std::vector<std::string> labs;      // their numbers, in order
  std::string grader;                 // what the verdicts depend on, apart from the submissions
  std::vector<std::string> students;  // the ids of the whole class, in order
  Shard shard;                        // the part of the class that is graded here

  // The ids of the students who are graded here.
  std::vector<std::string> own() const;
};

// A string that differs whenever the verdicts may differ: a hash of the submission's files and of `grader`, which describes everything else
// that the verdicts depend on. Throws std::filesystem::filesystem_error when a file cannot be read.
std::string key_of(const std::filesystem::path& files, const std::string& grader);

// The id of a hand-in as a folder name that is valid on every system, unique like the id, and not hidden.
std::string folder_name(const std::string& id);

// Throws text::Problem if the folder contains files but no results of a class.
void require_results_or_nothing(const std::filesystem::path& folder);

class Results {
 public:
  // Creates the folder if necessary. Throws text::Problem when it cannot be written to, or contains something else.
  explicit Results(std::filesystem::path folder);

  const std::filesystem::path& folder() const { return folder_; }

  // The unit, if it was graded from exactly these files, which `key` identifies.
  std::optional<Unit> find(const HandIn& hand_in, const std::string& key) const;

  // The folder of the hand-in's unit, which may not exist yet.
  std::filesystem::path unit(const HandIn& hand_in) const;

  // Reserves the folder for the class. Throws text::Problem if it contains grades for other labs or belongs to another worker.
  void keep_for(Class whole) const;

  // Throws text::Problem if the folder contains grades, but none for a person who handed in one of these: the grades are for another class,
  // or from another platform. A person is recognized by the same id on the same platform, or by the same name.
  void require_same_people(const std::vector<HandIn>& hand_ins) const;

  // The class that the folder is reserved for; none if that cannot be read.
  std::optional<Class> kept_for() const;

  // Creates a folder to grade the hand-in into. Removes the remains of interrupted gradings, even if one of their processes is still
  // exiting.
  std::filesystem::path begin(const HandIn& hand_in) const;

  // Renames the folder from begin() to the hand-in's unit, so that a unit is either complete or absent.
  void finish(const HandIn& hand_in, const std::string& key) const;

  // Copies a unit from other results, unchanged.
  void take(const Results& from, const HandIn& hand_in) const;

  // All units, sorted by id, with their labs in the order of the numbers. Omits a unit that cannot be read, as if it had not been graded.
  std::vector<Unit> units() const;

 private:
  std::filesystem::path unfinished(const HandIn& hand_in) const;

  std::filesystem::path folder_;
  std::string own_;  // distinguishes this grading's unfinished units from those of others
};

}  // namespace lab::classes
