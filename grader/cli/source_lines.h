// Adds the lines of students' sources to recordings: those of calls, and those of the TODOs that are still there.
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
  // The kit has the stubs, which tell what of a TODO is done. It must outlive this.
  explicit SourceLines(const Kit& kit) : kit_(kit) {}

  // Remembers what the entry's programs were built from. Call it before their runs are played: it reads nothing yet.
  void learn(const Entry& entry);

  // Replaces the frames of each call with the innermost line of the student's own source, if there is one, and stores in each run the TODOs
  // of its program.
  void find(std::vector<trace::Run>& runs) const;

 private:
  const Kit& kit_;
  std::map<std::string, compile::Built> programs_;  // by submission, lab and name
};

// The complete sources that contain the runs' calls, as for report::Style. Programs handed in as .exe files have none.
report::Sources whole_sources(const std::vector<Entry>& entries, const std::vector<trace::Run>& runs);

}  // namespace lab::cli
