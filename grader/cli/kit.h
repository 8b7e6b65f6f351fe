// The paths of the kit's parts, and its labs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "compile/programs.h"
#include "rubric/rubric.h"

namespace lab::cli {

// Who wrote the programs to run, and how they are isolated.
enum class Playing {
  kOwn,      // by the kit's authors or the user: run with the user's rights
  kBoxed,    // by somebody else: run in a sandbox (box/stage_box.h)
  kUnboxed,  // by somebody else: run without a sandbox; recordings and reports say so
};

struct Kit {
  std::filesystem::path root;
  std::filesystem::path windows_programs;  // stage.exe, probe.dll, standin.exe
  std::vector<rubric::Lab> labs;
  std::filesystem::path work;  // the folder to lay out runs in; empty: a new one
  Playing playing = Playing::kOwn;
  std::string player;  // without a sandbox, programs are compiled and run with this user's rights; empty: the caller's

  std::filesystem::path labs_folder() const { return root / "labs"; }
  std::filesystem::path solutions_folder() const { return root / "solutions"; }
  std::filesystem::path standings_folder() const { return root / "build" / "progress"; }  // loop/standing.h
  // The compiler runs in a sandbox if the programs run in one.
  compile::Toolchain toolchain() const;

  // The labs that the arguments select; all of them if there are no arguments. Throws std::invalid_argument for an unknown lab.
  std::vector<const rubric::Lab*> chosen(const std::vector<std::string>& names) const;
};

// Finds the kit that contains this program, or the one in LAB_ROOT. Throws std::runtime_error if there is no kit or a lab.toml is invalid.
Kit find_kit();

// Throws a text::Problem that says what to do instead if solutions/ does not exist, as in a student kit. For commands that need it. `what`:
// what the user typed: "cut", "--solutions".
void require_solutions(const Kit& kit, const std::string& what);

// The default number of parallel jobs on this machine.
int default_jobs();
// ... for a few jobs that somebody is waiting for: starting programs is mostly waiting, not computing.
int hasty_jobs();

}  // namespace lab::cli
