// The report of one submission on the console.
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "report/columns.h"
#include "report/compiler_log.h"
#include "report/compiler_words.h"
#include "report/describe.h"
#include "report/reason.h"
#include "report/report.h"

namespace lab::report {
namespace {

using text::sentence;
using trace::Outcome;
using trace::Run;
using trace::Verdict;

constexpr int kBesideName = 25;  // columns for a check's outcome and points
constexpr int kDetail = 4;       // indentation of the text below a check
constexpr std::size_t kMostLogLines = 12;
constexpr std::size_t kMostWarningLines = 200;
constexpr std::size_t kMostTold = 3;  // the most warnings shown with a failing check

enum class Tone { kGood, kBad, kNotJudged, kHint, kStrong };

class Console {
 public:
  Console(const trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<Run>& runs, Style style)
      : result_(result), labs_(labs), runs_(runs), style_(style) {
    style_.width = std::max(style_.width, 60);
  }

  std::string text() {
    for (const auto& lab : result_.labs) write(lab);
    return end();
  }

  std::string one(const Verdict& verdict, const std::string& lab) {
    heading(verdict, std::min(columns(verdict.check), style_.width - kBesideName));
    details(lab, verdict);
    return std::move(text_);
  }

  std::string errors_in(const std::string& log) {
    compile_errors(text::decode_output(log, true));
    return std::move(text_);
  }

  std::string end() {
    summary();
    return std::move(text_);
  }

 private:
  template <class... Args>
  std::string say(const char* id, Args&&... args) const {
    return sentence(style_.language, id, std::forward<Args>(args)...);
  }

  std::string toned(const std::string& text, Tone tone) const {
    if (!style_.color) return text;
    constexpr const char* kCodes[] = {"32", "31", "33", "36", "1"};
    return fmt::format("\x1b[{}m{}\x1b[0m", kCodes[static_cast<int>(tone)], text);
  }

  // Wraps the text and colours each line separately: a newline inside a colour makes some terminals colour the rest of the line.
  void paragraph(const std::string& text, int indent, std::optional<Tone> tone = {}) {
    const std::string lines = wrapped(text, indent, style_.width);
    for (std::size_t at = 0; tone && at < lines.size();) {
      const std::size_t end = lines.find('\n', at);
      text_ += toned(lines.substr(at, end - at), *tone) + "\n";
      at = end + 1;
    }
    if (!tone) text_ += lines;
  }

  void write(const trace::LabResult& lab) {
    if (lab.verdicts.empty()) return;  // --only names none of its checks
    const rubric::Lab* known = rubric::numbered(labs_, lab.lab);
    const std::string points = fmt::format("{}/{}", lab.score, lab.max_score);
    std::string title = say("report_lab", nlohmann::json{{"lab", lab.lab}});
    if (known) title += "  " + known->title.in(style_.language);
    const int room = style_.width - static_cast<int>(points.size());
    text_ += toned(fitted(clipped(title, room - 2), room), Tone::kStrong) + points + "\n\n";

    int name_width = 0;
    for (const Verdict& verdict : lab.verdicts) name_width = std::max(name_width, columns(verdict.check));
    name_width = std::min(name_width, style_.width - kBesideName);
    for (const Verdict& verdict : lab.verdicts) {
      heading(verdict, name_width);
      details(lab.lab, verdict);
    }
    if (!text_.ends_with("\n\n")) text_ += "\n";
    for (const Verdict& verdict : lab.verdicts) warnings_of_passing(lab.lab, suite_of(verdict.check));
    printed(lab.lab);
    if (style_.all_warnings) all_warnings(lab.lab);
  }

  void all_warnings(const std::string& lab) {
    for (const auto& [program, log] : style_.warnings) {
      if (!program.starts_with(lab + "/")) continue;
      paragraph(say("report_warnings_of", nlohmann::json{{"program", program.substr(lab.size() + 1)}}), 2);
      text_ += compiler_log(text::decode_output(log, true), kDetail, style_.width, kMostWarningLines).text + "\n";
    }
  }

  // Shows each warning once: with the first of the program's checks that fails or crashes.
  void telling_warnings_of(const std::string& lab, std::string_view program, Seen seen) {
    for (const Explained& warning : untold_warnings_of(lab, program, seen))
      paragraph(say("report_warning", nlohmann::json{{"warning", warning.says}, {"hint", warning.hint}}), kDetail, Tone::kHint);
  }

  // Shows the warnings of a program without a failing check: no recorded run shows what is wrong with it, but something is.
  void warnings_of_passing(const std::string& lab, std::string_view program) {
    const auto warnings = untold_warnings_of(lab, program, Seen::kNothing);
    for (const Explained& warning : warnings)
      paragraph(say("report_warning_of", nlohmann::json{{"program", program}, {"warning", warning.says}, {"hint", warning.hint}}), 2,
                Tone::kHint);
    if (!warnings.empty()) text_ += "\n";
  }

