// The report of one submission as JSON.
#include "report/report.h"

namespace lab::report {

nlohmann::ordered_json json(const trace::Result& result) {
  using Json = nlohmann::ordered_json;
  Json labs = Json::array();
  for (const auto& lab : result.labs) {
    Json checks = Json::array();
    for (const auto& verdict : lab.verdicts) {
      checks.push_back({{"id", verdict.check},
                        {"outcome", trace::id(verdict.outcome)},
                        {"points", verdict.points},
                        {"max_points", verdict.max_points},
                        {"because", Json(trace::as_json(verdict.because))}});
      if (result.is_open(verdict)) checks.back()["open"] = true;
    }
    labs.push_back({{"lab", lab.lab},
                    {"score", lab.score},
                    {"max_score", lab.max_score},
                    {"unjudged_points", result.unjudged_points(lab)},
                    {"checks", std::move(checks)}});
  }
  const Json report = {{"schema", "win-ipc-lab/result/1"}, {"submission", result.submission}, {"grader", result.grader},
                       {"rubric", result.rubric},          {"platform", result.platform},     {"sandbox", result.sandbox},
                       {"score", result.score()},          {"max_score", result.max_score()}, {"unjudged_points", result.unjudged_points()},
                       {"labs", std::move(labs)}};
  // Bytes from a student's program that are not UTF-8 become U+FFFD here, so that callers can dump the result safely.
  return Json::parse(report.dump(-1, ' ', false, Json::error_handler_t::replace));
}

trace::Result result_in(const nlohmann::ordered_json& json, trace::ReasonLookup reasons) {
  trace::Result result;
  result.submission = json.at("submission");
  result.grader = json.at("grader");
  result.rubric = json.at("rubric");
  result.platform = json.at("platform");
  result.sandbox = json.at("sandbox");
  for (const auto& of_lab : json.at("labs")) {
    trace::LabResult lab;
    lab.lab = of_lab.at("lab");
    lab.score = of_lab.at("score");
    lab.max_score = of_lab.at("max_score");
    for (const auto& check : of_lab.at("checks")) {
      trace::Verdict verdict;
      verdict.check = check.at("id");
      verdict.outcome = trace::outcome_of(check.at("outcome").get<std::string>()).value_or(trace::Outcome::kGraderError);
      verdict.points = check.at("points");
      verdict.max_points = check.at("max_points");
      verdict.because = trace::because_in(check.at("because"), reasons).value_or(trace::Because());
      lab.verdicts.push_back(std::move(verdict));
    }
    result.labs.push_back(std::move(lab));
  }
  return result;
}

}  // namespace lab::report
