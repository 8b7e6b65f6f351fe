// Finds what each student of a class handed in, in whatever an instructor has: a learning platform's download, or a folder of folders.
#pragma once

#include <filesystem>
#include <vector>

#include "class/hand_in.h"

namespace lab::classes {

// Which of a student's submissions counts.
enum class Attempt { kLast, kFirst, kOnTime };  // kOnTime: the last one without a late mark; where all have one, the last

struct FindOptions {
  Attempt attempt = Attempt::kLast;
  std::filesystem::path work;  // where a download that is one archive is unpacked; HandIn::from points below it then
};

// One entry per student, sorted by name, then by id. `download` is a folder or an archive. What belongs to no student is a finding in
// `passed_over`. Throws text::Problem where there is no such folder, or the archive cannot be read at all.
//
//   for (const HandIn& hand_in : find_hand_ins("submissions.zip", {.work = work})) ...
std::vector<HandIn> find_hand_ins(const std::filesystem::path& download, const FindOptions& options,
                                  std::vector<Finding>* passed_over = nullptr);

}  // namespace lab::classes
