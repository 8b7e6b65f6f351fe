// Writes and reads outcomes and reasons.
#include "trace/reason.h"

namespace lab::trace {

using nlohmann::json;

const char* id(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPassed:
      return "passed";
    case Outcome::kFailed:
      return "failed";
    case Outcome::kSkipped:
      return "skipped";
    case Outcome::kTimedOut:
      return "timed_out";
    case Outcome::kCrashed:
      return "crashed";
    case Outcome::kNotGradable:
      return "not_gradable";
    case Outcome::kGraderError:
      return "grader_error";
    case Outcome::kNotBuilt:
      return "not_built";
  }
  return "grader_error";
}

std::optional<Outcome> outcome_of(std::string_view id) {
  for (const Outcome outcome : {Outcome::kPassed, Outcome::kFailed, Outcome::kSkipped, Outcome::kTimedOut, Outcome::kCrashed,
                                Outcome::kNotGradable, Outcome::kGraderError, Outcome::kNotBuilt})
    if (id == trace::id(outcome)) return outcome;
  return {};
}

json as_json(const Because& because) {
  if (!because) return nullptr;
  json out = {{"id", because.id()}, {"args", because.args}};
  if (!because.run.empty()) out["run"] = because.run;
  if (!because.program.empty()) out["program"] = because.program;
  if (because.order) out["order"] = *because.order;
  if (because.place) {
    out["file"] = because.place.file;
    out["line"] = because.place.line;
    out["code"] = because.place.code;
    if (because.belongs_here) out["belongs_here"] = true;
    if (because.step > 0) out["step"] = because.step;
  }
  if (because.reason->outcome == Outcome::kPassed) out["remark"] = true;
  return out;
}

std::optional<Because> because_in(const json& json, ReasonLookup lookup) {
  if (json.is_null()) return Because();
  if (!json.is_object()) return {};
  const auto text = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->template get<std::string>() : std::string();
  };
  Because because;
  because.reason = lookup(text("id"));
  if (!because.reason) return {};
  if (const auto args = json.find("args"); args != json.end() && args->is_object()) because.args = *args;
  because.run = text("run");
  because.program = text("program");
  if (const auto order = json.find("order"); order != json.end() && order->is_number_integer()) because.order = order->get<std::uint64_t>();
  because.place = {text("file"), 0, text("code")};
  if (const auto line = json.find("line"); line != json.end() && line->is_number_integer()) because.place.line = line->get<int>();
  if (const auto belongs = json.find("belongs_here"); belongs != json.end() && belongs->is_boolean())
    because.belongs_here = belongs->get<bool>();
  if (const auto step = json.find("step"); step != json.end() && step->is_number_integer()) because.step = step->get<int>();
  return because;
}

}  // namespace lab::trace
