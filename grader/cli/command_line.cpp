// Sets CLI11 up for the commands, in the reader's language.
#include "cli/command_line.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string_view>
#include <utility>

#include "cli/help_layout.h"
#include "cli/host.h"
#include "cli/paragraph.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

using text::Language;

constexpr Help kProgram{"Grades the kit's labs, and shows what your programs did.",
                        "키트의 실습을 채점하고, 프로그램이 무엇을 했는지 보여 줍니다."};
// `test` is not a command of the grader but of the wrappers (lab, lab.cmd).
constexpr Help kFooter{"To test the kit itself: lab test\nWithout a command: shows your points so far. Start with: lab check 01",
                       "키트 자체 시험: lab test\n명령 없이 실행하면 지금까지의 결과를 보여 줍니다. 시작: lab check 01"};
constexpr Help kHelpFlag{"Print this help message and exit", "도움말을 표시하고 종료합니다"};
constexpr Help kVersionFlag{"Display program version information and exit", "버전을 표시하고 종료합니다"};

constexpr Help kOptionsGroup{"Options", "옵션"};
constexpr Help kCommandsGroup{"Subcommands", "명령"};

void set_language(CLI::App& app, Language language) {
  app.get_help_ptr()->description(kHelpFlag.in(language))->group(kOptionsGroup.in(language));
  app.option_defaults()->group(kOptionsGroup.in(language));
}

constexpr std::size_t kMostEdits = 2;

// The number of letters that must be inserted, deleted, replaced or swapped with their neighbour.
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        edits[i][j] = i + j;
        continue;
      }
      edits[i][j] = std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1, edits[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
    }
  return edits[a.size()][b.size()];
}

// The command line in a form that can be typed again.
std::string typed(int argc, char** argv) {
  std::string line = kit_command();
  for (int i = 1; i < argc; ++i) line += " " + shell_word(argv[i]);
  return line;
}

}  // namespace

Language asked_language(int argc, char** argv) {
  std::string_view asked;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" && i + 1 < argc) asked = argv[i + 1];
    if (word.starts_with("--lang=")) asked = word.substr(7);
  }
  if (asked == "ko") return Language::kKorean;
  return asked == "en" ? Language::kEnglish : text::system_language();
}

CommandLine::CommandLine(const std::vector<Command>& commands, Command::Run otherwise, Language language)
    : language_(language), app_(std::make_unique<CLI::App>(kProgram.in(language), "lab")), otherwise_(std::move(otherwise)) {
  app_->require_subcommand(0, 1);
  set_language(*app_, language);
  app_->formatter(std::make_shared<HelpLayout>(language));
  app_->set_version_flag("--version", LAB_VERSION, kVersionFlag.in(language));
  app_->footer(kFooter.in(language));
  add_reader_options(*app_);
  for (const Command& command : commands) {
    CLI::App* added = app_->add_subcommand(command.name, command.help.in(language));
    added->group(command.listed ? kCommandsGroup.in(language) : "");
    set_language(*added, language);
    add_reader_options(*added);
    Options options(*added, language);
    commands_.push_back({added, command.define(options)});
  }
}

CommandLine::~CommandLine() = default;

void CommandLine::add_reader_options(CLI::App& app) {
  Options add(app, language_);
  add.option("--lang", typed_language_,
             {"Korean (ko) or English (en); default: the language of the system", "한국어(ko) 또는 영어(en). 기본값은 시스템 언어"})
      .one_of({"ko", "en"});
  add.flag("--color", color_, {"use colors even if the output is not a terminal", "출력이 터미널이 아니어도 색을 사용합니다"});
}

Reports CommandLine::reports(int argc, char** argv) const {
  Reports reports;
  reports.language = typed_language_.empty() ? text::system_language() : text::parse_language(typed_language_);
  if (!typed_language_.empty()) reports.options = " --lang " + typed_language_;
  reports.color = color_ || (is_terminal(1) && !std::getenv("NO_COLOR"));
  reports.again = typed(argc, argv);
  return reports;
}

std::string CommandLine::unknown_command(int argc, char** argv) const {
  int at = 1;
  while (at < argc && argv[at][0] == '-') at += std::string_view(argv[at]) == "--lang" ? 2 : 1;
  if (at >= argc) return "";
  const std::string name = argv[at];
  std::vector<std::string> known;
  for (const CLI::App* app : app_->get_subcommands({}))
    if (!app->get_group().empty()) known.push_back(app->get_name());
  known.push_back("test");  // the wrappers' own command
  if (std::find(known.begin(), known.end(), name) != known.end()) return "";
  const auto closer = [&](const std::string& a, const std::string& b) { return edits_between(name, a) < edits_between(name, b); };
  const std::string& nearest = *std::min_element(known.begin(), known.end(), closer);
  if (edits_between(name, nearest) <= kMostEdits) return text::sentence(language_, "command_meant", {{"name", name}, {"meant", nearest}});
  return text::sentence(language_, "unknown_command", {{"name", name}, {"commands", fmt::format("{}", fmt::join(known, ", "))}});
}

const Command::Run& CommandLine::chosen() const {
  for (const Defined& command : commands_)
    if (command.app->parsed()) return command.run;
  return otherwise_;
}

int CommandLine::run(int argc, char** argv) {
  try {
    app_->parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (const std::string unknown = unknown_command(argc, argv); !unknown.empty()) {
      print_problem(unknown);
      return 2;
    }
    std::ostringstream out, err;
    const int status = app_->exit(error, out, err);
    fmt::print("{}", narrowed_help(out.str(), std::clamp(terminal_columns(), 60, 80)));
    fmt::print(stderr, "{}", narrowed_help(err.str(), std::clamp(terminal_columns(), 60, 80)));
    return status == 0 ? 0 : 2;
  }
  const Reports to_reader = reports(argc, argv);
  try {
    return chosen()(find_kit(), to_reader);
  } catch (const text::Problem& problem) {
    print_problem(problem.in(to_reader.language));
    return 2;
  }
}

}  // namespace lab::cli
