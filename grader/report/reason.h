// The reason of a verdict as a sentence, the run it rests on, and which verdict to fix first.
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

std::string outcome_word(trace::Outcome outcome, text::Language language);

// The sentence of `because`; "" when there is none. Where its arguments do not fill the sentence, its id and data: a report is always
// written.
std::string reason(const trace::Because& because, text::Language language);

// Where the runs were made, as a sentence of the catalogue and its argument.
struct MadeOn {
  const char* sentence;
  std::string platform;
};
MadeOn made_on(const std::string& platform);

// The id of the sentence that says in what sandbox, or in none, somebody else's programs were played; null where they were one's own.
const char* sandbox_sentence(const trace::Result& result);

bool is_remark(const trace::Because& because);

// What the reason says lies before the check's own step: its hints would lead astray.
bool about_an_earlier_step(const trace::Because& because);

// What to try next after a verdict, the gentlest first, and the step of the lab that it belongs to (0: none): the hint of the reason, then
// those of the check that the reason names, or else the check's own.
struct Hints {
  std::vector<text::Bilingual> texts;
  int step = 0;
};
Hints hints(const rubric::Lab& lab, const rubric::Check& check, const trace::Because& because);

// The run that the verdict names, when it is among `runs`.
const trace::Run* run_of(const trace::Verdict& verdict, const std::string& lab, const std::vector<trace::Run>& runs);

// How the reader goes on from a failure: the sentence of the catalogue about that check, and the command that judges once more; "" where
// none can.
const char* next_sentence(const Style& style);
std::string command_again(const Style& style, const std::string& lab);

// "This is the run in which the second worker ends first. AdderManager ended with exit code 1. It printed "Unable to wait: error 6"."
// `what`: RunInWords of it; "" without. The last line on stderr is left out where the reader is shown it anyway: with `because`, or as what
// the run printed that the scenario marks for it.
std::string run_and_end(const trace::Run& run, const text::Bilingual& what, text::Language language, const trace::Because& because = {});

// The check to fix first, by the steps that `labs` tell, of the first lab that has one; without a verdict when none fails.
struct Next {
  std::string lab;
  const trace::Verdict* verdict = nullptr;
};
Next next_to_fix(const trace::Result& result, const std::vector<rubric::Lab>& labs);

}  // namespace lab::report
