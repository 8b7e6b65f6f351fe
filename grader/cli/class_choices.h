// What an instructor chose to tell about a class. RESULTS/outputs.json keeps it: a choice holds for every later command, until another one
// is made.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/command.h"

namespace lab::cli {

// How much a student's page tells.
//   full     verdicts, reasons, hints, runs: the page of the unit
//   own      the same without hints: what the student's program did, the line of its source, and its runs; not what to write instead
//   points   each check, what it asks for, and its points
inline constexpr const char* kDetails[] = {"full", "own", "points"};

// What one command line says of it; the rest is as the last time.
struct Chosen {
  std::string detail;
  std::optional<bool> zero, no_compare;
};

struct Choices {
  std::string detail = "full";  // of the pages in feedback.zip
  bool zero = false;            // what was not handed in gets 0 points
  bool no_compare = false;      // pages do not compare with a correct program
};

void add_choices(Options& add, Chosen& chosen);
// --no-compare alone, of the commands that write the pages themselves.
void add_compare_choice(Options& add, Chosen& chosen);

// What holds in this results folder from now on. Changes nothing; the folder may be missing.
Choices choices_in(const std::filesystem::path& results, const Chosen& chosen);

// ... and keeps it there. Throws what text::write_file does.
Choices keep_choices(const std::filesystem::path& results, const Chosen& chosen);

// Those of another results folder, where this one has none.
void take_choices(const std::filesystem::path& results, const std::filesystem::path& from);

// Prints each choice that tells less, or something else, than the default, and how to take it back.
void print_choices(const Choices& choices, text::Language language);

}  // namespace lab::cli
