// A class for testing its overview page.
#pragma once

#include "class/class_samples.h"
#include "class/mistakes_page.h"
#include "class/overview.h"
#include "labs/labs.h"
#include "report/report.h"
#include "report/report_samples.h"

namespace lab::classes {

inline std::vector<Unit> sample_class() {
  std::vector<Unit> all;
  for (int i = 0; i < 20; ++i) {
    const std::string id = std::to_string(1000 + i);
    all.push_back(unit_with(id, "Student " + id,
                            {lab_of("05",
                                    {check("PartAdder.AddsItsRange", "passed", 2, 2),
                                     check("AdderManager.StartsBothWorkers", i % 3 == 0 ? "failed" : "passed", i % 3 == 0 ? 0 : 14, 14),
                                     check("AdderManager.WaitsForBothWorkers", i % 2 == 0 ? "failed" : "passed", i % 2 == 0 ? 0 : 4, 4)},
                                    2 + (i % 3 == 0 ? 0 : 14) + (i % 2 == 0 ? 0 : 4))}));
    all.back().hand_in.late = i == 4;
  }
  all.push_back(absent("", "2000", "<b>Absent</b>"));
  all.push_back(unit_with("2001", "Broken", {lab_of("05", {check("PartAdder.AddsItsRange", "not_built", 0, 20, "not_built_log")}, 0)}));
  all.push_back(unit_with("2002", "Open", {lab_of("05", {check("PartAdder.AddsItsRange", "not_gradable", 0, 20, "32_bit")}, 0, 20, 20)}));
  return all;
}

inline std::string sample_overview(text::Language language = text::Language::kEnglish) {
  Overview more;
  more.seconds = {{"1000", 3.4}, {"1001", 5.2}};
  more.copies = {{Alike::Kind::kNames, "05", "AdderManager", {"1001", "1003"}, 100, 0},
                 {Alike::Kind::kSimilar, "05", "PartAdder", {"1002", "1005"}, 91, 22}};
  return overview_page(sample_class(), {}, more, language);
}

// Shared mistakes with pictures, and one that only a single student made.
inline std::string sample_mistakes(text::Language language = text::Language::kEnglish) {
  std::vector<Unit> units = sample_class();
  units.push_back(unit_with("3000", "Alone", {lab_of("05", {check("AdderManager.X", "failed", 0, 4, "exit_code_never_read")}, 0)}));
  const auto picture = [](const Failure&, const std::string& name) {
    return report::picture(report::race(), name, report::Flagged{51, "AdderManager.WaitsForBothWorkers"});
  };
  return mistakes_page(mistakes(units, labs::reason), {}, picture, language);
}

}  // namespace lab::classes
