// Generates the sentence for a verdict's reason, and finds the run that it is based on and the verdict to fix first.
#include "report/reason.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace lab::report {

using text::sentence;
using trace::Outcome;

std::string_view suite_of(std::string_view check) { return check.substr(0, check.find('.')); }

std::string outcome_word(Outcome outcome, text::Language language) {
  switch (outcome) {
    case Outcome::kPassed:
      return sentence(language, "outcome_passed");
    case Outcome::kFailed:
      return sentence(language, "outcome_failed");
    case Outcome::kSkipped:
      return sentence(language, "outcome_skipped");
    case Outcome::kTimedOut:
      return sentence(language, "outcome_timed_out");
    case Outcome::kCrashed:
      return sentence(language, "outcome_crashed");
    case Outcome::kNotGradable:
      return sentence(language, "outcome_not_gradable");
    case Outcome::kGraderError:
      return sentence(language, "outcome_grader_error");
    case Outcome::kNotBuilt:
      return sentence(language, "outcome_not_built");
  }
  return "";
}

namespace {

std::string filled(const trace::Words& words, const trace::Because& because, text::Language language) {
  return text::filled(language, words.en, words.ko, because.args);
}

}  // namespace

std::string points_word(const trace::Result& result, const trace::Verdict& verdict) {
  return result.is_open(verdict) ? "-" : std::to_string(verdict.points);
}

std::string reason(const trace::Because& because, text::Language language) {
  if (!because) return "";
  try {
    return filled({because.reason->en, because.reason->ko}, because, language);
  } catch (const std::logic_error&) {
    const std::string data = std::string(because.id()) + " " + because.args.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return text::decode_output(data, true).substr(0, 2000);
  }
}

MadeOn made_on(const std::string& platform) {
  constexpr std::string_view kCorrected = ", corrected";
  if (!platform.ends_with(kCorrected)) return {"report_platform", platform};
  return {"report_platform_corrected", platform.substr(0, platform.size() - kCorrected.size())};
}

const char* sandbox_sentence(const trace::Result& result) {
  if (result.sandbox.empty()) return nullptr;
  if (result.sandbox == trace::kOtherUser) return "report_other_user";
  if (result.sandbox != trace::kSandboxed) return "report_no_sandbox";
  return result.sandbox_limits == trace::kSharedLimits ? "report_sandbox_group" : "report_sandbox_process";
}

bool is_remark(const trace::Because& because) { return because && because.reason->outcome == Outcome::kPassed; }

CauseWords cause_words(trace::Cause cause) {
  if (cause == trace::Cause::kClosedEarlier) return {"report_closed_at", "page_closed_at"};
  return {"report_thread_started_at", "page_thread_started_at"};
}

bool about_an_earlier_step(const trace::Because& because) { return because && because.reason->earlier_step && !because.unchanged; }

namespace {

// The first check of that program in that step; null if there is none.
const rubric::Check* check_of_step(const rubric::Lab& lab, std::string_view program, int step) {
  const auto found = std::find_if(lab.checks.begin(), lab.checks.end(),
                                  [&](const rubric::Check& check) { return check.step == step && suite_of(check.id) == program; });
  return found == lab.checks.end() ? nullptr : &*found;
}

}  // namespace

Hints hints(const rubric::Lab& lab, const rubric::Check& check, const trace::Because& because) {
  Hints out;
  const rubric::Check* fitting = &check;
  if (because.unchanged && because.step > 0) {
    fitting = check_of_step(lab, suite_of(check.id), because.step);
  } else if (because) {
    const trace::Reason& row = *because.reason;
    if (!row.hints_of.empty())
      if (const rubric::Check* other = lab.check(fmt::format("{}.{}", suite_of(check.id), row.hints_of))) fitting = other;
    try {
      if (!row.hint.en.empty() && !because.unchanged)
        out.texts.push_back({filled(row.hint, because, text::Language::kEnglish), filled(row.hint, because, text::Language::kKorean)});
    } catch (const std::logic_error&) {  // a saved verdict lacks an argument of the hint: keep the other hints
    }
  }
  if (fitting) out.texts.insert(out.texts.end(), fitting->hints.begin(), fitting->hints.end());
  out.step = because.step > 0 ? because.step : fitting->step;
  return out;
}

