// Converts scenarios to JSON and back.
#include "scenario/scenario.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace lab::scenario {

using nlohmann::json;

namespace {

constexpr trace::Name<Step::Kind> kStepKinds[] = {{Step::Kind::kPost, "post"},
                                                  {Step::Kind::kType, "type"},
                                                  {Step::Kind::kEndInput, "end_input"},
                                                  {Step::Kind::kCreate, "create"},
                                                  {Step::Kind::kStart, "start"}};

constexpr Api kFaultable[] = {
    Api::kCreateProcess,       Api::kCreateMailslot,         Api::kCreateFile,        Api::kReadFile, Api::kWriteFile,
    Api::kWaitForSingleObject, Api::kWaitForMultipleObjects, Api::kGetExitCodeProcess};

// If the field is missing, leaves `value` unchanged.
template <class Value>
void take(const json& in, const char* name, Value& value) {
  if (const auto field = in.find(name); field != in.end()) field->get_to(value);
}

}  // namespace

bool can_be_faulted(Api api) { return std::find(std::begin(kFaultable), std::end(kFaultable), api) != std::end(kFaultable); }

void to_json(json& out, const Worker& worker) { out = {{"arguments", worker.arguments}, {"exit_code", worker.exit_code}}; }

void from_json(const json& in, Worker& worker) {
  in.at("arguments").get_to(worker.arguments);
  in.at("exit_code").get_to(worker.exit_code);
}

void to_json(json& out, const Fault& fault) {
  out = {{"api", fault.api}, {"target", fault.target}, {"nth", fault.nth}, {"error", fault.error}};
}

void from_json(const json& in, Fault& fault) {
  const std::string api = in.at("api");
  const auto* const known = std::find_if(std::begin(kFaultable), std::end(kFaultable), [&](Api one) { return api == name(one); });
  if (known == std::end(kFaultable)) throw std::runtime_error("no fault can be ordered for " + api);
  fault.api = *known;
  take(in, "target", fault.target);
  take(in, "nth", fault.nth);
  in.at("error").get_to(fault.error);
}

void to_json(json& out, const Step& step) {
  out = {{"do", id_of(kStepKinds, step.kind)}};
  if (step.kind == Step::Kind::kPost || step.kind == Step::Kind::kCreate) out["slot"] = step.slot;
  if (step.kind == Step::Kind::kPost || step.kind == Step::Kind::kType) out["text"] = step.text;
  if (step.kind == Step::Kind::kPost) out["bytes"] = step.bytes;
  if (step.fills) out["fills"] = true;
  if (step.at_creation) out["at"] = "creation";
  if (step.with_next) out["with_next"] = true;
}

void from_json(const json& in, Step& step) {
  const std::string what = in.at("do");
  const auto* const kind = std::find_if(std::begin(kStepKinds), std::end(kStepKinds), [&](const auto& known) { return what == known.id; });
  if (kind == std::end(kStepKinds)) throw std::runtime_error("there is no step called " + what);
  step.kind = kind->value;
  take(in, "slot", step.slot);
  take(in, "text", step.text);
  take(in, "bytes", step.bytes);
  take(in, "fills", step.fills);
  step.at_creation = in.value("at", "") == "creation";
  take(in, "with_next", step.with_next);
}

void to_json(json& out, const Scenario& scenario) {
  out = {{"program", scenario.program},
         {"scenario", scenario.name},
         {"arguments", scenario.arguments},
         {"clock", scenario.hurried ? "hurried" : "patient"},
         {"start", scenario.start_until_ended ? "ended" : "held"},
         {"standins", scenario.standins},
         {"children", scenario.children},
         {"release", scenario.release},
         {"facts", scenario.facts},
         {"workers", scenario.workers},
         {"faults", scenario.faults},
         {"slots", scenario.slots},
         {"peers", scenario.peers},
         {"steps", scenario.steps}};
  if (!scenario.computers.empty()) out["computers"] = scenario.computers;
  if (scenario.only_after_finite_wait) out["only_after"] = "finite_wait";
  if (scenario.only_after_finite_read) out["only_after"] = "finite_read";
}

void from_json(const json& in, Scenario& scenario) {
  in.at("program").get_to(scenario.program);
  in.at("scenario").get_to(scenario.name);
  take(in, "arguments", scenario.arguments);
  scenario.hurried = in.value("clock", "patient") == "hurried";
  scenario.start_until_ended = in.value("start", "held") == "ended";
  take(in, "standins", scenario.standins);
  take(in, "children", scenario.children);
  take(in, "release", scenario.release);
  take(in, "facts", scenario.facts);
  take(in, "workers", scenario.workers);
  take(in, "faults", scenario.faults);
  take(in, "slots", scenario.slots);
  take(in, "peers", scenario.peers);
  take(in, "steps", scenario.steps);
  take(in, "computers", scenario.computers);
  scenario.only_after_finite_wait = in.value("only_after", "") == "finite_wait";
  scenario.only_after_finite_read = in.value("only_after", "") == "finite_read";
}

void to_json(json& out, const Assignment& assignment) {
  out = assignment.scenario;
  out["submission"] = assignment.submission;
  out["lab"] = assignment.lab;
  out["folder"] = assignment.folder;
  out["wall_ms"] = assignment.wall_ms;
  out["cpu_ms"] = assignment.cpu_ms;
}

void from_json(const json& in, Assignment& assignment) {
  in.get_to(assignment.scenario);
  take(in, "submission", assignment.submission);
  in.at("lab").get_to(assignment.lab);
  in.at("folder").get_to(assignment.folder);
  take(in, "wall_ms", assignment.wall_ms);
  take(in, "cpu_ms", assignment.cpu_ms);
}

std::vector<Assignment> read_assignments(const std::string& line) {
  try {
    return json::parse(line).get<std::vector<Assignment>>();
  } catch (const json::exception& error) {
    throw std::runtime_error(std::string("a scenario cannot be read: ") + error.what());
  }
}

}  // namespace lab::scenario
