// A verdict's reason in words, the run that it is based on, and the verdict to fix first.
//
//     reason(verdict.because, text::Language::kEnglish)
//     // "The program called GetExitCodeProcess at 5.1 ms, when PartAdder 1 5 was still Non-Signaled, ..."
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "rubric/rubric.h"
#include "text/text.h"
#include "trace/run.h"
#include "trace/verdict.h"

namespace lab::report {

// "AdderManager" of "AdderManager.WaitsForBothWorkers".
std::string_view suite_of(std::string_view check);

// "passed", "timed out", "not gradable", ...
std::string outcome_word(trace::Outcome outcome, text::Language language);

// The points for a check in `result`: "4", or "-" while they are open.
std::string points_word(const trace::Result& result, const trace::Verdict& verdict);

// The sentence of `because`; "" if it has no reason. Never throws because of what it contains: if an argument for the sentence is
// missing, as can happen in a verdict read from a file, returns the reason's id and its arguments.
std::string reason(const trace::Because& because, text::Language language);

// The platform of the runs: the id of a sentence in the catalogue, and its argument.
struct MadeOn {
  const char* sentence;
  std::string platform;
};
MadeOn made_on(const std::string& platform);

// The id of the sentence about the sandbox in which submitted programs ran, or about its absence; null if the programs were the user's own.
const char* sandbox_sentence(const trace::Result& result);

// Whether it is a remark on a check that passed.
bool is_remark(const trace::Because& because);

// The ids of the texts that introduce the line of the cause: a sentence in a report, and a page's label.
struct CauseWords {
  const char *sentence, *label;
};
CauseWords cause_words(trace::Cause cause);

// Whether the reason is about an earlier step than the check's own, and it is not known which, so that the check's hints would mislead.
bool about_an_earlier_step(const trace::Because& because);

// What to try next after a verdict, from general to specific, and the step of the lab that it belongs to (0: none). The reason's own hint
// comes first, if it has one; then the hints of the check that the reason names in hints_of, or else the check's own hints. If the step's
// TODO is not done, no mistake has been made in it yet, so the hints are only those of the first check in that step.
struct Hints {
  std::vector<text::Bilingual> texts;
  int step = 0;
};
Hints hints(const rubric::Lab& lab, const rubric::Check& check, const trace::Because& because);

// The Korean text of the TODO whose line the reason shows (belongs_here); null if it shows no TODO, or the lab has no translation.
const std::string* todo_in_korean(const rubric::Lab& lab, const rubric::Check& check, const trace::Because& because);

// The run that the verdict is based on; null if it is not among `runs`.
const trace::Run* run_of(const trace::Verdict& verdict, const std::string& lab, const std::vector<trace::Run>& runs);

// How the reader continues after a failure: the id of the sentence that introduces the next check, and the command that judges again; "" if
// there is no such command.
const char* next_sentence(const Style& style, const trace::Verdict& next);
std::string command_again(const Style& style, const std::string& lab);

// "In this run, the second worker ends first. AdderManager ended with exit code 1. It printed "Unable to wait: error 6"." `what`: the run
// in words, or "". Omits the last line on stderr if the reader sees it anyway: in the sentence of `because`, or as the output that the
// scenario selects.
std::string run_and_end(const trace::Run& run, const text::Bilingual& what, text::Language language, const trace::Because& because = {});

// The check to fix first, in the order of the steps in `labs`, of the first lab that has one. `verdict` is null if no check fails, and
// points into `result` otherwise.
struct Next {
  std::string lab;
  const trace::Verdict* verdict = nullptr;
};
Next next_to_fix(const trace::Result& result, const std::vector<rubric::Lab>& labs);

}  // namespace lab::report
