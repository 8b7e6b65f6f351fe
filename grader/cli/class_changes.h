// The differences between two gradings of a class: a table, and a summary on the console.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "class/results.h"
#include "text/text.h"

namespace lab::cli {

// A sentence that counts students names at most this many of them.
inline constexpr std::size_t kMostNames = 10;

// Writes the table of all changes (class/changes.h) to `table`, and prints what changed in each check, the rubrics where they differ, and
// the students who are in only one of the two. Throws what text::write_file does.
void tell_changes(const std::vector<classes::Unit>& before, const std::vector<classes::Unit>& after, const std::filesystem::path& table,
                  text::Language language);

// Compares the grades in the results folder `out` with those in `against`, without judging anything; the table is OUT/changes.csv. Throws
// text::Problem if one of them is not a results folder.
void compare_classes(const std::filesystem::path& out, const std::filesystem::path& against, text::Language language);

// Throws text::Problem for a folder without results.
void require_results(const std::filesystem::path& folder);

}  // namespace lab::cli
