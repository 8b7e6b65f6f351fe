// The report page: verdicts or runs as one HTML file that needs nothing else.
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

constexpr int kBelowTitle = 2, kBelowCheck = 4;  // levels of headings

std::string framed(const Style& style, const text::Bilingual& title, const std::string& header, const std::string& main) {
  return filled_template(page_html().text, {{"head", page_head(title, "page_skip", page_css(), page_js(), style.language)},
                                            {"heading", both(title.en, title.ko)},
                                            {"header", header},
                                            {"main", main},
                                            {"step_words", filled_template(step_words_html().text)},
                                            {"js", std::string(page_js().text)}});
}

std::string legend() { return filled_template(legend_html().text); }

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
    const std::string header = summary();
    html_ = (runs_.empty() ? "" : legend()) + filter();
    for (const auto& lab : result_.labs) write(lab);
    return framed(style_, {title(Language::kEnglish), title(Language::kKorean)}, header, html_);
  }

 private:
  // Whose report it is; the labs of a kit lie in folders of their own, and no name is that of all.
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

  // Which run a verdict rests on, and the moments of a run that verdicts point at.
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

  // The number of a verdict in the page, for its id.
  std::string id_of(const Verdict& verdict) const { return fmt::format("check-{}", numbers_.at(&verdict)); }

  static std::string bar(int score, int max) {
    return fmt::format(
        "<svg class=\"score\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"all\" width=\"100\" "
        "height=\"4\"/><rect class=\"got\" width=\"{}\" height=\"4\"/></svg>",
        max > 0 ? score * 100 / max : 0);
  }

  static std::string hint_of(const text::Bilingual& text) { return both_with_code(text.en, text.ko); }
  static std::string both_of(const text::Bilingual& text) { return both(text.en, text.ko); }

  std::string lab_title(const std::string& number) const {
    const rubric::Lab* lab = rubric::numbered(labs_, number);
    return both_say("report_lab", {{"lab", number}}) + (lab ? " <span class=\"what\">" + both_of(lab->title) + "</span>" : "");
  }

  std::string summary() const {
    std::size_t checks = 0, passed = 0;
    std::string html;
    for (const auto& lab : result_.labs) {
      for (const Verdict& verdict : lab.verdicts) {
        ++checks;
        passed += verdict.outcome == Outcome::kPassed;
      }
    }
    const auto [next_lab, next] = next_to_fix(result_, labs_);
    html += "<p class=\"total\">" +
            both_say("report_score", {{"score", result_.score()}, {"max", result_.max_score()}, {"passed", passed}, {"checks", checks}}) +
            "</p>" + bar(result_.score(), result_.max_score()) + "\n";
    if (result_.unjudged_points() > 0) html += "<p>" + both_say("report_unjudged", {{"points", result_.unjudged_points()}}) + "</p>\n";
    if (next) {
      html += fmt::format("<p class=\"next\"><a href=\"#{}\">{}</a></p>", id_of(*next),
                          both_say(next_sentence(style_), {{"check", one_line(next->check, 100)}}));
      if (const std::string again = command_again(style_, next_lab); !again.empty())
        html += "<pre class=\"command\" dir=\"ltr\">" + escaped(again) + "</pre>";
      html += "\n";
    } else if (checks > 0 && passed == checks) {
      html += "<p class=\"next\">" + both_say("report_all_passed") + "</p>\n";
    }
    const MadeOn made = made_on(result_.platform);
    const char* const sandbox = sandbox_sentence(result_);
    html += "<p class=\"made\">" +
            (made.platform.empty() ? "" : both_say(made.sentence, {{"platform", one_line(made.platform, 60)}}) + " ") +
            (sandbox ? both_say(sandbox) + " " : "") +
            both_say("page_versions", {{"grader", one_line(result_.grader, 40)}, {"rubric", one_line(result_.rubric, 40)}}) + "</p>\n";
    if (result_.labs.size() > 1) {
      html += "<nav aria-labelledby=\"labs\"><h2 id=\"labs\" class=\"heard\">" + both_say("page_labs") + "</h2><ul>\n";
      for (const auto& lab : result_.labs)
        html += fmt::format("<li><a href=\"#lab-{0}\">{1}</a> <span class=\"points\">{2}/{3}</span>{4}</li>\n", escaped(lab.lab),
                            lab_title(lab.lab), lab.score, lab.max_score, bar(lab.score, lab.max_score));
      html += "</ul></nav>\n";
    }
    return html;
  }

  // Where some checks failed and others did not, the failed ones can be had alone.
  std::string filter() const {
    std::size_t failed = 0, checks = 0;
    for (const auto& lab : result_.labs)
      for (const Verdict& verdict : lab.verdicts) ++checks, failed += std::string_view(tone(verdict.outcome)) == "bad";
    if (failed == 0 || failed == checks) return "";
    return "<p class=\"filter\"><button type=\"button\" data-only-failed aria-pressed=\"false\">" +
           both_say("page_only_failed", {{"failed", failed}, {"checks", checks}}) + "</button></p>\n";
  }

  void write(const trace::LabResult& lab) {
    html_ += fmt::format(
        "<section class=\"lab\" id=\"lab-{0}\" aria-labelledby=\"lab-{0}-title\">\n<h2 id=\"lab-{0}-title\">{1} <span "
        "class=\"points\">{2}/{3}</span></h2>\n",
        escaped(lab.lab), lab_title(lab.lab), lab.score, lab.max_score);
    for (const Verdict& verdict : lab.verdicts) write(lab.lab, verdict);
    for (const Run& run : runs_)
      if (run.lab == lab.lab && run.facts.count("show_output") != 0 && run.outcome == Run::Outcome::kRecorded && !figures_.count(&run))
        embed(run, {});
    html_ += "</section>\n";
  }

  void embed(const Run& run, const Flags& flags) {
    const std::string id = fmt::format("run-{}", figures_.size());
    figures_[&run] = id;
    html_ += figure(run, id, flags, style_, kBelowCheck);
  }

  static std::string line_of(const trace::Place& place) {
    return escaped(label(place)) + "<br><span class=\"code\">" + escaped(source_line(place)) + "</span>";
  }

  void write(const std::string& lab, const Verdict& verdict) {
    html_ += fmt::format(
        "<article class=\"check {0}\" id=\"{1}\" aria-labelledby=\"{1}-name\">\n<h3 id=\"{1}-name\"><span class=\"id\">{2}</span> <span "
        "class=\"outcome\">{3}</span> <span class=\"points\">{4}/{5}</span></h3>\n",
        tone(verdict.outcome), id_of(verdict), breakable(verdict.check),
        both(outcome_word(verdict.outcome, Language::kEnglish), outcome_word(verdict.outcome, Language::kKorean)),
        points_word(result_, verdict), verdict.max_points);
    const rubric::Check* check = rubric::check_of(labs_, lab, verdict.check);
    const std::string title = check ? both_of(check->title) : "";
    const std::string why_en = reason(verdict.because, Language::kEnglish);
    const std::string why = with_breaks(both_with_code(why_en, reason(verdict.because, Language::kKorean)));
    if (verdict.outcome == Outcome::kPassed) {
      if (!title.empty()) html_ += "<p>" + title + "</p>\n";
      if (is_remark(verdict.because) && !why_en.empty())
        html_ += "<p class=\"remark\"><strong>" + both_say("page_remark") + "</strong> " + why + "</p>\n";
      html_ += "</article>\n";
      return;
    }
    const bool teaches = !is_about_program(verdict.outcome) && verdict.outcome != Outcome::kSkipped;
    html_ += "<dl>\n";
    if (!title.empty() && !is_about_program(verdict.outcome)) row("page_expected", title);
    // A program that is not there fails every check for one reason: it is told once.
    const bool told = is_about_program(verdict.outcome) && !told_.insert(why_en).second;
    if (!why_en.empty() && !told)
      row(is_about_program(verdict.outcome) || verdict.outcome == Outcome::kSkipped ? "page_why" : "page_seen", why, " class=\"reason\"");
    if (told) row("page_why", both_say("page_as_above"));
    if (const Run* of = teaches ? run_of(verdict, lab, runs_) : nullptr; of && style_.run_in_words)
      if (const text::Bilingual what = style_.run_in_words(*of); !what.en.empty())
        row("page_run_of",
            both(run_and_end(*of, what, Language::kEnglish, verdict.because), run_and_end(*of, what, Language::kKorean, verdict.because)));
    if (const trace::Place& place = verdict.because.place)
      row(verdict.because.belongs_here ? "page_belongs_here" : "page_where", line_of(place));
    if (const trace::Place& place = verdict.because.cause_place)
      row(verdict.because.cause == trace::Cause::kClosedEarlier ? "page_closed_at" : "page_thread_started_at", line_of(place));
    const Run* run = is_about_program(verdict.outcome) ? nullptr : run_of(verdict, lab, runs_);
    const auto order = verdict.because.order;
    const auto at = run && order ? at_moment(*run, *order) : std::nullopt;
    const bool shown = run && flags_.count(run) != 0;
    if (shown) {
      const std::string id = figures_.count(run) ? figures_.at(run) : fmt::format("run-{}", figures_.size());
      if (at)
        row("page_when", both_say("page_at", {{"at", fmt::format("{:.1f}", static_cast<double>(at->at_us) / 1000)},
                                              {"scenario", one_line(run->scenario, 60)}}) +
                             "<br><span class=\"code\">" + at->words + "</span><br><a class=\"jump\" href=\"#" +
                             fmt::format("{}-o{}", id, *order) + "\">" + both_say("page_jump") + "</a>");
      else
        row("page_when", "<a href=\"#" + id + "\">" + both_say("page_in_run", {{"scenario", one_line(run->scenario, 60)}}) + "</a>");
    }
    if (teaches && check && style_.hints && !about_an_earlier_step(verdict.because)) {
      const Hints all = hints(*rubric::numbered(labs_, lab), *check, verdict.because);
      if (!all.texts.empty()) row("page_next", opening_hints(lab, all));
    }
    html_ += "</dl>\n";
    if (verdict.outcome == Outcome::kNotBuilt && !told) log(lab, verdict);
    html_ += "</article>\n";
    if (shown && !figures_.count(run)) embed(*run, flags_.at(run));
  }

  void row(const char* name, const std::string& html, const char* attributes = "") {
    html_ += fmt::format("<dt>{}</dt><dd{}>{}</dd>\n", both_say(name), attributes, html);
  }

  // The first hint; each plainer one opens out of the one before.
  static std::string opening_hints(const std::string& lab, const Hints& all) {
    std::string html = "<p>" + hint_of(all.texts.front()) + "</p>", closing;
    for (std::size_t i = 1; i < all.texts.size(); ++i) {
      html += "<details class=\"hint\"><summary>" + both_say("page_more_hint") + "</summary><p>" + hint_of(all.texts[i]) + "</p>";
      closing += "</details>";
    }
    html += closing;
    if (all.step > 0) html += "<p class=\"step\">" + both_say("page_step", {{"lab", lab}, {"step", all.step}}) + "</p>";
    return html;
  }

  void log(const std::string& lab, const Verdict& verdict) {
    for (const Run& run : runs_) {
      const bool its = run.lab == lab && run.program == suite_of(verdict.check) && run.outcome == Run::Outcome::kNotBuilt &&
                       !run.reason.starts_with("two_");
      if (!its || run.detail.empty()) continue;
      const std::string decoded = text::decode_output(run.detail, true);
      if (const auto english = explained_error(decoded, Language::kEnglish)) {
        const auto korean = explained_error(decoded, Language::kKorean);
        html_ += "<p>" + both(english->says, korean->says) + "</p>\n";
        if (style_.hints) html_ += "<p>" + both(english->hint, korean->hint) + "</p>\n";
      }
      html_ += printed_html(both_say("report_compiler"), students_messages(decoded), false, true);
      return;
    }
  }

  static std::string with_breaks(const std::string& html) {
    std::string out;
    for (const char c : html) out += c == '\n' ? "<br>" : std::string(1, c);
    return out;
  }

  // A name of one long word may be broken before a capital letter.
  static std::string breakable(const std::string& name) {
    const std::string line = one_line(name, 100);
    std::string html;
    for (std::size_t at = 0, end; at < line.size(); at = end) {
      end = std::min(line.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", at + 1), line.size());
      html += (at > 0 ? "<wbr>" : "") + escaped(std::string_view(line).substr(at, end - at));
    }
    return html;
  }

  const trace::Result& result_;
  const std::vector<rubric::Lab>& labs_;
  const std::vector<Run>& runs_;
  const Style& style_;
  std::map<const Run*, Flags> flags_;
  std::map<const Run*, std::string> figures_;  // the ids of those that are on the page
  std::map<const Verdict*, std::size_t> numbers_;
  std::set<std::string> told_;
  std::string html_;
};

}  // namespace

std::string html(const trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<Run>& runs, const Style& style) {
  return ReportPage(result, labs, runs, style).text();
}

std::string html(const std::vector<Run>& runs, const Style& style) {
  const std::string name =
      runs.empty() ? "" : one_line(runs.front().submission.empty() ? runs.front().program : runs.front().submission, 60);
  const auto title = [&](Language language) { return text::sentence(language, "page_runs_title", {{"name", name}}); };
  std::string main = legend();
  for (std::size_t i = 0; i < runs.size(); ++i) main += figure(runs[i], fmt::format("run-{}", i), {}, style, kBelowTitle);
  return framed(style, {title(Language::kEnglish), title(Language::kKorean)}, "", main);
}

}  // namespace lab::report
