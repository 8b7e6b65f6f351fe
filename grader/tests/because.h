// Reasons for tests, by their ids.
#pragma once

#include <stdexcept>
#include <string>

#include "labs/labs.h"

namespace lab::tests {

// A reason with the row for that id.
inline trace::Because because(std::string_view id, nlohmann::json args = nlohmann::json::object()) {
  const trace::Reason* row = labs::reason(id);
  if (!row) throw std::out_of_range("no reason " + std::string(id));
  return {row, std::move(args)};
}

// ... based on that moment in a run of that scenario.
inline trace::Because because(std::string_view id, nlohmann::json args, const std::string& run, std::uint64_t order) {
  trace::Because because = tests::because(id, std::move(args));
  because.run = run;
  because.order = order;
  return because;
}

}  // namespace lab::tests
