// Scenarios as JSON.
#include "scenario/scenario.h"

namespace lab::scenario {

using nlohmann::json;

namespace {

const char* id(Step::Kind kind) {
  switch (kind) {
    case Step::Kind::kPost:
      return "post";
    case Step::Kind::kType:
      return "type";
    case Step::Kind::kEndInput:
      return "end_input";
    case Step::Kind::kCreate:
      return "create";
    case Step::Kind::kStart:
      return "start";
  }
  return "";
}

json to_json(const Step& step) {
  json out = {{"do", id(step.kind)}};
  if (step.kind == Step::Kind::kPost || step.kind == Step::Kind::kCreate) out["slot"] = step.slot;
  if (step.kind == Step::Kind::kPost || step.kind == Step::Kind::kType) out["text"] = step.text;
  if (step.kind == Step::Kind::kPost) out["bytes"] = step.bytes;
  if (step.fills) out["fills"] = true;
  if (step.at_creation) out["at"] = "creation";
  if (step.with_next) out["with_next"] = true;
  return out;
}

}  // namespace

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
  if (!scenario.computers.empty()) out["computers"] = scenario.computers;
  if (scenario.only_after_finite_wait) out["only_after"] = "finite_wait";
  if (scenario.only_after_finite_read) out["only_after"] = "finite_read";
  out["slots"] = scenario.slots;
  out["peers"] = scenario.peers;
  out["steps"] = json::array();
  for (const Step& step : scenario.steps) out["steps"].push_back(to_json(step));
  return out;
}

}  // namespace lab::scenario
