// The lines of students' sources in recordings: of calls, and of the TODOs that are still there.
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

  // Replaces the frames of each call by the innermost line of the student's own source, where there is one, and tells each run the TODOs of
  // its program.
  void find(std::vector<trace::Run>& runs) const;

 private:
  const Kit& kit_;
  std::map<std::string, compile::Built> programs_;  // by submission, lab and name
};

// The sources, whole, in which the runs' calls are, as report::Style wants them. Those of ready .exe files are not there.
report::Sources whole_sources(const std::vector<Entry>& entries, const std::vector<trace::Run>& runs);

}  // namespace lab::cli
