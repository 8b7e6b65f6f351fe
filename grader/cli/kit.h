// Where the kit's parts lie, and its labs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "compile/programs.h"
#include "rubric/rubric.h"

namespace lab::cli {

// Whose programs are played, and how.
enum class Playing {
  kOwn,      // the kit's own, or those of the person who plays them: with this person's rights
  kBoxed,    // somebody else's: in a sandbox (box/stage_box.h)
  kUnboxed,  // somebody else's without one; recordings and reports say so
};

struct Kit {
  std::filesystem::path root;
  std::filesystem::path windows_programs;  // stage.exe, probe.dll, standin.exe
  std::vector<rubric::Lab> labs;
  std::filesystem::path work;  // the folder to lay out runs in; empty: a new one
  Playing playing = Playing::kOwn;
  std::string player;  // the user with whose rights the programs are compiled and played where there is no sandbox; empty: the caller's

  std::filesystem::path labs_folder() const { return root / "labs"; }
  std::filesystem::path solutions_folder() const { return root / "solutions"; }
  std::filesystem::path standings_folder() const { return root / "build" / "progress"; }  // loop/standing.h
  // Of a compiler in a sandbox where programs are played in one.
  compile::Toolchain toolchain() const;

  // The labs that the arguments mean; none given means all. Throws std::invalid_argument for an unknown one.
  std::vector<const rubric::Lab*> chosen(const std::vector<std::string>& names) const;
};

// Finds the kit around this program, or where LAB_ROOT says. Throws std::runtime_error when it is not there or a lab.toml is broken.
Kit find_kit();

// For what takes solutions/. Throws text::Problem, which says what to do instead, where there are none, as in a student kit; `what` is what
// was typed: "cut", "--solutions".
void require_solutions(const Kit& kit, const std::string& what);

// How many things to do at a time on this machine.
int default_jobs();
// ... while somebody waits for few of them: starts wait for each other more than they compute.
int hasty_jobs();

}  // namespace lab::cli
