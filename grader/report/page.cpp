// The report page: verdicts or runs as one self-contained HTML file.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "report/columns.h"
#include "report/compiler_log.h"
#include "report/compiler_words.h"
#include "report/describe.h"
#include "report/markup.h"
#include "report/page_figure.h"
#include "report/page_files.h"
#include "report/page_template.h"
#include "report/reason.h"
#include "report/report.h"

namespace lab::report {
namespace {

using text::Language;
using trace::Outcome;
using trace::Run;
using trace::Verdict;

constexpr int kBelowTitle = 2, kBelowCheck = 4;  // heading levels

std::string framed(const Style& style, const text::Bilingual& title, Values values) {
  values["head"] = page_head(title, "page_skip", page_css(), page_js(), style.language);
  values["heading"] = in_both(title);
  values["step_words"] = as_html(filled_template(step_words_html().text));
  values["js"] = as_html(page_js().text);
  return filled_template(page_html().text, values);
}

class ReportPage {
 public:
  ReportPage(const trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<Run>& runs, const Style& style)
      : result_(result), labs_(labs), runs_(runs), style_(style) {
    for (const auto& lab : result_.labs)
      for (const Verdict& verdict : lab.verdicts) collect(lab.lab, verdict);
  }

  std::string text() {
    for (const auto& lab : result_.labs)
      for (const Verdict& verdict : lab.verdicts) numbers_[&verdict] = numbers_.size() + 1;
    Values labs = Values::array();
    for (const auto& lab : result_.labs) labs.push_back(values_of(lab));
    return framed(style_, {title(Language::kEnglish), title(Language::kKorean)},
                  {{"summary", summary()},
                   {"several", labs.size() > 1},
                   {"legend", !runs_.empty()},
                   {"filter", filter()},
                   {"labs", std::move(labs)},
                   {"figures", ""}});
  }

 private:
  // Names the submission. A kit's labs are in separate folders, so they have no common name.
  std::string title(Language language) const {
    const std::string& name = result_.submission;
    const rubric::Lab* lab = result_.labs.size() == 1 ? rubric::numbered(labs_, result_.labs[0].lab) : nullptr;
    if (lab) {
      const std::string of = text::sentence(language, "page_title_of_lab", {{"lab", lab->number}, {"title", lab->title.in(language)}});
      const bool kits_own_folder = name.empty() || name.starts_with(lab->number + "_");
      return kits_own_folder ? of : of + " (" + one_line(name, 60) + ")";
    }
    const bool one = std::all_of(runs_.begin(), runs_.end(), [&](const Run& run) { return run.submission == result_.submission; });
    if (result_.submission.empty() || !one) return text::sentence(language, "page_title_of_all");
    return text::sentence(language, "page_title", {{"name", one_line(result_.submission, 60)}});
  }

  // Notes the run that a verdict is based on, and the moment that the verdict points to.
  void collect(const std::string& lab, const Verdict& verdict) {
    if (verdict.outcome == Outcome::kPassed || is_about_program(verdict.outcome)) return;
    const Run* run = run_of(verdict, lab, runs_);
    const auto order = verdict.because.order;
    if (!run || run->outcome != Run::Outcome::kRecorded) return;
    Flags& of_run = flags_[run];
    if (!order || !at_moment(*run, *order)) return;
    std::string& flag = of_run[*order];
    const std::size_t dot = verdict.check.find('.');
    flag += (flag.empty() ? "" : ", ") + one_line(verdict.check.substr(dot == std::string::npos ? 0 : dot + 1), 60);
  }

  static bool is_about_program(Outcome outcome) {
    return outcome == Outcome::kNotBuilt || outcome == Outcome::kNotGradable || outcome == Outcome::kGraderError;
  }

  static const char* tone(Outcome outcome) {
    if (outcome == Outcome::kPassed) return "good";
    return outcome == Outcome::kSkipped || outcome == Outcome::kNotGradable || outcome == Outcome::kGraderError ? "open" : "bad";
  }

  // The id of a verdict, which contains its number on the page.
  std::string id_of(const Verdict& verdict) const { return fmt::format("check-{}", numbers_.at(&verdict)); }

  static int percent(int score, int max) { return max > 0 ? score * 100 / max : 0; }

