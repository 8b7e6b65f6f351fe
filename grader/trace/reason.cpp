// Writes and reads outcomes and reasons.
#include "trace/reason.h"

#include "trace/kinds.h"

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

namespace {

constexpr Name<Cause> kCauses[] = {{Cause::kClosedEarlier, "closed_earlier"}, {Cause::kPassedToThread, "passed_to_thread"}};

void add_place(json& out, const Place& place) {
  out["file"] = place.file;
  out["line"] = place.line;
  out["code"] = place.code;
}

std::string text_in(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Place place_in(const json& object) {
  Place place = {text_in(object, "file"), 0, text_in(object, "code")};
  if (const auto line = object.find("line"); line != object.end() && line->is_number_integer()) place.line = line->get<int>();
  return place;
}

bool is_true(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

}  // namespace

json as_json(const Because& because) {
  if (!because) return nullptr;
  json out = {{"id", because.id()}, {"args", because.args}};
  if (!because.run.empty()) out["run"] = because.run;
  if (!because.program.empty()) out["program"] = because.program;
  if (because.order) out["order"] = *because.order;
  if (because.place) {
    add_place(out, because.place);
    if (because.belongs_here) out["belongs_here"] = true;
    if (because.unchanged) out["unchanged"] = true;
    if (because.step > 0) out["step"] = because.step;
  }
  if (because.cause != Cause::kNone && because.cause_place) {
    out["cause"] = {{"kind", id_of(kCauses, because.cause)}};
    add_place(out["cause"], because.cause_place);
  }
  if (because.reason->outcome == Outcome::kPassed) out["remark"] = true;
  return out;
}

std::optional<Because> because_in(const json& json, ReasonLookup lookup) {
  if (json.is_null()) return Because();
  if (!json.is_object()) return {};
  Because because;
  because.reason = lookup(text_in(json, "id"));
  if (!because.reason) return {};
  if (const auto args = json.find("args"); args != json.end() && args->is_object()) because.args = *args;
  because.run = text_in(json, "run");
  because.program = text_in(json, "program");
  if (const auto order = json.find("order"); order != json.end() && order->is_number_integer()) because.order = order->get<std::uint64_t>();
  because.place = place_in(json);
  if (const auto cause = json.find("cause"); cause != json.end() && cause->is_object())
    for (const Name<Cause>& name : kCauses)
      if (text_in(*cause, "kind") == name.id) {
        because.cause = name.value;
        because.cause_place = place_in(*cause);
      }
  because.belongs_here = is_true(json, "belongs_here");
  because.unchanged = is_true(json, "unchanged");
  if (const auto step = json.find("step"); step != json.end() && step->is_number_integer()) because.step = step->get<int>();
  return because;
}

}  // namespace lab::trace
