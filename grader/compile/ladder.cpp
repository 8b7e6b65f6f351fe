// Lists each combination of a character set and a standard once.
#include "compile/ladder.h"

#include <algorithm>

namespace lab::compile {

std::vector<Settings> ladder(const Project& project, bool in_c) {
  std::vector<std::string> standards{"c++20", "c++14"};
  if (!project.standard.empty()) {
    standards.erase(std::remove(standards.begin(), standards.end(), project.standard), standards.end());
    standards.insert(standards.begin(), project.standard);
  }
  if (in_c) standards.resize(1);

  const bool unicode = project.unicode.value_or(true);
  std::vector<Settings> rungs;
  for (const bool set : {unicode, !unicode})
    for (const std::string& standard : standards) rungs.push_back({standard, set, false, false, {}, {}});
  rungs.push_back({standards.front(), unicode, !in_c, in_c, {}, {}});
  return rungs;
}

}  // namespace lab::compile