  std::vector<Explained> untold_warnings_of(const std::string& lab, std::string_view program, Seen seen) {
    const auto found = style_.warnings.find(lab + "/" + std::string(program));
    if (found == style_.warnings.end()) return {};
    const auto [before, is_first] = warned_.try_emplace(found->first, seen);
    if (!is_first && before->second >= seen) return {};
    before->second = seen;
    std::vector<Explained> warnings = telling_warnings(text::decode_output(found->second, true), style_.language, seen);
    std::erase_if(warnings, [&](const Explained& one) { return told_.contains(found->first + one.says); });
    if (warnings.size() > kMostTold) warnings.resize(kMostTold);
    for (const Explained& one : warnings) told_.insert(found->first + one.says);
    return warnings;
  }

  // The output and exit code of the run that the scenario marks for this: the student's own program at work.
  void printed(const std::string& lab) {
    for (const Run& run : runs_) {
      if (run.lab != lab || run.facts.count("show_output") == 0 || (run.output.empty() && run.errors.empty())) continue;
      paragraph(heading_of_output(run), 2);
      first_lines(run.output);
      if (!run.errors.empty()) paragraph(say("report_printed_errors"), 2);
      first_lines(run.errors);
      if (run.actor().end == trace::Program::End::kItself || run.actor().end == trace::Program::End::kCrashed)
        paragraph(say("report_exit_code", nlohmann::json{{"code", run.actor().exit_code}}), 2);
      text_ += "\n";
    }
  }

  std::string heading_of_output(const Run& run) const {
    const text::Bilingual what = style_.run_in_words ? style_.run_in_words(run) : text::Bilingual();
    if (what.en.empty()) return say("report_printed", nlohmann::json{{"program", run.program}});
    return say("report_printed_in", nlohmann::json{{"program", run.program}, {"what", what.in(style_.language)}});
  }

  void first_lines(const std::string& output) {
    constexpr std::size_t kLines = 8;
    std::istringstream lines(text::decode_output(output, true));
    std::size_t shown = 0;
    for (std::string line; shown < kLines && std::getline(lines, line); ++shown) text_ += "    " + clipped(line, style_.width - 4) + "\n";
  }

  void heading(const Verdict& verdict, int name_width) {
    const Outcome outcome = verdict.outcome;
    const bool not_judged = outcome == Outcome::kSkipped || outcome == Outcome::kNotGradable || outcome == Outcome::kGraderError;
    const Tone tone = outcome == Outcome::kPassed ? Tone::kGood : not_judged ? Tone::kNotJudged : Tone::kBad;
    text_ += "  " + fitted(verdict.check, name_width) + "   " + toned(fitted(outcome_word(outcome, style_.language), 12), tone) +
             fmt::format("{:>4}/{}\n", points_word(result_, verdict), verdict.max_points);
  }

  void details(const std::string& lab, const Verdict& verdict) {
    const std::string why = reason(verdict.because, style_.language);
    if (verdict.outcome == Outcome::kPassed) {
      if (is_remark(verdict.because) && !why.empty()) paragraph(say("report_remark", nlohmann::json{{"remark", why}}), kDetail);
      return;
    }
    // A missing program, or a check that many others depend on, is the same reason for all of them, so it is reported once.
    const bool teaches =
        verdict.outcome == Outcome::kFailed || verdict.outcome == Outcome::kTimedOut || verdict.outcome == Outcome::kCrashed;
    if (!teaches && !why.empty() && !told_.insert(why).second) return;

    const rubric::Check* known = rubric::check_of(labs_, lab, verdict.check);
    if (teaches && known) paragraph(known->title.in(style_.language), kDetail);
    if (!why.empty()) paragraph(why, kDetail);
    if (verdict.because.belongs_here) todo(lab, known, verdict.because);
    if (const trace::Place& place = verdict.because.place) line_of(place);
    if (const trace::Place& place = verdict.because.cause_place) {
      paragraph(say(cause_words(verdict.because.cause).sentence), kDetail);
      line_of(place);
    }
    if (verdict.outcome == Outcome::kNotBuilt) log(lab, verdict);
    if (teaches) telling_warnings_of(lab, suite_of(verdict.check), verdict.outcome == Outcome::kCrashed ? Seen::kCrash : Seen::kFailure);
    if (const Run* run = run_of(verdict, lab, runs_)) played(*run, verdict, teaches);
    if (teaches && known && !about_an_earlier_step(verdict.because))
      hint(lab, hints(*rubric::numbered(labs_, lab), *known, verdict.because));
    text_ += "\n";
  }

  // Introduces the line of the TODO, which is in English.
  void todo(const std::string& lab, const rubric::Check* check, const trace::Because& because) {
    paragraph(say(because.unchanged ? "report_unchanged" : "report_belongs_here"), kDetail);
    const bool korean = style_.language == text::Language::kKorean;
    const std::string* const words = korean && check ? todo_in_korean(*rubric::numbered(labs_, lab), *check, because) : nullptr;
    if (words) paragraph(*words, kDetail + 2);
  }

  void line_of(const trace::Place& place) {
    paragraph(label(place, style_.places) + (style_.code ? ": " + source_line(place) : ""), kDetail + 2);
  }

