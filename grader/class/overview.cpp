// Counts results, and generates the page.
#include "class/overview.h"

#include <fmt/core.h>

#include <algorithm>

#include "class/grades.h"
#include "class/page_parts.h"
#include "report/page_template.h"

namespace lab::classes {
namespace {

using Json = nlohmann::ordered_json;
using report::in_both;
using report::said;
using report::Values;
using text::Language;

// A check, and its results in the class.
struct Column {
  std::string lab, id;
  int failed = 0, judged = 0;
};

struct Mark {
  const char* tone;  // a blank and a class in overview.css; "": none
  const char* sign;
  bool failed, judged;
};

Mark mark_of(const Json& check) {
  const auto outcome = check.at("outcome").get<std::string>();
  if (outcome == "passed") return {" g", "\xE2\x9C\x93", false, true};
  if (is_open(check)) return {" o", "?", false, false};
  if (outcome == "skipped") return {"", "\xE2\x80\x93", false, false};
  if (outcome == "not_built") return {" b", "!", true, true};
  return {" b", "\xE2\x9C\x97", true, true};
}

// Of an even number of values, the mean of the two in the middle.
double median_of(std::vector<int> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2.0;
}

class Page {
 public:
  Page(const std::vector<Unit>& units, const std::vector<rubric::Lab>& labs, const Overview& more)
      : units_(units), labs_(labs), more_(more) {
    for (const Unit& unit : units_) {
      grades_.push_back(grade_of(unit, more_.zero));
      if (grades_.back().points) {
        scores_.push_back(*grades_.back().points);
        max_score_ = std::max(max_score_, grades_.back().max_score);
      }
    }
    count_checks();
  }

  std::string text(Language opens_in) const {
    return class_page(report::overview_html(),
                      {{"numbers", numbers()},
                       {"distribution", distribution()},
                       {"checks", checks()},
                       {"columns", columns()},
                       {"students", students()},
                       {"look_at", look_at()},
                       {"copies", copies()}},
                      opens_in, "overview_title", "overview_skip");
  }

 private:
  // Calls `each` for every check of a unit, with its column and whether its lab was handed in.
  template <typename Each>
  void for_each_check(std::size_t unit, Each&& each) const {
    std::size_t lab_number = 0;
    for (const Json& lab : units_[unit].result.at("labs")) {
      const bool handed_in = grades_[unit].labs[lab_number++].status != Status::kNotHandedIn;
      for (const Json& check : lab.at("checks")) {
        each(static_cast<std::size_t>(column_of(check) - columns_.begin()), check, handed_in);
      }
    }
  }

  auto column_of(const Json& check) const -> std::vector<Column>::const_iterator {
    const auto id = check.at("id").get<std::string>();
    return std::find_if(columns_.begin(), columns_.end(), [&](const Column& one) { return one.id == id; });
  }

  void count_checks() {
    for (const Unit& unit : units_)
      for (const Json& lab : unit.result.at("labs"))
        for (const Json& check : lab.at("checks"))
          if (column_of(check) == columns_.end()) columns_.push_back({lab.at("lab"), check.at("id")});
    for (std::size_t i = 0; i < units_.size(); ++i)
      for_each_check(i, [&](std::size_t column, const Json& check, bool handed_in) {
        const Mark mark = mark_of(check);
        columns_[column].failed += handed_in && mark.failed;
        columns_[column].judged += handed_in && mark.judged;
      });
  }

  std::size_t count(Status status) const {
    return static_cast<std::size_t>(std::count_if(grades_.begin(), grades_.end(), [&](const Grade& grade) {
      return std::any_of(grade.labs.begin(), grade.labs.end(), [&](const LabGrade& lab) { return lab.status == status; });
    }));
  }

  Values numbers() const {
    const auto late = std::count_if(units_.begin(), units_.end(), [](const Unit& unit) { return unit.hand_in.late; });
    const auto open = std::count_if(grades_.begin(), grades_.end(), [](const Grade& grade) { return grade.is_undecided(); });
    Values all = Values::array();
    const auto number = [&](const char* name, const Values& value) { all.push_back({{"name", said(name)}, {"value", value}}); };
    number("overview_students", units_.size());
    if (!scores_.empty()) number("overview_median", fmt::format("{:g} / {}", median_of(scores_), max_score_));
    number("overview_late_students", late);
    number("overview_not_handed_in", count(Status::kNotHandedIn));
    number("overview_not_built", count(Status::kNotBuilt));
    number("overview_partly_built", count(Status::kPartlyBuilt));
    number("overview_open_students", open);
    if (!more_.seconds.empty()) {
      std::vector<int> seconds;
      for (const auto& [id, value] : more_.seconds) seconds.push_back(static_cast<int>(value + 0.5));
      number("overview_time", fmt::format("{:g} s", median_of(seconds)));
    }
    return all;
  }

