// Saves standings as JSON.
#include "loop/standing.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/files.h"
#include "text/problem.h"

namespace lab::loop {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using trace::Outcome;
using trace::Verdict;

constexpr const char* kSchema = "win-ipc-lab/standing/1";
constexpr std::uintmax_t kLargest = 1 << 20;
constexpr int kMostHints = 100;

std::string text_in(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

json read_json(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error) || fs::file_size(file, error) > kLargest || error) return {};
  json whole = json::parse(text::read_text(file), nullptr, false);
  return whole.is_object() && text_in(whole, "schema") == kSchema ? whole : json();
}

// Returns the verdicts in the lab's order, whatever their order in the file.
std::vector<Verdict> verdicts_in(const json& whole, const rubric::Lab& lab, trace::ReasonLookup reasons) {
  std::map<std::string, json> by_id;
  if (const auto checks = whole.find("checks"); checks != whole.end() && checks->is_array())
    for (const json& check : *checks)
      if (check.is_object()) by_id[text_in(check, "id")] = check;
  std::vector<Verdict> verdicts;
  for (const rubric::Check& check : lab.checks) {
    const auto found = by_id.find(check.id);
    if (found == by_id.end()) continue;
    Verdict verdict;
    verdict.check = check.id;
    verdict.outcome = trace::outcome_of(text_in(found->second, "outcome")).value_or(Outcome::kGraderError);
    verdict.max_points = check.points;
    verdict.points = verdict.outcome == Outcome::kPassed ? check.points : 0;
    if (const auto because = found->second.find("because"); because != found->second.end() && because->is_object()) {
      const std::optional<trace::Because> known = trace::because_in(*because, reasons);
      if (!known) continue;
      verdict.because = *known;
    }
    verdicts.push_back(std::move(verdict));
  }
  return verdicts;
}

}  // namespace

const Verdict* Standing::verdict(const std::string& check) const {
  for (const Verdict& one : verdicts)
    if (one.check == check) return &one;
  return nullptr;
}

fs::path standing_file(const fs::path& folder, const std::string& number) { return folder / (number + ".json"); }

Standing read_standing(const fs::path& file, const rubric::Lab& lab, trace::ReasonLookup reasons) {
  Standing standing;
  standing.lab = lab.number;
  const json whole = read_json(file);
  if (whole.is_null() || text_in(whole, "lab") != lab.number) return standing;
  standing.kit = text_in(whole, "kit");
  if (const auto at = whole.find("at"); at != whole.end() && at->is_number_integer()) standing.at = at->get<std::int64_t>();
  if (const auto sources = whole.find("sources"); sources != whole.end() && sources->is_object())
    for (const auto& [name, print] : sources->items())
      if (print.is_string()) standing.sources[name] = print;
  standing.verdicts = verdicts_in(whole, lab, reasons);
  if (const auto hints = whole.find("hints"); hints != whole.end() && hints->is_object())
    for (const auto& [check, count] : hints->items())
      if (lab.check(check) && count.is_number_integer())
        standing.hints[check] = static_cast<int>(std::clamp<std::int64_t>(count.get<std::int64_t>(), 0, kMostHints));
  return standing;
}

bool write_standing(const fs::path& file, const Standing& standing) try {
  json checks = json::array();
  for (const Verdict& verdict : standing.verdicts)
    checks.push_back({{"id", verdict.check}, {"outcome", trace::id(verdict.outcome)}, {"because", trace::as_json(verdict.because)}});
  const json whole = {{"schema", kSchema},           {"lab", standing.lab},         {"kit", standing.kit},    {"at", standing.at},
                      {"sources", standing.sources}, {"checks", std::move(checks)}, {"hints", standing.hints}};
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  text::write_file(file, whole.dump(1, ' ', false, json::error_handler_t::replace) + "\n");
  return true;
} catch (const text::Problem&) {
  return false;
}

namespace {

// Whether the two reasons have different hints, so that the number of hints shown for one is not valid for the other.
bool hinted_otherwise(const trace::Because& before, const trace::Because& now) {
  const auto hint = [](const trace::Because& because) { return because ? because.reason->hint.en : std::string_view(); };
  const auto of = [](const trace::Because& because) { return because ? because.reason->hints_of : std::string_view(); };
  return hint(before) != hint(now) || of(before) != of(now);
}

}  // namespace

void take_verdicts(Standing& standing, const std::vector<Verdict>& verdicts, const Fingerprints& sources, const std::string& kit,
                   std::int64_t at) {
  for (const Verdict& verdict : verdicts) {
    const Verdict* before = standing.verdict(verdict.check);
    if (!before) continue;
    const bool broke = verdict.outcome == Outcome::kNotBuilt && before->outcome != Outcome::kNotBuilt;
    if (broke && before->outcome != Outcome::kPassed)
      standing.hints[verdict.check] = 0;
    else if (verdict.outcome != Outcome::kNotBuilt && hinted_otherwise(before->because, verdict.because))
      standing.hints.erase(verdict.check);
  }
  if (standing.sources != sources || standing.kit != kit) standing.verdicts.clear();
  standing.sources = sources;
  standing.kit = kit;
  standing.at = at;
  for (const Verdict& verdict : verdicts) {
    const auto same =
        std::find_if(standing.verdicts.begin(), standing.verdicts.end(), [&](const Verdict& one) { return one.check == verdict.check; });
    if (same == standing.verdicts.end())
      standing.verdicts.push_back(verdict);
    else
      *same = verdict;
    if (verdict.outcome == Outcome::kPassed) standing.hints.erase(verdict.check);
  }
}

int score(const Standing& standing) {
  int sum = 0;
  for (const Verdict& verdict : standing.verdicts) sum += verdict.points;
  return sum;
}

bool full_points(const Standing& standing, const rubric::Lab& lab) {
  return std::all_of(lab.checks.begin(), lab.checks.end(), [&](const rubric::Check& check) {
    const Verdict* verdict = standing.verdict(check.id);
    return verdict && verdict->outcome == Outcome::kPassed;
  });
}

std::vector<const Verdict*> to_fix(const std::vector<Verdict>& verdicts, const rubric::Lab& lab) {
  return trace::to_fix(verdicts, [&](const std::string& id) {
    const rubric::Check* check = lab.check(id);
    return check ? check->step : 0;
  });
}

}  // namespace lab::loop
