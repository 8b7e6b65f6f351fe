// Data about a submission's programs that is known before they run.
#include "cli/entry.h"

namespace lab::cli {

std::map<std::string, std::string> warnings_of(const Entry& entry) {
  std::map<std::string, std::string> all;
  for (const compile::Built& built : entry.programs)
    if (built.reason.empty() && built.from_source && !built.log.empty()) all[entry.lab + "/" + built.program] = built.log;
  return all;
}

}  // namespace lab::cli