  Values summary() const {
    std::size_t checks = 0, passed = 0;
    for (const auto& lab : result_.labs) {
      for (const Verdict& verdict : lab.verdicts) {
        ++checks;
        passed += verdict.outcome == Outcome::kPassed;
      }
    }
    const auto [next_lab, next] = next_to_fix(result_, labs_);
    const MadeOn made = made_on(result_.platform);
    const char* const sandbox = sandbox_sentence(result_);
    return {{"score", result_.score()},
            {"max", result_.max_score()},
            {"passed", passed},
            {"checks", checks},
            {"percent", percent(result_.score(), result_.max_score())},
            {"points", result_.unjudged_points()},
            {"next", next ? Values{{"id", id_of(*next)},
                                   {"sentence", said(next_sentence(style_, *next), {{"check", one_line(next->check, 100)}})},
                                   {"command", command_again(style_, next_lab)}}
                          : Values()},
            {"all_passed", !next && checks > 0 && passed == checks},
            {"made", made.platform.empty() ? Values() : said(made.sentence, {{"platform", one_line(made.platform, 60)}})},
            {"sandbox", sandbox ? said(sandbox) : Values()},
            {"grader", one_line(result_.grader, 40)},
            {"rubric", one_line(result_.rubric, 40)}};
  }

  // If some checks failed and others did not, the reader can show only the failed ones.
  Values filter() const {
    std::size_t failed = 0, checks = 0;
    for (const auto& lab : result_.labs)
      for (const Verdict& verdict : lab.verdicts) ++checks, failed += std::string_view(tone(verdict.outcome)) == "bad";
    return failed == 0 || failed == checks ? Values() : Values{{"failed", failed}, {"checks", checks}};
  }

  Values values_of(const trace::LabResult& lab) {
    Values checks = Values::array();
    for (const Verdict& verdict : lab.verdicts) checks.push_back(values_of(lab.lab, verdict));
    std::string figures;
    for (const Run& run : runs_)
      if (run.lab == lab.lab && run.facts.count("show_output") != 0 && run.outcome == Run::Outcome::kRecorded && !figures_.count(&run))
        figures += figure_of(run, {});
    const rubric::Lab* known = rubric::numbered(labs_, lab.lab);
    return {{"lab", lab.lab},
            {"title", known ? in_both(known->title) : Values()},
            {"score", lab.score},
            {"max_score", lab.max_score},
            {"percent", percent(lab.score, lab.max_score)},
            {"checks", std::move(checks)},
            {"figures", as_html(figures)}};
  }

  // The id of a run's figure, which is on the page already or is added next.
  std::string id_of(const Run& run) const {
    const auto known = figures_.find(&run);
    return known != figures_.end() ? known->second : fmt::format("run-{}", figures_.size());
  }

  std::string figure_of(const Run& run, const Flags& flags) {
    const std::string id = id_of(run);
    figures_[&run] = id;
    return figure(run, id, flags, style_, kBelowCheck);
  }

  Values values_of(const std::string& lab, const Verdict& verdict) {
    const bool passed = verdict.outcome == Outcome::kPassed;
    const rubric::Check* check = rubric::check_of(labs_, lab, verdict.check);
    const Run* run = passed || is_about_program(verdict.outcome) ? nullptr : run_of(verdict, lab, runs_);
    if (run && flags_.count(run) == 0) run = nullptr;  // the page does not show it
    const text::Bilingual why{reason(verdict.because, Language::kEnglish), reason(verdict.because, Language::kKorean)};
    Values values = {
        {"id", id_of(verdict)},
        {"tone", tone(verdict.outcome)},
        {"name", breakable(verdict.check)},
        {"outcome", in_both(outcome_word(verdict.outcome, Language::kEnglish), outcome_word(verdict.outcome, Language::kKorean))},
        {"points", points_word(result_, verdict)},
        {"max_points", verdict.max_points},
        {"title", check ? in_both(check->title) : Values()},
        {"passed", passed},
        {"remark", is_remark(verdict.because) && !why.en.empty() ? with_code(why) : Values()},
        {"failed", passed ? Values() : failed(lab, verdict, check, why, run)}};
    values["figure"] = run && !figures_.count(run) ? as_html(figure_of(*run, flags_.at(run))) : Values("");
    return values;
  }

  Values failed(const std::string& lab, const Verdict& verdict, const rubric::Check* check, const text::Bilingual& why, const Run* run) {
    const bool about_program = is_about_program(verdict.outcome), teaches = !about_program && verdict.outcome != Outcome::kSkipped;
    // If a program was not built or cannot be judged, all of its checks have the same reason, which is given only once.
    const bool told = about_program && !told_.insert(why.en).second;
    const Values reason = told || why.en.empty() ? Values() : with_code(why);
    const std::string* const todo = check ? todo_in_korean(*rubric::numbered(labs_, lab), *check, verdict.because) : nullptr;
    return {{"expected", check && !about_program ? in_both(check->title) : Values()},
            {"seen", teaches ? reason : Values()},
            {"why", teaches ? Values() : reason},
            {"told", told},
            {"run_in_words", teaches ? in_words(lab, verdict) : Values()},
            {"places", places_of(verdict.because, todo)},
            {"moment", run ? moment(*run, verdict) : Values()},
            {"run", run ? Values{{"id", id_of(*run)}, {"scenario", one_line(run->scenario, 60)}} : Values()},
            {"hints", teaches && check && style_.hints && !about_an_earlier_step(verdict.because)
                          ? values_of(hints(*rubric::numbered(labs_, lab), *check, verdict.because), lab)
                          : Values()},
            {"log", verdict.outcome == Outcome::kNotBuilt && !told ? log(lab, verdict) : Values()}};
  }

