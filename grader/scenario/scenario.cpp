// Scenarios as JSON, and which lab has which.
#include "scenario/scenario.h"

#include <stdexcept>

namespace lab::scenario {

using nlohmann::json;

std::vector<Group> groups_for(const std::string& lab, const std::vector<std::string>& programs, std::uint64_t seed) {
  if (lab == "05") return adder_manager(programs, seed);
  throw std::invalid_argument("no scenarios are known for lab " + lab);
}

json to_json(const Scenario& scenario, const std::string& submission, const std::string& lab, const std::string& folder) {
  json out = {{"submission", submission},
              {"lab", lab},
              {"program", scenario.program},
              {"scenario", scenario.name},
              {"folder", folder},
              {"exe", scenario.program + ".exe"},
              {"arguments", scenario.arguments},
              {"clock", scenario.hurried ? "hurried" : "patient"},
              {"start", scenario.start_until_ended ? "ended" : "held"},
              {"standins", scenario.standins},
              {"children", scenario.children},
              {"release", scenario.release},
              {"facts", scenario.facts}};
  out["workers"] = json::array();
  for (const Worker& worker : scenario.workers)
    out["workers"].push_back({{"arguments", worker.arguments}, {"exit_code", worker.exit_code}});
  out["faults"] = json::array();
  for (const Fault& fault : scenario.faults)
    out["faults"].push_back({{"api", fault.api}, {"target", fault.target}, {"nth", fault.nth}, {"error", fault.error}});
  if (scenario.only_after_finite_wait) out["only_after"] = "finite_wait";
  return out;
}

}  // namespace lab::scenario
