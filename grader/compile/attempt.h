// One rung of the ladder: compiling and linking a program with the settings of one kind of project.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "compile/compiler.h"

namespace lab::compile {

// Limits were reached. Not kept: on a calmer machine it may go well.
struct TookTooLong {};

struct Job {
  std::string program;
  const Source& source;
  std::vector<std::filesystem::path> others;  // sources that may define what this one lacks
  bool main_elsewhere = false;                // even main
  std::vector<std::string> libraries;         // of Windows, that the project asks for
  std::filesystem::path submission, work;     // what was handed in; where the program is made
  const Compiler& compiler;
};

struct Outcome {
  bool ok = false;
  std::string messages;
  std::set<std::filesystem::path> read;  // files that the compiler read
  std::filesystem::path foreign;         // one of them that is neither the student's nor the compiler's
};

// Leaves job.work / program.exe when it is ok. Throws TookTooLong, and text::Problem when the disk is full.
Outcome attempt(const Job& job, Settings settings);

}  // namespace lab::compile
