// One step of the ladder: compiles and links a program with the settings of one kind of project.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "compile/compiler.h"

namespace lab::compile {

// A limit was reached. The result is not cached: on a less busy machine, the same attempt may succeed.
struct TookTooLong {};

struct Job {
  std::string program;
  const Source& source;
  std::vector<std::filesystem::path> others;  // source files that may define functions that this one lacks
  bool main_elsewhere = false;                // even main is in one of them
  std::vector<std::string> libraries;         // Windows libraries that the project requests
  std::filesystem::path submission, work;     // the folder that was handed in; the folder to build in
  const Compiler& compiler;
};

struct Outcome {
  bool ok = false;
  std::string messages;
  std::set<std::filesystem::path> read;  // files that the compiler read
  std::filesystem::path foreign;         // one of them that belongs to neither the student nor the compiler
};

// Leaves job.work / program.exe if it succeeds. Throws TookTooLong, and text::Problem if the disk is full.
Outcome attempt(const Job& job, Settings settings);

}  // namespace lab::compile
