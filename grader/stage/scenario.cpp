// Reads scenarios from JSON, as grader/scenario writes them.
#include "stage/scenario.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "win32/error.h"

namespace lab::stage {
namespace {

using nlohmann::json;

wire::Api api_of(const std::string& name) {
  constexpr std::pair<const char*, wire::Api> kApis[] = {{"CreateProcess", wire::Api::kCreateProcess},
                                                         {"CreateMailslot", wire::Api::kCreateMailslot},
                                                         {"CreateFile", wire::Api::kCreateFile},
                                                         {"ReadFile", wire::Api::kReadFile},
                                                         {"WriteFile", wire::Api::kWriteFile},
                                                         {"WaitForSingleObject", wire::Api::kWaitForSingleObject},
                                                         {"WaitForMultipleObjects", wire::Api::kWaitForMultipleObjects}};
  for (const auto& [known, api] : kApis)
    if (name == known) return api;
  throw std::runtime_error("no fault can be ordered for " + name);
}

Step read_step(const json& in) {
  constexpr std::pair<const char*, Step::Kind> kKinds[] = {{"post", Step::Kind::kPost},
                                                           {"type", Step::Kind::kType},
                                                           {"end_input", Step::Kind::kEndInput},
                                                           {"create", Step::Kind::kCreate},
                                                           {"start", Step::Kind::kStart}};
  Step step;
  const std::string what = in.at("do");
  const auto* const kind = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto& known) { return what == known.first; });
  if (kind == std::end(kKinds)) throw std::runtime_error("there is no step called " + what);
  step.kind = kind->second;
  step.slot = in.value("slot", "");
  step.text = in.value("text", "");
  step.bytes = in.value("bytes", 0u);
  step.fills = in.value("fills", false);
  step.at_creation = in.value("at", "") == "creation";
  step.with_next = in.value("with_next", false);
  return step;
}

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
    out.faults.push_back({api_of(fault.at("api")), fault.value("nth", 1u), fault.at("error"), fault.value("target", "")});
  }
  out.slots = in.value("slots", std::vector<std::string>());
  out.computers = in.value("computers", std::vector<std::string>());
  out.peers = in.value("peers", std::vector<std::string>());
  for (const json& step : in.value("steps", json::array())) out.steps.push_back(read_step(step));
  out.only_after_finite_wait = in.value("only_after", "") == "finite_wait";
  out.only_after_finite_read = in.value("only_after", "") == "finite_read";
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

std::wstring run_key(const Scenario& scenario) {
  wchar_t key[64];
  wire::key_of(key, win32::widen(scenario.folder + "\\x").c_str());
  return key;
}

}  // namespace lab::stage
