// Counts, and lays the page out.
#include "class/overview.h"

#include <fmt/core.h>

#include <algorithm>

#include "class/grades.h"
#include "class/page_parts.h"
#include "report/markup.h"
#include "report/page_files.h"
#include "report/page_template.h"

namespace lab::classes {
namespace {

using Json = nlohmann::ordered_json;
using report::both;
using report::both_say;
using report::escaped;
using text::Language;

// A check of the class, and how it came out.
struct Column {
  std::string lab, id;
  int failed = 0, judged = 0;
};

struct Mark {
  const char* tone;  // a class of overview.css; "": none
  const char* sign;
  bool failed, judged;
};

Mark mark_of(const Json& check) {
  const auto outcome = check.at("outcome").get<std::string>();
  if (outcome == "passed") return {"g", "\xE2\x9C\x93", false, true};
  if (is_open(check)) return {"o", "?", false, false};
  if (outcome == "skipped") return {"", "\xE2\x80\x93", false, false};
  if (outcome == "not_built") return {"b", "!", true, true};
  return {"b", "\xE2\x9C\x97", true, true};
}

int median_of(std::vector<int> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[(values.size() - 1) / 2];
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
    std::map<std::string, std::string> slots = frame_slots(opens_in, "overview_title", "overview_skip");
    slots["numbers"] = numbers();
    slots["distribution"] = distribution();
    slots["checks"] = checks();
    slots["heads"] = heads();
    slots["rows"] = rows();
    slots["look_at"] = look_at();
    slots["copies"] = copies();
    return report::filled_template(report::overview_html().text, slots);
  }

 private:
  // Calls `each` with every check of a unit that is shown, and its column.
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

  static std::string number(const char* name, const std::string& value) {
    return "<div><dt>" + both_say(name) + "</dt><dd>" + value + "</dd></div>\n";
  }

  std::string numbers() const {
    const auto late = std::count_if(units_.begin(), units_.end(), [](const Unit& unit) { return unit.hand_in.late; });
    const auto open = std::count_if(grades_.begin(), grades_.end(), [](const Grade& grade) { return grade.open > 0; });
    std::string all = number("overview_students", std::to_string(units_.size()));
    if (!scores_.empty()) all += number("overview_median", fmt::format("{} / {}", median_of(scores_), max_score_));
    all += number("overview_late_students", std::to_string(late));
    all += number("overview_not_handed_in", std::to_string(count(Status::kNotHandedIn)));
    all += number("overview_not_built", std::to_string(count(Status::kNotBuilt)));
    all += number("overview_partly_built", std::to_string(count(Status::kPartlyBuilt)));
    all += number("overview_open_students", std::to_string(open));
    if (!more_.seconds.empty()) {
      std::vector<int> seconds;
      for (const auto& [id, value] : more_.seconds) seconds.push_back(static_cast<int>(value + 0.5));
      all += number("overview_time", fmt::format("{} s", median_of(seconds)));
    }
    return all;
  }

  // Ten bars from 0 to all points, the full ones in the last.
  std::string distribution() const {
    constexpr int kBars = 10, kWidth = 56, kHeight = 160, kLeft = 10, kTop = 24;
    if (scores_.empty() || max_score_ == 0) return none();
    std::vector<int> bars(kBars, 0);
    for (const int score : scores_) ++bars[static_cast<std::size_t>(std::min(kBars - 1, score * kBars / max_score_))];
    const int most = *std::max_element(bars.begin(), bars.end());
    std::string svg =
        fmt::format("<svg class=\"distribution\" role=\"img\" viewBox=\"0 0 {} {}\"><title>{} / {}</title>\n", kBars * kWidth + 2 * kLeft,
                    kTop + kHeight + 40, escaped(text::sentence(Language::kEnglish, "overview_distribution")),
                    escaped(text::sentence(Language::kKorean, "overview_distribution")));
    std::string table;
    for (int i = 0; i < kBars; ++i) {
      const int many = bars[static_cast<std::size_t>(i)], height = many * kHeight / most, left = kLeft + i * kWidth;
      const int from = (i * max_score_ + kBars - 1) / kBars;
      const int to = i == kBars - 1 ? max_score_ : ((i + 1) * max_score_ + kBars - 1) / kBars - 1;
      if (from > to) continue;  // fewer points than bars
      const std::string range = from == to ? std::to_string(from) : fmt::format("{}\xE2\x80\x93{}", from, to);
      svg += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", left + 3, kTop + kHeight - height, kWidth - 6, height);
      if (many > 0) svg += fmt::format("<text x=\"{}\" y=\"{}\">{}</text>", left + kWidth / 2, kTop + kHeight - height - 5, many);
      svg += fmt::format("<text x=\"{}\" y=\"{}\">{}</text>\n", left + kWidth / 2, kTop + kHeight + 18, range);
      table += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td></tr>", range, many);
    }
    const int median = kLeft + median_of(scores_) * kBars * kWidth / max_score_;
    svg += fmt::format(
        "<line x1=\"{0}\" y1=\"{1}\" x2=\"{2}\" y2=\"{1}\"/><line class=\"median\" x1=\"{3}\" y1=\"{4}\" x2=\"{3}\" y2=\"{1}\"/></svg>\n",
        kLeft, kTop + kHeight, kLeft + kBars * kWidth, median, kTop - 8);
    return svg + "<p class=\"quiet\">" +
           both_say("overview_distribution_note", {{"count", scores_.size()}, {"median", median_of(scores_)}, {"max", max_score_}}) +
           "</p>\n<details><summary>" + both_say("overview_as_table") + "</summary><table><thead><tr><th scope=\"col\">" +
           both_say("overview_points") + "</th><th scope=\"col\" class=\"n\">" + both_say("overview_students") +
           "</th></tr></thead><tbody>" + table + "</tbody></table></details>\n";
  }

