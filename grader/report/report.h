// Verdicts and runs for people and for programs: console text and JSON. Whatever a student's program printed or called itself is made
// harmless here.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rubric/rubric.h"
#include "text/text.h"
#include "trace/run.h"
#include "trace/verdict.h"

namespace lab::report {

// What was judged, which decides what the reader can do next.
enum class Judged {
  kLabs,        // labs/: the verdicts are kept, for `lab` and `lab hint`
  kSaved,       // labs/ after a save, as after the next one
  kElsewhere,   // another folder
  kRecordings,  // recordings: nothing was played that the same command could play again
};

// What happens in a run, as the end of "the run in which ..."; empty when nothing is known of it.
using RunInWords = text::Bilingual (*)(const trace::Run& run);

// How a line of source is named, so that a click on it opens the file there.
enum class PlaceForm {
  kTerminal,      // AdderManager.cpp:61
  kVisualStudio,  // AdderManager.cpp(61), as Visual C++ writes it
};

// Students' sources whole, as bytes, by lab, program and file: "05/AdderManager/AdderManager.cpp".
using Sources = std::map<std::string, std::string>;

struct Style {
  text::Language language = text::Language::kEnglish;
  bool color = false;           // ANSI colours
  std::string command = "lab";  // how the reader calls the kit: "./lab"
  std::string options;          // behind each command that is suggested: " --lang ko", or nothing
  std::string again;            // the command that judges once more; empty: COMMAND check LAB
  Judged judged = Judged::kLabs;
  // What the compiler wrote about programs that it built, by "05/AdderManager": the warnings that name a mistake stand with the program's
  // first failing check; with `all_warnings`, each lab's are shown whole below its checks.
  std::map<std::string, std::string> warnings;
  bool all_warnings = false;
  std::vector<trace::Run> correct;  // of correct programs: pages compare the runs of the same scenarios with them
  Sources sources;                  // pages show them beside the runs; of those that are not there, the lines that the recordings have
  int width = 80;                   // columns; a Hangul syllable takes two. Less than 60 counts as 60
  PlaceForm places = PlaceForm::kTerminal;
  bool code = true;                   // the line of source that a failure points at is shown; else its place alone
  RunInWords run_in_words = nullptr;  // null: a run has its scenario's name only
  bool hints = true;                  // a failed check's first hint is shown; else its step alone, and on a page no hint at all
};

// The report of one submission: each lab's checks, why they came out so, the stretch of the run it happened in, a hint, the score, and what
// to do next. `labs` has their titles, steps and hints; a check that no lab has is shown by its id alone. `runs` are those that the
// verdicts rest on: `because.run` is looked up among the scenarios of the verdict's lab.
std::string console(const trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<trace::Run>& runs,
                    const Style& style);

// The same as one HTML file that fetches nothing, in both languages (style.language is the one it opens in), with the timelines of the runs
// that failed checks rest on, and of those that their scenarios mark for reports.
std::string html(const trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<trace::Run>& runs,
                 const Style& style);

// Runs alone, as such a file.
std::string html(const std::vector<trace::Run>& runs, const Style& style);

// One check of that report: its line, and below it why it came out so. `lab` is its lab's number.
std::string explanation(const trace::Verdict& verdict, const std::string& lab, const std::vector<rubric::Lab>& labs,
                        const std::vector<trace::Run>& runs, const Style& style);

// What a report says of a program that does not compile: the first error in words, a hint, and the beginning of the compiler's `log`.
std::string compile_errors(const std::string& log, const Style& style);

// The end of that report: the score, and what to do next.
std::string summary(const trace::Result& result, const std::vector<rubric::Lab>& labs, const Style& style);

// The same with ids instead of sentences, for programs: score, and of each check its outcome, points and reason.
nlohmann::ordered_json json(const trace::Result& result);

// What json wrote. `reasons` finds the row of each reason. Throws nlohmann::json::exception when it was not json that wrote it.
trace::Result result_in(const nlohmann::ordered_json& json, trace::ReasonLookup reasons);

// Gradescope's results.json: a test for each check, with its points. What was not judged has no score of its own.
// https://gradescope-autograders.readthedocs.io/en/latest/specs/
nlohmann::ordered_json gradescope(const trace::Result& result, const std::vector<rubric::Lab>& labs, text::Language language);

// The same while nothing is judged yet: 0 points in all, which the format requires, and no test with a score.
struct Unfinished {
  std::size_t played = 0, all = 0;  // runs
  std::set<std::string> not_built;  // "05/AdderManager"
};
nlohmann::ordered_json gradescope(const Unfinished& unfinished, const std::vector<const rubric::Lab*>& labs, text::Language language);

// JUnit XML of a class: one suite a student, called as the first of each pair.
std::string junit(const std::vector<std::pair<std::string, trace::Result>>& students, text::Language language);

// JUnit XML, for CI systems: one suite a lab, one case a check, failures with their sentences.
std::string junit(const trace::Result& result, text::Language language);

// The whole of one run: its lanes over time, then every call and event with time, arguments, result and error, then what was printed.
std::string show(const trace::Run& run, const Style& style);

// The calls of a run, each with what a correct program does instead where that is another thing; the first difference is marked.
std::string show_against(const trace::Run& run, const trace::Run& correct, const Style& style);

// That of the runs which is of the same lab, program and scenario, or null.
const trace::Run* counterpart(const trace::Run& run, const std::vector<trace::Run>& correct);

// Its lanes over time alone; rows of them, one below the other, where they are wide. The run has at least one program.
std::string timeline(const trace::Run& run, const Style& style);

// A moment of a run, and what a figure writes there.
struct Flagged {
  std::uint64_t order = 0;
  std::string words;
};

// The same drawn: an SVG file that needs nothing else, in one language and without times. `name` begins its ids; no two on a page may share
// it. With a flagged moment only what is around that one is drawn, and the moment is marked.
std::string figure_file(const trace::Run& run, const std::string& name, text::Language language,
                        const std::optional<Flagged>& flagged = {});

// The same for a page that has the styles and the switch of languages: an <svg> element for each.
std::string picture(const trace::Run& run, const std::string& name, const std::optional<Flagged>& flagged = {});

// Runs as Chrome's Trace Event JSON, which ui.perfetto.dev opens: a process for each program and mailslot, its calls and states as slices,
// messages and releases as flows. https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
nlohmann::ordered_json trace_events(const std::vector<trace::Run>& runs);

// The lanes around one moment, marked with "!", or else before the run's end, without a heading; each line ends with a newline. "" when the
// run has no such moment, or is too long for its end to be drawn. A wide run is cut to the lines' width, with "..." where something is left
// out.
std::string stretch(const trace::Run& run, std::optional<std::uint64_t> order, const Style& style, int indent = 0);

}  // namespace lab::report
