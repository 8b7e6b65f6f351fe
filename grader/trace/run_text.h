// Run files as text, for tests.
#pragma once

#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "trace/run.h"

namespace lab::trace {

inline std::string written(const Run& run) {
  std::ostringstream out;
  write(out, run);
  return out.str();
}

inline std::vector<Run> read_text(const std::string& text) {
  std::istringstream in(text);
  return read(in);
}

inline std::string problem_in(const std::string& text) {
  try {
    read_text(text);
  } catch (const std::runtime_error& problem) {
    return problem.what();
  }
  return "no problem";
}

inline const std::string kHeader = R"({"t":"run","schema":"win-ipc-lab/run/1"})"
                                   "\n";
inline const std::string kProgram = R"({"t":"program","name":"AdderManager"})"
                                    "\n";
inline const std::string kEnd = R"({"t":"end"})"
                                "\n";

}  // namespace lab::trace
