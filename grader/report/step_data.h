// A run's moments as data for the page's script (page/step.js), which shows them one at a time.
#pragma once

#include <map>
#include <string>

#include "report/page_figure.h"
#include "trace/run.h"

namespace lab::report {

// The maximum number of moments in a run to step through: those around the first flag, or the first ones.
inline constexpr std::size_t kMostSteps = 2500;

// JSON as the text of an element, without "<", "&" or apostrophes. "" for a run in which nothing happened.
//   programs  [{name, kind, from, to, code}]     moments count from 0; `to` is -1 for what existed until the end; `code` in words
//   slots     [{name, from, to}]
//   mail      [[slot, text, from, to, times]]
//   handles   [[program, number, words, from, to, note, slot]]   note: 1 inherited, 2 leaked; slot -1: no mailslot's
//   others    [[program, from, to]]
//   prints    [[moment, program, error, text]]
//   files     [{name, lines: {number: text}, whole}]
//   words     {record: words}    record: "c5" is Run::calls[5], "e3" Run::events[3]
//   moments   [[record, kind, "5.2" (milliseconds), program, thread, file, line]]   kind: 0 call, 1 begin, 2 return, 3 event; file -1: none
//   wrong     [[moment, checks, order]]
//   left_out  [before, after]
//   against   what against_data.h describes; absent without a correct run
// Words are a string, or [English, Korean] where they differ.
std::string step_data(const trace::Run& run, const Flags& flags, const Sources& sources, const trace::Run* correct = nullptr);

}  // namespace lab::report
