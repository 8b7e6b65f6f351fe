// Which lab has which runs and which reasons.
#include "labs/labs.h"

#include <stdexcept>

#include "checks/reasons.h"

namespace lab::labs {

std::vector<scenario::Group> groups_for(const std::string& lab, const std::vector<std::string>& programs, std::uint64_t seed) {
#define X(number, runs_of_lab) \
  if (lab == number) return runs_of_lab(programs, seed);
  LAB_LABS(X)
#undef X
  throw std::invalid_argument("no scenarios are known for lab " + lab);
}

trace::ReasonTables reason_tables() {
  trace::ReasonTables all = checks::reason_tables();
#define X(number, lab) \
  for (const auto table : lab##_reasons()) all.push_back(table);
  LAB_LABS(X)
#undef X
  return all;
}

const trace::Reason* reason(std::string_view id) {
  static const trace::ReasonTables kTables = reason_tables();
  for (const auto table : kTables)
    for (const trace::Reason& row : table)
      if (row.id == id) return &row;
  return nullptr;
}

}  // namespace lab::labs
