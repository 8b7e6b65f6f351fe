// Which lab has which runs.
#include "labs/labs.h"

#include <stdexcept>

namespace lab::labs {

std::vector<scenario::Group> groups_for(const std::string& lab, const std::vector<std::string>& programs, std::uint64_t seed) {
#define X(number, runs_of_lab) \
  if (lab == number) return runs_of_lab(programs, seed);
  LAB_LABS(X)
#undef X
  throw std::invalid_argument("no scenarios are known for lab " + lab);
}

}  // namespace lab::labs
