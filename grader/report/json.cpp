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
    }
    labs.push_back({{"lab", lab.lab}, {"score", lab.score}, {"max_score", lab.max_score}, {"checks", std::move(checks)}});
  }
  const Json report = {{"schema", "win-ipc-lab/result/1"}, {"submission", result.submission}, {"grader", result.grader},
                       {"rubric", result.rubric},          {"platform", result.platform},     {"sandbox", result.sandbox},
                       {"score", result.score()},          {"max_score", result.max_score()}, {"unjudged_points", result.unjudged_points()},
                       {"labs", std::move(labs)}};
  // Bytes of a student's program that are no UTF-8 become U+FFFD here, so that whoever dumps this need not think of them.
  return Json::parse(report.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace lab::report