const std::string* todo_in_korean(const rubric::Lab& lab, const rubric::Check& check, const trace::Because& because) {
  return because.belongs_here ? lab.todo_in_korean(hints(lab, check, because).step) : nullptr;
}

const trace::Run* run_of(const trace::Verdict& verdict, const std::string& lab, const std::vector<trace::Run>& runs) {
  if (verdict.because.run.empty()) return nullptr;
  const trace::Run* found = nullptr;
  for (const trace::Run& run : runs) {
    if (run.lab != lab || verdict.because.run != run.scenario) continue;
    if (run.program == suite_of(verdict.check)) return &run;
    if (!found) found = &run;  // a scenario of another program, if the check's own program has none with that name
  }
  return found;
}

const char* next_sentence(const Style& style, const trace::Verdict& next) {
  static const std::set<std::string_view> kNotThere{"not_built_missing", "no_files", "other_files", "other_name", "archive", "left_out"};
  if (style.judged == Judged::kSaved) return "report_next_to_save";
  if (style.judged == Judged::kRecordings) return "report_next_to_record";
  return next.because && kNotThere.count(next.because.reason->id) > 0 ? "report_next_to_add" : "report_next";
}

std::string command_again(const Style& style, const std::string& lab) {
  if (style.judged == Judged::kRecordings || style.judged == Judged::kSaved) return "";
  return style.again.empty() ? style.command + " check " + lab + style.options : style.again;
}

namespace {

std::string end_of(const trace::Run& run, nlohmann::json args, text::Language language) {
  if (stopped_by_bounds_check(run)) return sentence(language, "report_run_stopped", args);
  const trace::ProgramEnd end = run.actor().end;
  if (end == trace::ProgramEnd::kItself || end == trace::ProgramEnd::kCrashed) return sentence(language, "report_run", args);
  const auto ended = std::find_if(run.calls.begin(), run.calls.end(), [](const trace::Call& call) {
    return call.program == trace::kUnderTest && call.ended_by_grader && call.error != 0;
  });
  if (ended == run.calls.end()) return sentence(language, "report_run_ended", args);
  if (ended->text.count("stream") > 0) return sentence(language, "report_run_ended_at_input", args);
  args.update({{"call", trace::name(ended->api)}, {"error", ended->error}});
  return sentence(language, "report_run_ended_in_call", args);
}

// The last line that the program wrote to stderr in that run; "" if it is shown anyway.
std::string last_words(const trace::Run& run, const trace::Because& because) {
  if (run.facts.count("show_output") > 0) return "";
  std::istringstream lines(text::decode_output(run.errors, true));
  std::string last;
  for (std::string line; std::getline(lines, line);)
    if (const std::size_t end = line.find_last_not_of(" \t\r"); end != line.npos) last = line.substr(0, end + 1);
  const bool told = std::any_of(because.args.begin(), because.args.end(), [&](const nlohmann::json& arg) { return arg == last; });
  return told ? "" : last;
}

}  // namespace

std::string run_and_end(const trace::Run& run, const text::Bilingual& what, text::Language language, const trace::Because& because) {
  if (what.en.empty() || run.programs.empty()) return "";
  const std::string end = end_of(run, {{"what", what.in(language)}, {"program", run.program}, {"code", run.actor().exit_code}}, language);
  const std::string line = because ? last_words(run, because) : "";
  return line.empty() ? end : end + " " + sentence(language, "report_last_words", {{"line", line}});
}

Next next_to_fix(const trace::Result& result, const std::vector<rubric::Lab>& labs) {
  for (const trace::LabResult& lab : result.labs) {
    const auto step_of = [&](const std::string& id) {
      const rubric::Check* check = rubric::check_of(labs, lab.lab, id);
      return check ? check->step : 0;
    };
    if (const auto failing = trace::to_fix(lab.verdicts, step_of); !failing.empty()) return {lab.lab, failing.front()};
  }
  return {};
}

}  // namespace lab::report