  // Which run it was and how it ended, with the moment of the reason, or else the run's end.
  void played(const Run& run, const Verdict& verdict, bool teaches) {
    const std::string words =
        teaches && style_.run_in_words ? run_and_end(run, style_.run_in_words(run), style_.language, verdict.because) : "";
    if (!words.empty()) paragraph(words, kDetail);
    if (verdict.because.order || teaches) text_ += stretch(run, verdict.because.order, style_, kDetail);
  }

  void hint(const std::string& lab, const Hints& all) {
    const bool hinted = style_.hints && !all.texts.empty();
    nlohmann::json args = {{"lab", lab}};
    if (hinted) args["hint"] = all.texts.front().in(style_.language);
    if (all.step > 0) args["step"] = all.step;
    if (hinted)
      paragraph(all.step > 0 ? say("report_hint", args) : say("report_hint_no_step", args), kDetail, Tone::kHint);
    else if (all.step > 0)
      paragraph(say("report_step", args), kDetail, Tone::kHint);
  }

  void log(const std::string& lab, const Verdict& verdict) {
    for (const Run& run : runs_) {
      if (run.lab != lab || run.program != suite_of(verdict.check) || run.outcome != Run::Outcome::kNotBuilt ||
          run.reason.starts_with("two_") || run.detail.empty())
        continue;
      compile_errors(text::decode_output(run.detail, true));
      return;
    }
  }

  void compile_errors(const std::string& log) {
    if (const auto known = explained_error(log, style_.language)) {
      paragraph(known->says, kDetail);
      if (style_.hints) paragraph(say("report_compile_hint", nlohmann::json{{"hint", known->hint}}), kDetail, Tone::kHint);
    }
    text_ += std::string(kDetail, ' ') + say("report_compiler") + "\n";
    const CompilerLog shown = compiler_log(log, kDetail + 2, style_.width, kMostLogLines);
    text_ += shown.text;
    if (shown.left_out > 0)
      text_ += std::string(kDetail + 2, ' ') + say("report_more_lines", nlohmann::json{{"count", shown.left_out}}) + "\n";
  }

  void summary() {
    std::size_t checks = 0, passed = 0;
    const Verdict* broken = nullptr;
    for (const auto& lab : result_.labs) {
      for (const Verdict& verdict : lab.verdicts) {
        ++checks;
        passed += verdict.outcome == Outcome::kPassed;
        if (verdict.outcome == Outcome::kGraderError && !broken) broken = &verdict;
      }
    }
    const auto [next_lab, next] = next_to_fix(result_, labs_);
    paragraph(say("report_score",
                  nlohmann::json{{"score", result_.score()}, {"max", result_.max_score()}, {"passed", passed}, {"checks", checks}}),
              0, Tone::kStrong);
    if (result_.unjudged_points() > 0)
      paragraph(say("report_unjudged", nlohmann::json{{"points", result_.unjudged_points()}}), 0, Tone::kNotJudged);
    const MadeOn made = made_on(result_.platform);
    if (!made.platform.empty()) paragraph(say(made.sentence, nlohmann::json{{"platform", made.platform}}), 0);
    if (const char* id = sandbox_sentence(result_)) paragraph(say(id), 0);
    const bool may_run_again = style_.judged != Judged::kRecordings;
    if (broken && may_run_again) paragraph(say("report_grader_failed", nlohmann::json{{"check", broken->check}}), 0, Tone::kNotJudged);
    if (next) {
      // Commands are on separate lines and never wrapped, so that they can be copied.
      paragraph(say(next_sentence(style_, *next), nlohmann::json{{"check", next->check}}), 0);
      if (const std::string again = command_again(style_, next_lab); !again.empty()) text_ += "  " + again + "\n";
      const bool kept = style_.judged == Judged::kLabs;
      paragraph(say(kept ? "report_more_hints" : "report_hints_of_check"), 0);
      text_ += "  " + style_.command + " hint " + next_lab + " " + next->check + (kept ? "" : " --count 2") + style_.options + "\n";
    } else if (checks > 0 && passed == checks) {
      paragraph(say("report_all_passed"), 0, Tone::kGood);
    }
  }

  const trace::Result& result_;
  const std::vector<rubric::Lab>& labs_;
  const std::vector<Run>& runs_;
  Style style_;
  std::set<std::string> told_;
  std::map<std::string, Seen> warned_;  // programs whose warnings were shown, and for which kind of failure
  std::string text_;
};

}  // namespace

std::string console(const trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<Run>& runs, const Style& style) {
  return Console(result, labs, runs, style).text();
}

std::string explanation(const Verdict& verdict, const std::string& lab, const std::vector<rubric::Lab>& labs, const std::vector<Run>& runs,
                        const Style& style) {
  const trace::Result none;
  return Console(none, labs, runs, style).one(verdict, lab);
}

std::string compile_errors(const std::string& log, const Style& style) {
  const trace::Result none;
  const std::vector<rubric::Lab> no_labs;
  const std::vector<Run> no_runs;
  return Console(none, no_labs, no_runs, style).errors_in(log);
}

std::string summary(const trace::Result& result, const std::vector<rubric::Lab>& labs, const Style& style) {
  return Console(result, labs, {}, style).end();
}

}  // namespace lab::report
