// The pages of a class as one archive, for a learning platform's upload of feedback.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "class/hand_in.h"

namespace lab::classes {

// The page's name in the archive: the platform's own name of the hand-in leads it to its student. Moodle wants a file in the folder of that
// name; the others a file of that name. Not tried on any platform.
std::string feedback_name(const HandIn& hand_in);

// Writes a zip file with the files under their names, in place of one that is there; the same files give the same bytes. Throws
// std::runtime_error when it cannot be written.
void write_zip(const std::filesystem::path& zip, const std::vector<std::pair<std::string, std::filesystem::path>>& files);

}  // namespace lab::classes
