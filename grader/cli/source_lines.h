// Adds lines of students' source code to recordings: the lines of calls, and the lines of the TODO comments that are still there.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/entry.h"
#include "cli/kit.h"
#include "report/report.h"
#include "trace/run.h"

namespace lab::cli {

class SourceLines {
 public:
  // `kit` contains the stubs, which show which TODOs are done. It must outlive this object.
  explicit SourceLines(const Kit& kit) : kit_(kit) {}

  // Remembers which files the entry's programs were built from, without reading them yet. Call this before their runs are recorded.
  void learn(const Entry& entry);

  // Replaces the frames of each call with the innermost line of the student's own source, if there is one, and stores in each run the TODOs
  // of its program.
  void find(std::vector<trace::Run>& runs) const;

 private:
  const Kit& kit_;
  std::map<std::string, compile::Built> programs_;  // by submission, lab and name
};

// The complete source files that contain the runs' calls, as for report::Style. Programs handed in as .exe files have none.
report::Sources whole_sources(const std::vector<Entry>& entries, const std::vector<trace::Run>& runs);

}  // namespace lab::cli
