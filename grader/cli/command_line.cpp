// Sets CLI11 up for the commands, in the reader's language.
#include "cli/command_line.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "cli/host.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

using text::Language;

constexpr Help kProgram{"Grades the labs of the kit, and shows what your programs did.",
                        "키트의 실습을 채점하고, 프로그램이 무엇을 했는지 보여 줍니다."};
constexpr Help kFooter{"Without a command: where you stand. Start with: lab watch 01, or lab check 05",
                       "명령 없이 실행하면 지금까지의 결과를 보여 줍니다. 시작: lab watch 01 또는 lab check 05"};
constexpr Help kHelpFlag{"Print this help message and exit", "이 도움말을 보여 주고 끝냅니다"};
constexpr Help kVersionFlag{"Display program version information and exit", "버전을 보여 주고 끝냅니다"};

// What CLI11 itself writes around descriptions; it knows each label by its English text.
constexpr Help kLabels[] = {{"Usage", "사용법"},     {"OPTIONS", "옵션"},  {"SUBCOMMAND", "명령"},
                            {"Positionals", "인자"}, {"REQUIRED", "필수"}, {"Excludes", "함께 쓸 수 없음"}};
constexpr Help kOptionsGroup{"Options", "옵션"};
constexpr Help kCommandsGroup{"Subcommands", "명령"};

void set_language(CLI::App& app, Language language) {
  app.get_help_ptr()->description(kHelpFlag.in(language))->group(kOptionsGroup.in(language));
  app.option_defaults()->group(kOptionsGroup.in(language));
}

// The command line as it can be typed again.
std::string typed(int argc, char** argv) {
  std::string line = kit_command();
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    line += word.find_first_of(" '\"()&|;<>$*") == std::string::npos ? " " + word : " \"" + word + "\"";
  }
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
  for (const Help& label : kLabels) app_->get_formatter()->label(label.en, label.in(language));
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
  add.option("--lang", typed_language_, {"ko or en; else the system's language", "ko 또는 en. 없으면 시스템 언어"}).one_of({"ko", "en"});
  add.flag("--color", color_, {"colours also where the output is no terminal", "출력이 터미널이 아니어도 색을 씁니다"});
}

Reports CommandLine::reports(int argc, char** argv) const {
  Reports reports;
  reports.language = typed_language_.empty() ? text::system_language() : text::parse_language(typed_language_);
  if (!typed_language_.empty()) reports.options = " --lang " + typed_language_;
  reports.color = color_ || (is_terminal(1) && !std::getenv("NO_COLOR"));
  reports.again = typed(argc, argv);
  return reports;
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
    return app_->exit(error) == 0 ? 0 : 2;
  }
  const Reports to_reader = reports(argc, argv);
  try {
    return chosen()(find_kit(), to_reader);
  } catch (const text::Problem& problem) {
    fmt::print(stderr, "lab: {}\n", problem.in(to_reader.language));
    return 2;
  }
}

}  // namespace lab::cli
