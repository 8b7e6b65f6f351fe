// What the commands of the command line do. Each returns the exit status: 0 all passed, 1 some check did not pass, 2 the grader could not
// do its work.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "text/text.h"
#include "trace/run.h"

namespace lab::cli {

struct Reports {
  text::Language language = text::Language::kEnglish;
  bool color = false;
  std::string again;              // the command line that was typed, for reports to repeat
  std::string json, junit, html;  // files to write; empty: none
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

// The first `count` hints for a check, or for all of a lab, from a question to the function's name.
int hint(const Kit& kit, const std::string& lab, const std::string& check, int count, const Reports& reports);

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
  int jobs = 1;
  Reports reports;
};
// Records what the handouts show, rewrites their blocks (handout/page.h), and says what else is wrong with them.
int handouts(const Kit& kit, const HandoutOptions& options);

// Shared by the commands that judge: verdicts to the console and into the files asked for.
int report(const Kit& kit, const std::vector<trace::Run>& runs, const std::vector<const checks::LabRubric*>& labs, const std::string& only,
           const Reports& reports);

}  // namespace lab::cli
