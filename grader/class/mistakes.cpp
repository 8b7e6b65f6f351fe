// Groups failures by cause, and the remaining ones by check.
#include "class/mistakes.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <tuple>

namespace lab::classes {
namespace {

using Json = nlohmann::ordered_json;
using trace::Outcome;

std::vector<Failure> failures_of(const Unit& unit, trace::ReasonLookup reasons) {
  std::vector<Failure> all;
  for (const Json& lab : unit.result.at("labs"))
    for (const Json& check : lab.at("checks")) {
      const Outcome outcome = trace::outcome_of(check.at("outcome").get<std::string>()).value_or(Outcome::kGraderError);
      if (outcome != Outcome::kFailed && outcome != Outcome::kTimedOut && outcome != Outcome::kCrashed && outcome != Outcome::kNotBuilt)
        continue;
      Failure failure{&unit, lab.at("lab"), check.at("id"), outcome, {}};
      failure.because = trace::because_in(check.at("because"), reasons).value_or(trace::Because());
      if (failure.because.id() != "not_built_missing") all.push_back(std::move(failure));
    }
  return all;
}

// The text with "#" in place of each number: process ids, handles and addresses differ from run to run, values from student to student.
std::string without_numbers(const std::string& text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) {
      out += text[i];
      continue;
    }
    const bool hex = text[i] == '0' && i + 1 < text.size() && text[i + 1] == 'x';
    if (hex) i += 2;
    while (i < text.size() && (is_digit(text[i]) || (hex && std::isxdigit(static_cast<unsigned char>(text[i]))))) ++i;
    --i;
    out += '#';
  }
  return out;
}

std::string mark_of(const trace::Because& because) {
  nlohmann::json args = because.args;
  for (auto& [key, value] : args.items())
    value = value.is_string() ? nlohmann::json(without_numbers(value.get<std::string>())) : value.is_number() ? nlohmann::json("#") : value;
  args.erase("at_ms");
  return std::string(because.id()) + args.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string cause_of(const Failure& failure) {
  if (!failure.because.reason) return "";
  const trace::Reason& reason = *failure.because.reason;
  return std::string(reason.cause.empty() ? reason.id : reason.cause);
}

// The failures belong to units in one vector.
Mistake mistake_of(Mistake::Kind kind, std::vector<Failure> failures) {
  Mistake mistake;
  mistake.kind = kind;
  mistake.lab = failures.front().lab;
  std::stable_sort(failures.begin(), failures.end(), [](const Failure& a, const Failure& b) { return a.unit < b.unit; });
  std::map<std::string, std::size_t> variants;
  const auto add = [](auto& all, const auto& one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  };
  for (Failure& failure : failures) {
    add(mistake.students, failure.unit);
    add(mistake.checks, failure.check);
    const auto [place, is_new] = variants.emplace(mark_of(failure.because), mistake.variants.size());
    if (is_new) mistake.variants.emplace_back();
    mistake.variants[place->second].failures.push_back(std::move(failure));
  }
  std::stable_sort(mistake.variants.begin(), mistake.variants.end(),
                   [](const Variant& a, const Variant& b) { return a.failures.size() > b.failures.size(); });
  return mistake;
}

bool is_shared(const std::vector<Failure>& failures) {
  return std::any_of(failures.begin(), failures.end(), [&](const Failure& one) { return one.unit != failures.front().unit; });
}

using Groups = std::map<std::pair<std::string, std::string>, std::vector<Failure>>;  // by lab and by what the failures have in common

}  // namespace

std::size_t Mistake::failures() const {
  std::size_t sum = 0;
  for (const Variant& variant : variants) sum += variant.failures.size();
  return sum;
}

std::vector<Mistake> mistakes(const std::vector<Unit>& units, trace::ReasonLookup reasons) {
  Groups by_cause, by_check;
  std::vector<Mistake> all;
  for (const Unit& unit : units)
    for (Failure& failure : failures_of(unit, reasons)) {
      const std::string cause = cause_of(failure);
      Groups& groups = cause.empty() ? by_check : by_cause;
      groups[{failure.lab, cause.empty() ? failure.check : cause}].push_back(std::move(failure));
    }
  for (auto& [key, failures] : by_cause) {
    if (is_shared(failures)) {
      all.push_back(mistake_of(Mistake::Kind::kCause, std::move(failures)));
      continue;
    }
    for (Failure& failure : failures) by_check[{failure.lab, failure.check}].push_back(std::move(failure));
  }
  for (auto& [key, failures] : by_check) {
    const Mistake::Kind kind = is_shared(failures) ? Mistake::Kind::kCheck : Mistake::Kind::kSingle;
    all.push_back(mistake_of(kind, std::move(failures)));
  }
  std::stable_sort(all.begin(), all.end(), [](const Mistake& a, const Mistake& b) {
    const auto rank = [](const Mistake& one) {
      return std::make_tuple(one.kind == Mistake::Kind::kSingle, -static_cast<int>(one.students.size()), -static_cast<int>(one.failures()));
    };
    return rank(a) < rank(b);
  });
  return all;
}

}  // namespace lab::classes
