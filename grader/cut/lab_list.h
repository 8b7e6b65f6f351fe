// Generates cmake/labs.cmake, which lists the labs, their programs and their checks for CMake and CTest, because these do not read
// lab.toml. It is needed before any grader has been built, so it is committed, and a test fails if it is stale.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cut/cut.h"
#include "rubric/rubric.h"
#include "text/text.h"

namespace lab::cut {

// The file's text. It sets `labs` to the labs' folders and, for each of them, programs_of_FOLDER and checks_of_FOLDER, in the rubric's
// order:
//     set(programs_of_05_adder_manager PartAdder AdderManager)
std::string lab_list(const std::vector<rubric::Lab>& labs);

// Compares the file in the kit's folder with its labs: kFresh, kMissing or kStale. Ignores differences in line breaks.
State look_at_lab_list(const std::filesystem::path& kit, const std::vector<rubric::Lab>& labs);

// Writes the file unless it is fresh. Returns its previous state. Throws text::Problem if it cannot be written.
State write_lab_list(const std::filesystem::path& kit, const std::vector<rubric::Lab>& labs);

// One sentence: its state or, with `after_writing`, what write_lab_list() did.
std::string describe_lab_list(State state, bool after_writing, text::Language language);

}  // namespace lab::cut