  // Ten bars from 0 to the maximum score, which is in the last bar.
  Values distribution() const {
    constexpr int kBars = 10, kWidth = 56, kHeight = 160, kLeft = 10, kTop = 24, kGround = kTop + kHeight;
    if (scores_.empty() || max_score_ == 0) return {};
    std::vector<int> counts(kBars, 0);
    for (const int score : scores_) ++counts[static_cast<std::size_t>(std::min(kBars - 1, score * kBars / max_score_))];
    const int most = *std::max_element(counts.begin(), counts.end());
    Values bars = Values::array();
    for (int i = 0; i < kBars; ++i) {
      const int many = counts[static_cast<std::size_t>(i)], height = many * kHeight / most, left = kLeft + i * kWidth;
      const int from = (i * max_score_ + kBars - 1) / kBars;
      const int to = i == kBars - 1 ? max_score_ : ((i + 1) * max_score_ + kBars - 1) / kBars - 1;
      if (from > to) continue;  // fewer points than bars
      bars.push_back({{"range", from == to ? std::to_string(from) : fmt::format("{}\xE2\x80\x93{}", from, to)},
                      {"many", many},
                      {"left", left + 3},
                      {"top", kGround - height},
                      {"bar_width", kWidth - 6},
                      {"bar_height", height},
                      {"middle", left + kWidth / 2},
                      {"above", kGround - height - 5},
                      {"below", kGround + 18}});
    }
    return {{"width", kBars * kWidth + 2 * kLeft},
            {"height", kGround + 40},
            {"title", text::sentence(Language::kEnglish, "overview_distribution") + " / " +
                          text::sentence(Language::kKorean, "overview_distribution")},
            {"bars", std::move(bars)},
            {"begin", kLeft},
            {"end", kLeft + kBars * kWidth},
            {"ground", kGround},
            {"median_x", kLeft + static_cast<int>(median_of(scores_) * kBars * kWidth / max_score_)},
            {"median_top", kTop - 8},
            {"count", scores_.size()},
            {"median", fmt::format("{:g}", median_of(scores_))},
            {"max", max_score_}};
  }

  Values checks() const {
    constexpr std::size_t kMost = 15;
    std::vector<const Column*> worst;
    for (const Column& column : columns_)
      if (column.failed > 0) worst.push_back(&column);
    std::stable_sort(worst.begin(), worst.end(), [](const Column* a, const Column* b) { return a->failed > b->failed; });
    if (worst.size() > kMost) worst.resize(kMost);
    Values all = Values::array();
    for (const Column* column : worst) {
      const rubric::Check* check = rubric::check_of(labs_, column->lab, column->id);
      all.push_back({{"lab", column->lab},
                     {"id", column->id},
                     {"title", check ? in_both(check->title) : Values()},
                     {"failed", column->failed},
                     {"judged", column->judged}});
    }
    return all;
  }

  Values columns() const {
    Values all = Values::array();
    for (const Column& column : columns_) all.push_back({{"lab", column.lab}, {"id", column.id}});
    return all;
  }

  Values students() const {
    Values all = Values::array();
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const Unit& unit = units_[i];
      const auto seconds = more_.seconds.find(unit.hand_in.id);
      Values student = link_to(unit.hand_in);
      student["points"] = cell_of(grades_[i].points);
      student["status"] = status_in_words(grades_[i]);
      student["late"] = unit.hand_in.late;
      student["seconds"] = seconds == more_.seconds.end() ? "" : fmt::format("{:.0f}", seconds->second);
      Values& marks = student["marks"] = Values::array();
      for (std::size_t column = 0; column < columns_.size(); ++column) marks.push_back({{"tone", ""}, {"sign", ""}});
      for_each_check(i, [&](std::size_t column, const Json& check, bool handed_in) {
        const Mark mark = handed_in ? mark_of(check) : Mark{"", "\xC2\xB7", false, false};
        marks[column] = {{"tone", mark.tone}, {"sign", mark.sign}};
      });
      all.push_back(std::move(student));
    }
    return all;
  }

  static const char* name_of(Status status) {
    switch (status) {
      case Status::kNotHandedIn:
        return "overview_not_handed_in";
      case Status::kNoProgram:
        return "overview_no_program";
      case Status::kOpen:
        return "overview_open";
      case Status::kNotBuilt:
        return "overview_not_built";
      case Status::kPartlyBuilt:
        return "overview_partly_built";
      case Status::kGraded:
        break;
    }
    return "overview_graded";
  }