  std::string checks() const {
    constexpr std::size_t kMost = 15;
    std::vector<const Column*> worst;
    for (const Column& column : columns_)
      if (column.failed > 0) worst.push_back(&column);
    std::stable_sort(worst.begin(), worst.end(), [](const Column* a, const Column* b) { return a->failed > b->failed; });
    if (worst.size() > kMost) worst.resize(kMost);
    std::string html;
    for (const Column* column : worst) {
      const rubric::Check* check = rubric::check_of(labs_, column->lab, column->id);
      html += fmt::format(
          "<tr><th scope=\"row\">{0} {1}{2}</th><td class=\"n\">{3}</td><td class=\"n\">{4}</td><td class=\"share\"><meter min=\"0\" "
          "max=\"{4}\" "
          "value=\"{3}\">{3} / "
          "{4}</meter></td></tr>\n",
          escaped(column->lab), escaped(column->id),
          check ? "<br><span class=\"quiet\">" + both(check->title.en, check->title.ko) + "</span>" : "", column->failed, column->judged);
    }
    return html.empty() ? "<tr><td colspan=\"4\">" + both_say("overview_none") + "</td></tr>\n" : html;
  }

  std::string heads() const {
    std::string html;
    for (const Column& column : columns_)
      html += fmt::format("<th scope=\"col\" class=\"c\"><span>{} {}</span></th>", escaped(column.lab), escaped(column.id));
    return html;
  }

  std::string rows() const {
    std::string html;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const Unit& unit = units_[i];
      const Grade& grade = grades_[i];
      const auto seconds = more_.seconds.find(unit.hand_in.id);
      html +=
          fmt::format("<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td>{}</td><td>{}</td><td class=\"n\">{}</td>",
                      link_to(unit.hand_in), cell_of(grade.points), status_in_words(grade), unit.hand_in.late ? both_say("class_late") : "",
                      seconds == more_.seconds.end() ? "" : fmt::format("{:.0f}", seconds->second));
      std::vector<std::string> cells(columns_.size(), "<td class=\"c\"></td>");
      for_each_check(i, [&](std::size_t column, const Json& check, bool handed_in) {
        const Mark mark = handed_in ? mark_of(check) : Mark{"", "\xC2\xB7", false, false};
        cells[column] = fmt::format("<td class=\"c{}{}\">{}</td>", *mark.tone ? " " : "", mark.tone, mark.sign);
      });
      for (const std::string& cell : cells) html += cell;
      html += "</tr>\n";
    }
    return html;
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

  static std::string status_in_words(const Grade& grade) {
    const auto same = [&](const LabGrade& lab) { return lab.status == grade.labs.front().status; };
    if (grade.labs.empty()) return "";
    if (std::all_of(grade.labs.begin(), grade.labs.end(), same)) return both_say(name_of(grade.labs.front().status));
    std::string all;
    for (const LabGrade& lab : grade.labs)
      if (lab.status != Status::kGraded) all += (all.empty() ? "" : "; ") + escaped(lab.lab) + ": " + both_say(name_of(lab.status));
    return all;
  }

  std::string look_at() const {
    std::string html;
    for (const Status status : {Status::kNotHandedIn, Status::kNoProgram, Status::kNotBuilt, Status::kPartlyBuilt, Status::kOpen}) {
      std::string items;
      std::size_t many = 0;
      for (std::size_t i = 0; i < units_.size(); ++i) {
        std::string of_labs;
        for (const LabGrade& lab : grades_[i].labs)
          if (lab.status == status) of_labs += (of_labs.empty() ? "" : ", ") + escaped(lab.lab);
        if (of_labs.empty()) continue;
        items += "<li>" + link_to(units_[i].hand_in) + (grades_[i].labs.size() > 1 ? " (" + of_labs + ")" : "") + "</li>\n";
        ++many;
      }
      html += list(name_of(status), items, many);
    }
    std::string late;
    std::size_t many = 0;
    for (const Unit& unit : units_)
      if (unit.hand_in.late) late += "<li>" + link_to(unit.hand_in) + "</li>\n", ++many;
    html += list("overview_late_students", late, many);
    return html.empty() ? none() : html;
  }

  static std::string list(const char* name, const std::string& items, std::size_t many) {
    if (items.empty()) return "";
    return fmt::format("<h3>{}: {}</h3>\n<ul class=\"names\">\n{}</ul>\n", both_say(name), many, items);
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

  std::string copies() const {
    const std::string note = "<p class=\"quiet\">" + both_say("overview_copies_note") + "</p>\n";
    if (!more_.copies) return "<p class=\"quiet\">" + both_say("overview_copies_not_asked") + "</p>\n";
    std::string html = note;
    if (!more_.compared) html += "<p class=\"quiet\">" + both_say("overview_copies_no_tester") + "</p>\n";
    std::string items;
    for (const Alike& one : *more_.copies) {
      std::string who;
      for (const std::string& id : one.students) {
        const auto unit = std::find_if(units_.begin(), units_.end(), [&](const Unit& each) { return each.hand_in.id == id; });
        if (unit != units_.end()) who += (who.empty() ? "" : ", ") + link_to(unit->hand_in);
      }
      items += fmt::format("<li>{} {}: {}. {}</li>\n", escaped(one.lab), escaped(one.program), who,
                           both_say(sentence_of(one.kind), {{"percent", one.percent}, {"usual", one.usual}}));
    }
    return html + (items.empty() ? none() : "<ul>\n" + items + "</ul>\n");
  }

  static std::string none() { return "<p class=\"quiet\">" + both_say("overview_none") + "</p>\n"; }

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
