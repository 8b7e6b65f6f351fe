// What the commands of the command line do. Each returns the exit status: 0 all passed, 1 some check did not pass, 2 the grader could not
// do its work.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "text/text.h"
#include "trace/run.h"
#include "trace/verdict.h"

namespace lab::cli {

struct Reports {
  text::Language language = text::Language::kEnglish;
  bool color = false;
  std::string options;                                  // what suggested commands end with: " --lang ko" where that was typed
  std::string again;                                    // the command line that was typed, for reports to repeat
  std::string json, junit, html;                        // files to write; empty: none
  std::function<void(const trace::Result&)> on_result;  // told what was judged; may be empty
};

struct CheckOptions {
  std::vector<std::string> labs;
  std::filesystem::path from;  // empty: labs/, or solutions/
  bool solutions = false;
  std::string only;
  std::filesystem::path runs;  // folder to keep the recordings in; empty: they are not kept
  int jobs = 1;
  Reports reports;
};
int check(const Kit& kit, const CheckOptions& options);

// Judges kept recordings; starts nobody's program. `paths`: files, or folders with .jsonl files.
int judge(const Kit& kit, const std::vector<std::filesystem::path>& paths, const std::string& only, const Reports& reports);

// On the console, or into the files asked for: reports.html, and `trace` for Chrome's Trace Event JSON.
int show(const std::vector<std::filesystem::path>& paths, const std::string& trace, const Reports& reports);

// Where the student stands, from what was kept of the last checks of labs/.
int stand(const Kit& kit, const Reports& reports);
// The lab that was worked on last, if something is left to do in it; else the first one in which there is.
const rubric::Lab& lab_to_go_on_with(const Kit& kit, text::Language language);

struct HintOptions {
  std::string check;  // a part of its name; empty: the next failing one
  int count = 0;      // so many hints; 0: one more than the last time
  bool list = false;  // all checks with what they demand, instead of hints
};
int hint(const Kit& kit, const std::string& lab, const HintOptions& options, const Reports& reports);
// Where the solution of a lab lies, for somebody who has its points.
std::string solution_text(const Kit& kit, const rubric::Lab& lab, text::Language language);

// Judges the student's labs/ at every save, until somebody presses q. `lab`: the only one; empty: the one to go on with, and from then on
// that of the last save.
int watch(const Kit& kit, const std::string& lab, const Reports& reports);
// The other side of it: judges once when it is told to on stdin, and tells how it goes in lines of JSON (judge_process.h).
inline constexpr const char* kJudgeOnce = "judge-once";
int judge_once(Kit kit, const std::filesystem::path& folder, int number);

struct SelftestOptions {
  std::vector<std::string> labs;
  std::string only;  // programs whose name contains this
  int repeat = 1;
  bool busy = false;  // keep every core busy meanwhile
  int jobs = 1;
  Reports reports;
};
int selftest(const Kit& kit, const SelftestOptions& options);

int bench(const Kit& kit, const std::vector<std::string>& labs, int jobs, const Reports& reports);

struct LanOptions {
  std::string computer;  // empty: open the LAN
  std::string program;   // of any lab; letter case aside
  std::vector<std::string> arguments;
  std::filesystem::path from;  // where it is; empty: labs/, or solutions/
  bool solutions = false;
  bool duplicate = false;  // what goes to the domain arrives twice
  Reports reports;
};
int lan(const Kit& kit, const LanOptions& options);

int cut_labs(const Kit& kit, bool only_check, const Reports& reports);

struct HandoutOptions {
  std::vector<std::string> numbers;  // "05"; none means all
  bool only_check = false;           // only say what is stale
  std::filesystem::path out;         // the folder for the site; empty: build/handouts
  int jobs = 1;
  Reports reports;
};
// Records what the handouts show, rewrites their blocks (handout/page.h), and says what else is wrong with them.
int handouts(const Kit& kit, const HandoutOptions& options);
// Writes the handouts as a site to read in a browser (handout/site.h).
int handout_site(const Kit& kit, const HandoutOptions& options);

// Writes the student kit, a student's repository and the instructor kit into `out` (empty: build/packages), or says what keeps it from
// that.
int package(const Kit& kit, const std::filesystem::path& out, const Reports& reports);

// Shared by the commands that judge: verdicts to the console and into the files asked for.
int report(const Kit& kit, const std::vector<trace::Run>& runs, const std::vector<const rubric::Lab*>& labs, const std::string& only,
           const Reports& reports);

}  // namespace lab::cli