  Values in_words(const std::string& lab, const Verdict& verdict) const {
    const Run* of = run_of(verdict, lab, runs_);
    const text::Bilingual what = of && style_.run_in_words ? style_.run_in_words(*of) : text::Bilingual();
    if (what.en.empty()) return {};
    return in_both(run_and_end(*of, what, Language::kEnglish, verdict.because), run_and_end(*of, what, Language::kKorean, verdict.because));
  }

  // `todo`: what the TODO on the line says in Korean, or null.
  static Values places_of(const trace::Because& because, const std::string* todo) {
    Values all = Values::array();
    const auto add = [&](const char* where, const trace::Place& place, const std::string& in_korean = "") {
      if (place) all.push_back({{"where", said(where)}, {"in_korean", in_korean}, {"label", label(place)}, {"code", source_line(place)}});
    };
    add(because.unchanged ? "page_unchanged" : because.belongs_here ? "page_belongs_here" : "page_where", because.place, todo ? *todo : "");
    add(cause_words(because.cause).label, because.cause_place);
    return all;
  }

  Values moment(const Run& run, const Verdict& verdict) const {
    const auto order = verdict.because.order;
    const auto at = order ? at_moment(run, *order) : std::nullopt;
    if (!at) return {};
    Values values = at->words;
    values["at"] = text::in_milliseconds(at->at_us);
    values["scenario"] = one_line(run.scenario, 60);
    values["mark"] = fmt::format("{}-o{}", id_of(run), *order);
    return values;
  }

  // The first hint; each plainer one is inside the one before it.
  static Values values_of(const Hints& hints, const std::string& lab) {
    if (hints.texts.empty()) return {};
    Values plainer = Values::array();
    for (std::size_t i = 1; i < hints.texts.size(); ++i) plainer.push_back(with_code(hints.texts[i]));
    return {{"first", with_code(hints.texts.front())}, {"plainer", std::move(plainer)}, {"lab", lab}, {"step", hints.step}};
  }

  Values log(const std::string& lab, const Verdict& verdict) const {
    for (const Run& run : runs_) {
      const bool its = run.lab == lab && run.program == suite_of(verdict.check) && run.outcome == Run::Outcome::kNotBuilt &&
                       !run.reason.starts_with("two_");
      if (!its || run.detail.empty()) continue;
      const std::string decoded = text::decode_output(run.detail, true);
      const auto english = explained_error(decoded, Language::kEnglish), korean = explained_error(decoded, Language::kKorean);
      return {{"says", english ? in_both(english->says, korean->says) : Values()},
              {"hint", english && style_.hints ? in_both(english->hint, korean->hint) : Values()},
              {"printed", as_html(printed(said("report_compiler"), students_messages(decoded), false, true))}};
    }
    return {};
  }

  // A name that is one long word may wrap before a capital letter.
  static Values breakable(const std::string& name) {
    const std::string line = one_line(name, 100);
    Values parts = Values::array();
    for (std::size_t at = 0, end; at < line.size(); at = end) {
      end = std::min(line.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", at + 1), line.size());
      parts.push_back({{"again", at > 0}, {"part", line.substr(at, end - at)}});
    }
    return parts;
  }

  const trace::Result& result_;
  const std::vector<rubric::Lab>& labs_;
  const std::vector<Run>& runs_;
  const Style& style_;
  std::map<const Run*, Flags> flags_;
  std::map<const Run*, std::string> figures_;  // the ids of the figures on the page
  std::map<const Verdict*, std::size_t> numbers_;
  std::set<std::string> told_;
};

}  // namespace

std::string html(const trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<Run>& runs, const Style& style) {
  return ReportPage(result, labs, runs, style).text();
}

std::string html(const std::vector<Run>& runs, const Style& style) {
  const std::string name =
      runs.empty() ? "" : one_line(runs.front().submission.empty() ? runs.front().program : runs.front().submission, 60);
  const auto title = [&](Language language) { return text::sentence(language, "page_runs_title", {{"name", name}}); };
  std::string figures;
  for (std::size_t i = 0; i < runs.size(); ++i) figures += figure(runs[i], fmt::format("run-{}", i), {}, style, kBelowTitle);
  return framed(
      style, {title(Language::kEnglish), title(Language::kKorean)},
      {{"summary", ""}, {"several", false}, {"legend", true}, {"filter", ""}, {"labs", Values::array()}, {"figures", as_html(figures)}});
}

}  // namespace lab::report
