// The report of one submission for Gradescope.
#include <fmt/core.h>

#include "report/describe.h"
#include "report/reason.h"
#include "report/report.h"

namespace lab::report {
namespace {

using Json = nlohmann::ordered_json;
using text::Language;
using text::sentence;
using trace::Outcome;
using trace::Verdict;

Json test(const std::string& lab, std::size_t number, const std::string& check, const text::Bilingual& title, Language language) {
  const std::string of = title.in(language);
  return {{"number", fmt::format("{}.{}", lab, number)}, {"name", check + (of.empty() ? "" : ": " + of)}, {"name_format", "text"}};
}

std::string output_of(const Verdict& verdict, Language language) {
  std::string output = outcome_word(verdict.outcome, language);
  if (const std::string why = reason(verdict.because, language); !why.empty()) output += ": " + why;
  if (verdict.because.place) output += "\n" + label(verdict.because.place) + "\n" + source_line(verdict.because.place);
  if (const trace::Place& cause = verdict.because.cause_place)
    output += "\n" + sentence(language, cause_words(verdict.because.cause).sentence) + " " + label(cause) + "\n" + source_line(cause);
  return output;
}

Json whole(int score, const std::string& output, Json tests) {
  const Json all = {{"score", score},           {"output", output},
                    {"output_format", "text"},  {"test_output_format", "text"},
                    {"visibility", "visible"},  {"stdout_visibility", "hidden"},
                    {"tests", std::move(tests)}};
  return Json::parse(all.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

Json gradescope(const trace::Result& result, const std::vector<rubric::Lab>& labs, Language language) {
  Json tests = Json::array();
  std::size_t passed = 0, checks = 0;
  for (const auto& lab : result.labs) {
    std::size_t number = 0;
    for (const Verdict& verdict : lab.verdicts) {
      const rubric::Check* check = rubric::check_of(labs, lab.lab, verdict.check);
      Json one = test(lab.lab, ++number, verdict.check, check ? check->title : text::Bilingual(), language);
      if (!result.is_open(verdict)) {  // Gradescope has only "passed" and "failed"
        one["score"] = verdict.points;
        one["status"] = verdict.outcome == Outcome::kPassed ? "passed" : "failed";
      }
      one["max_score"] = verdict.max_points;
      one["output"] = output_of(verdict, language);
      one["output_format"] = "text";
      tests.push_back(std::move(one));
      ++checks;
      passed += verdict.outcome == Outcome::kPassed;
    }
  }
  std::string output =
      sentence(language, "report_score", {{"score", result.score()}, {"max", result.max_score()}, {"passed", passed}, {"checks", checks}});
  if (result.unjudged_points() > 0) output += "\n" + sentence(language, "report_unjudged", {{"points", result.unjudged_points()}});
  Json all = whole(result.score(), output, std::move(tests));
  all["extra_data"] = {{"grader", result.grader},
                       {"rubric", result.rubric},
                       {"max_score", result.max_score()},
                       {"unjudged_points", result.unjudged_points()}};
  return Json::parse(all.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json gradescope(const Unfinished& unfinished, const std::vector<const rubric::Lab*>& labs, Language language) {
  Json tests = Json::array();
  for (const rubric::Lab* lab : labs) {
    std::size_t number = 0;
    for (const rubric::Check& check : lab->checks) {
      Json one = test(lab->number, ++number, check.id, check.title, language);
      one["max_score"] = check.points;
      const bool broken = unfinished.not_built.count(lab->number + "/" + std::string(suite_of(check.id))) > 0;
      one["output"] = sentence(language, broken ? "gradescope_not_built" : "gradescope_not_yet");
      one["output_format"] = "text";
      if (broken) one["status"] = "failed";
      tests.push_back(std::move(one));
    }
  }
  return whole(0, sentence(language, "gradescope_unfinished", {{"played", unfinished.played}, {"all", unfinished.all}}), std::move(tests));
}

}  // namespace lab::report