  // The status of all labs if it is the same; otherwise, the status of each lab that is not graded.
  static Values status_in_words(const Grade& grade) {
    const auto same = [&](const LabGrade& lab) { return lab.status == grade.labs.front().status; };
    if (grade.labs.empty()) return "";
    if (std::all_of(grade.labs.begin(), grade.labs.end(), same)) return said(name_of(grade.labs.front().status));
    text::Bilingual all;
    for (const LabGrade& lab : grade.labs) {
      if (lab.status == Status::kGraded) continue;
      const std::string before = (all.en.empty() ? "" : "; ") + lab.lab + ": ";
      all.en += before + text::sentence(Language::kEnglish, name_of(lab.status));
      all.ko += before + text::sentence(Language::kKorean, name_of(lab.status));
    }
    return in_both(all);
  }

  Values look_at() const {
    Values all = Values::array();
    const auto add = [&](const char* name, Values students) {
      if (!students.empty()) all.push_back({{"name", said(name)}, {"many", students.size()}, {"students", std::move(students)}});
    };
    for (const Status status : {Status::kNotHandedIn, Status::kNoProgram, Status::kNotBuilt, Status::kPartlyBuilt})
      add(name_of(status), with_lab([&](const LabGrade& lab) { return lab.status == status; }));
    add(name_of(Status::kOpen), with_lab([](const LabGrade& lab) { return lab.is_undecided(); }));
    add("overview_left_out", with_something_left_out());
    Values late = Values::array();
    for (const Unit& unit : units_)
      if (unit.hand_in.late) late.push_back(entry_of(unit));
    add("overview_late_students", std::move(late));
    return all;
  }

  static Values entry_of(const Unit& unit) {
    Values entry = link_to(unit.hand_in);
    entry["labs"] = "";
    entry["findings"] = Values::array();
    return entry;
  }

  // The students with such labs.
  template <class IsSuch>
  Values with_lab(const IsSuch& is_such) const {
    Values students = Values::array();
    for (std::size_t i = 0; i < units_.size(); ++i) {
      std::string of_labs;
      for (const LabGrade& lab : grades_[i].labs)
        if (is_such(lab)) of_labs += (of_labs.empty() ? "" : ", ") + lab.lab;
      if (of_labs.empty()) continue;
      students.push_back(entry_of(units_[i]));
      if (grades_[i].labs.size() > 1) students.back()["labs"] = of_labs;
    }
    return students;
  }

  // What could not be read or was not used can also be in a submission that was graded.
  Values with_something_left_out() const {
    Values students = Values::array();
    for (const Unit& unit : units_) {
      Values entry = entry_of(unit);
      for (const Finding& finding : unit.hand_in.findings)
        if (is_left_out(finding)) entry["findings"].push_back({{"finding", said(finding.id, nlohmann::json(finding.facts))}});
      if (!entry["findings"].empty()) students.push_back(std::move(entry));
    }
    return students;
  }

  static const char* sentence_of(Alike::Kind kind) {
    switch (kind) {
      case Alike::Kind::kBytes:
        return "overview_copies_bytes";
      case Alike::Kind::kLayout:
        return "overview_copies_layout";
      case Alike::Kind::kNames:
        return "overview_copies_names";
      case Alike::Kind::kSimilar:
        break;
    }
    return "overview_copies_similar";
  }

  Values copies() const {
    if (!more_.copies) return {};
    Values pairs = Values::array();
    for (const Alike& one : *more_.copies) {
      Values students = Values::array();
      for (const std::string& id : one.students) {
        const auto unit = std::find_if(units_.begin(), units_.end(), [&](const Unit& each) { return each.hand_in.id == id; });
        if (unit == units_.end()) continue;
        students.push_back(link_to(unit->hand_in));
        students.back()["again"] = students.size() > 1;
      }
      pairs.push_back({{"lab", one.lab},
                       {"program", one.program},
                       {"students", std::move(students)},
                       {"sentence", said(sentence_of(one.kind), {{"percent", one.percent}, {"usual", one.usual}})}});
    }
    const bool any = !pairs.empty();
    return {{"compared", more_.compared}, {"any", any}, {"pairs", std::move(pairs)}};
  }

  const std::vector<Unit>& units_;
  const std::vector<rubric::Lab>& labs_;
  const Overview& more_;
  std::vector<Grade> grades_;  // by unit
  std::vector<int> scores_;
  int max_score_ = 0;
  std::vector<Column> columns_;
};

}  // namespace

std::string overview_page(const std::vector<Unit>& units, const std::vector<rubric::Lab>& labs, const Overview& more, Language opens_in) {
  return Page(units, labs, more).text(opens_in);
}

}  // namespace lab::classes
