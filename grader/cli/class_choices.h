// What an instructor has chosen for the submissions, the tables and the students' pages of a class, saved in RESULTS/outputs.json. A choice
// applies to all later commands until it is changed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/command.h"

namespace lab::cli {

// How much a student's page shows.
//   full     verdicts, reasons, hints, runs: the page of the unit
//   own      the same without hints: what the student's program did, the line of its source, and its runs; not what to write instead
//   points   each check, what it asks for, and its points
inline constexpr const char* kDetails[] = {"full", "own", "points"};

// Which of a student's submissions counts; on-time: the last one without a late mark.
inline constexpr const char* kAttempts[] = {"last", "first", "on-time"};

// The choices on one command line; all others stay as they are.
struct Chosen {
  std::string detail, attempt;  // empty: not on the command line
  std::optional<bool> zero, no_compare;
};

struct Choices {
  std::string detail = "full";  // of the pages in feedback.zip
  std::string attempt = "last";
  bool zero = false;        // work that was not handed in gets 0 points
  bool no_compare = false;  // pages show no comparison with a correct program
};

void add_choices(Options& add, Chosen& chosen);
// Declares only --attempt; for the command that reads the submissions.
void add_attempt_choice(Options& add, Chosen& chosen);
// Declares only --no-compare; for commands that write the pages themselves.
void add_compare_choice(Options& add, Chosen& chosen);

// The choices for this results folder, updated with those on the command line. Changes nothing; the folder may not exist.
Choices choices_in(const std::filesystem::path& results, const Chosen& chosen);

// The same, and saves the result. Throws what text::write_file does.
Choices keep_choices(const std::filesystem::path& results, const Chosen& chosen);

// Copies the choices of another results folder if this one has none.
void take_choices(const std::filesystem::path& results, const std::filesystem::path& from);

// Prints each choice that differs from the default, and how to undo it.
void print_choices(const Choices& choices, text::Language language);

}  // namespace lab::cli
