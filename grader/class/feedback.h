// The report pages of a class as one zip file, to upload to a learning platform as feedback.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "class/hand_in.h"

namespace lab::classes {

// The name of the page in the zip file. The platform recognizes the student by the name that it gave the hand-in. Not tested on any
// platform.
//   Moodle   a file in the folder NAME_ID_assignsubmission_file_, for "Upload multiple feedback files in a zip"
//            https://github.com/moodle/moodle/blob/main/mod/assign/feedback/file/importziplib.php (is_valid_filename_for_import)
//   Canvas   NAME[_LATE]_USER_ATTACHMENT_..., for "Upload Submissions": recognized by the two numbers, and shown under the name of the
//            submitted file, so a student must save it as .html
//            https://github.com/instructure/canvas-lms/blob/master/app/models/abstract_assignment.rb (infer_comment_context_from_filename)
//   others   a file of that name
std::string feedback_name(const HandIn& hand_in);

// Writes a zip file with the `files` (name in the zip file, path), replacing an existing one. The same files always produce the same bytes.
// Throws std::runtime_error if it cannot be written.
void write_zip(const std::filesystem::path& zip, const std::vector<std::pair<std::string, std::filesystem::path>>& files);

}  // namespace lab::classes
