// Finds what each student of a class handed in: in the download from a learning platform, or in a folder of folders.
#pragma once

#include <filesystem>
#include <vector>

#include "class/hand_in.h"

namespace lab::classes {

// Which of a student's submissions counts.
enum class Attempt { kLast, kFirst, kOnTime };  // kOnTime: the last one that is not late, or the last one if all are late

struct FindOptions {
  Attempt attempt = Attempt::kLast;
  std::filesystem::path work;  // the folder into which a downloaded archive is unpacked; HandIn::from is in it then
};

// Returns one entry for each student, sorted by name, then by id. `download` is a folder or an archive. Anything that belongs to no student
// becomes a finding in `passed_over`. Throws text::Problem if the folder does not exist or the archive cannot be read at all.
//
//   for (const HandIn& hand_in : find_hand_ins("submissions.zip", {.work = work})) ...
std::vector<HandIn> find_hand_ins(const std::filesystem::path& download, const FindOptions& options,
                                  std::vector<Finding>* passed_over = nullptr);

}  // namespace lab::classes
