// A command of the command line: its options, their help in both languages, and its function.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "report/report.h"
#include "text/text.h"
#include "trace/verdict.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace lab::cli {

// A file for each format of report_files.cpp; empty: none.
using ReportFiles = std::vector<std::string>;

// How to report to whoever typed the command.
struct Reports {
  text::Language language = text::Language::kEnglish;
  bool color = false;
  std::string options;                            // appended to suggested commands: " --lang ko" if that was typed
  std::string again;                              // the command line as typed, for reports to repeat
  report::Judged judged = report::Judged::kLabs;  // set by the commands that judge other programs
  std::map<std::string, std::string> warnings;    // as for report::Style
  bool all_warnings = false;
  report::Sources sources;
  std::vector<trace::Run> correct;
  ReportFiles files;                                    // set by the commands that have these options
  std::function<void(const trace::Result&)> on_result;  // called with what was judged; may be empty
};

// The --help text for a command or an option.
struct Help {
  const char* en;
  const char* ko;

  std::string in(text::Language language) const { return language == text::Language::kKorean ? ko : en; }
};

// An option that has been declared. The calls can be chained.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_(option) {}

  Option& required();
  Option& between(int least, int most);
  Option& one_of(const std::vector<std::string>& values);
  // Only one of the two options may be given.
  Option& excludes(const Option& other);
  // Is valid only together with the other option.
  Option& needs(const Option& other);

 private:
  CLI::Option& option_;
};

// Declares the options of one command, with their help in the reader's language. A name with dashes is an option ("--from"); one without is
// an argument ("LAB"). A vector takes several values. Each `value` must live until the command has run; its initial value is the default.
class Options {
 public:
  Options(CLI::App& app, text::Language language) : app_(app), language_(language) {}

  Option option(const std::string& name, std::string& value, Help help);
  Option option(const std::string& name, std::filesystem::path& value, Help help);
  Option option(const std::string& name, int& value, Help help);
  Option option(const std::string& name, std::vector<std::string>& value, Help help);
  Option option(const std::string& name, std::vector<std::filesystem::path>& value, Help help);
  Option flag(const std::string& name, bool& value, Help help);
  // "--zero,!--no-zero": a choice for or against; empty if neither is given.
  Option flag(const std::string& name, std::optional<bool>& value, Help help);

 private:
  CLI::App& app_;
  text::Language language_;
};

struct Command {
  // Returns the exit status: 0 all checks passed, 1 a check did not pass, 2 the grader could not do its work, 3 points are open.
  using Run = std::function<int(const Kit& kit, const Reports& reports)>;

  std::string name;
  Help help;
  // Declares the options; returns the function to run after they have been read.
  std::function<Run(Options& add)> define;
  bool listed = true;  // false: started by another command, so not listed in --help
};

}  // namespace lab::cli
