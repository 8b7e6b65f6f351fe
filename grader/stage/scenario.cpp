// Reads scenarios from JSON, as grader/scenario writes them.
#include "stage/scenario.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace lab::stage {
namespace {

using nlohmann::json;

Scenario read_scenario(const json& in) {
  Scenario out;
  out.submission = in.value("submission", "");
  out.lab = in.at("lab");
  out.program = in.at("program");
  out.name = in.at("scenario");
  out.facts = in.value("facts", json::object()).dump();
  out.folder = in.at("folder");
  out.exe = in.at("exe");
  out.arguments = in.value("arguments", "");
  out.hurried = in.value("clock", "patient") == "hurried";
  out.start_until_ended = in.value("start", "held") == "ended";
  out.standins = in.value("standins", std::vector<std::string>());
  out.children = in.value("children", std::vector<std::string>());
  for (const json& worker : in.value("workers", json::array())) out.workers.push_back({worker.at("arguments"), worker.at("exit_code")});
  out.release = in.value("release", std::vector<int>());
  for (const json& fault : in.value("faults", json::array())) {
    if (fault.at("api") != "CreateProcess") throw std::runtime_error("no fault can be ordered for " + fault.at("api").dump());
    out.faults.push_back({wire::Api::kCreateProcess, fault.value("nth", 1u), fault.at("error"), fault.value("target", "")});
  }
  out.only_after_finite_wait = in.value("only_after", "") == "finite_wait";
  out.wall_ms = in.value("wall_ms", out.wall_ms);
  out.cpu_ms = in.value("cpu_ms", out.cpu_ms);
  return out;
}

}  // namespace

Group read_group(const std::string& line) {
  Group group;
  try {
    for (const json& scenario : json::parse(line)) group.push_back(read_scenario(scenario));
  } catch (const json::exception& error) {
    throw std::runtime_error(std::string("a scenario cannot be read: ") + error.what());
  }
  return group;
}

}  // namespace lab::stage
