// Verdicts and runs for people and for programs: console text, HTML, JSON and other formats. Anything that a student's program printed or
// named is escaped here.
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

// What was judged; this decides what the reader can do next.
enum class Judged {
  kLabs,        // labs/: the verdicts are saved, for `lab` and `lab hint`
  kSaved,       // labs/ after a save; the next save judges it again
  kElsewhere,   // another folder
  kRecordings,  // recordings: the same command would not run anything again
};

// What happens in a run, as the end of "the run in which ..."; empty if nothing is known about it.
using RunInWords = text::Bilingual (*)(const trace::Run& run);

// The format of a source line's place, chosen so that a click on it opens the file there.
enum class PlaceForm {
  kTerminal,      // AdderManager.cpp:61
  kVisualStudio,  // AdderManager.cpp(61), as Visual C++ writes it
};

// Complete source files of students, as bytes, by lab, program and file: "05/AdderManager/AdderManager.cpp".
using Sources = std::map<std::string, std::string>;

struct Style {
  text::Language language = text::Language::kEnglish;
  bool color = false;           // ANSI colours
  std::string command = "lab";  // the command for the kit: "./lab"
  std::string options;          // appended to each suggested command: " --lang ko", or nothing
  std::string again;            // the command that judges again; empty: COMMAND check LAB
  Judged judged = Judged::kLabs;
  // The compiler output for programs that it built, by "05/AdderManager". The warnings that point to a mistake are shown with the program's
  // first failing check; with `all_warnings`, all warnings of each lab are shown below its checks.
  std::map<std::string, std::string> warnings;
  bool all_warnings = false;
  std::vector<trace::Run> correct;  // runs of correct programs: pages compare the runs of the same scenarios with them
  Sources sources;                  // pages show them next to the runs; for missing ones, they show the lines stored in the recordings
  int width = 80;                   // columns; a Hangul syllable is two wide. Values below 60 count as 60
  PlaceForm places = PlaceForm::kTerminal;
  bool code = true;                   // show the source line that a failure points to; otherwise only its place
  RunInWords run_in_words = nullptr;  // null: a run is described only by its scenario's name
  bool hints = true;                  // show a failed check's first hint; otherwise only its step, and on a page no hints
};

// The report for one submission: each lab's checks, the reasons for their outcomes, the part of the run in which it happened, a hint, the
// score, and what to do next. `labs` provides titles, steps and hints; a check that is in no lab is shown with only its id. `runs`: the
// runs on which the verdicts are based; `because.run` is looked up among the scenarios of the verdict's lab.
std::string console(const trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<trace::Run>& runs,
                    const Style& style);

// The same as one self-contained HTML file in both languages (it opens in style.language), with the timelines of the runs on which failed
// checks are based, and of those that their scenarios mark for reports.
std::string html(const trace::Result& result, const std::vector<rubric::Lab>& labs, const std::vector<trace::Run>& runs,
                 const Style& style);

// A file of the same kind that contains only runs.
std::string html(const std::vector<trace::Run>& runs, const Style& style);

// One check of that report: its line, and below it the reason for its outcome. `lab`: its lab's number.
std::string explanation(const trace::Verdict& verdict, const std::string& lab, const std::vector<rubric::Lab>& labs,
                        const std::vector<trace::Run>& runs, const Style& style);

// The report's text for a program that does not compile: the first error explained, a hint, and the beginning of the compiler's `log`.
std::string compile_errors(const std::string& log, const Style& style);

// The end of that report: the score, and what to do next.
std::string summary(const trace::Result& result, const std::vector<rubric::Lab>& labs, const Style& style);

// The same for programs, with ids instead of sentences: the score and, for each check, its outcome, points and reason.
nlohmann::ordered_json json(const trace::Result& result);

// Reads the output of `json`. `reasons` finds the row for each reason. Throws nlohmann::json::exception if it is in another format.
trace::Result result_in(const nlohmann::ordered_json& json, trace::ReasonLookup reasons);

// Gradescope's results.json: a test for each check, with its points. A check that was not judged has no score.
// https://gradescope-autograders.readthedocs.io/en/latest/specs/
nlohmann::ordered_json gradescope(const trace::Result& result, const std::vector<rubric::Lab>& labs, text::Language language);

// The same before anything has been judged: a total of 0 points, which the format requires, and no test with a score.
struct Unfinished {
  std::size_t played = 0, all = 0;  // runs
  std::set<std::string> not_built;  // "05/AdderManager"
};
nlohmann::ordered_json gradescope(const Unfinished& unfinished, const std::vector<const rubric::Lab*>& labs, text::Language language);

// JUnit XML for a class: one suite per student, named after the first element of each pair.
std::string junit(const std::vector<std::pair<std::string, trace::Result>>& students, text::Language language);

// JUnit XML, for CI systems: one suite per lab, one case per check, failures with their sentences.
std::string junit(const trace::Result& result, text::Language language);

// One whole run: its lanes over time, then every call and event with time, arguments, result and error, then its output.
std::string show(const trace::Run& run, const Style& style);

// The calls in a run, each with the correct program's call if it differs; the first difference is marked.
std::string show_against(const trace::Run& run, const trace::Run& correct, const Style& style);

// The run in `correct` for the same lab, program and scenario, or null.
const trace::Run* counterpart(const trace::Run& run, const std::vector<trace::Run>& correct);

// Draws only the run's lanes over time; if they are too wide, they are split into rows, one below the other. The run has at least one
// program.
std::string timeline(const trace::Run& run, const Style& style);

// A moment in a run, and the label for it in a figure.
struct Flagged {
  std::uint64_t order = 0;
  std::string words;
};

// The timeline as a self-contained SVG file, in one language and without times. `name` is the prefix of its ids; it must be unique on a
// page. With a flagged moment, only the part around it is drawn, and the moment is marked.
std::string figure_file(const trace::Run& run, const std::string& name, text::Language language,
                        const std::optional<Flagged>& flagged = {});

// The same for a page that has the styles and the language switch: one <svg> element per language.
std::string picture(const trace::Run& run, const std::string& name, const std::optional<Flagged>& flagged = {});

// Runs as Chrome's Trace Event JSON, which ui.perfetto.dev opens: a process for each program and mailslot, its calls and states as slices,
// and messages and releases as flows. https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
nlohmann::ordered_json trace_events(const std::vector<trace::Run>& runs);

// The lanes around a moment, marked with "!", or else before the run's end, without a heading; each line ends with a newline. "" if the run
// has no such moment, or is too long for its end to be drawn. A wide run is cut to the width of the lines, with "..." where something is
// omitted.
std::string stretch(const trace::Run& run, std::optional<std::uint64_t> order, const Style& style, int indent = 0);

}  // namespace lab::report
