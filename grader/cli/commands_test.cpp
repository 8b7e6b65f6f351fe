// Checks the command line for completeness: every command and every option has a description in both languages.
#include "cli/commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command_line.h"
#include "cli/host.h"
#include "cli/paragraph.h"
#include "text/utf8.h"

namespace lab::cli {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using text::Language;

bool has_hangul(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::Character character = text::character_at(text, at);
    if (character.value >= 0xAC00 && character.value <= 0xD7A3) return true;
    at += character.bytes;
  }
  return false;
}

// The whole command line in each language.
struct BothLanguages {
  CommandLine en{commands(), stand, Language::kEnglish};
  CommandLine ko{commands(), stand, Language::kKorean};
};

void expect_help(const std::string& what, const std::string& en, const std::string& ko) {
  EXPECT_THAT(en, Not(IsEmpty())) << what;
  EXPECT_FALSE(has_hangul(en)) << what << ": " << en;
  EXPECT_TRUE(has_hangul(ko)) << what << ": " << ko;
}

void expect_help_of_options(CLI::App& en, CLI::App& ko) {
  const std::vector<CLI::Option*> english = en.get_options(), korean = ko.get_options();
  ASSERT_EQ(english.size(), korean.size()) << en.get_name();
  for (std::size_t i = 0; i < english.size(); ++i) {
    ASSERT_EQ(english[i]->get_name(), korean[i]->get_name());
    const std::string what = en.get_name() + " " + english[i]->get_name();
    expect_help(what, english[i]->get_description(), korean[i]->get_description());
  }
}

TEST(Commands, HaveHelpInBothLanguages) {
  BothLanguages lines;
  expect_help("lab", lines.en.app().get_description(), lines.ko.app().get_description());
  expect_help("lab", lines.en.app().get_footer(), lines.ko.app().get_footer());
  for (const Command& command : commands())
    if (command.listed) expect_help(command.name, command.help.en, command.help.ko);
}

TEST(Commands, HaveHelpForEveryOptionInBothLanguages) {
  BothLanguages lines;
  expect_help_of_options(lines.en.app(), lines.ko.app());
  std::size_t seen = 0;
  for (const Command& command : commands()) {
    if (!command.listed) continue;
    CLI::App& korean = *lines.ko.app().get_subcommand(command.name);
    expect_help_of_options(*lines.en.app().get_subcommand(command.name), korean);
    seen += korean.get_options().size();
  }
  EXPECT_GT(seen, 40u) << "the options were not read";
}

TEST(Commands, HelpHasNoEnglishLabelInKorean) {
  BothLanguages lines;
  for (const Command& command : commands()) {
    if (!command.listed) continue;
    const std::string help = lines.ko.app().get_subcommand(command.name)->help();
    EXPECT_THAT(help, HasSubstr("사용법: ")) << command.name;
    for (const char* label : {"Usage", "OPTIONS", "Options", "ositionals", "OSITIONALS", "REQUIRED", "Needs", "Excludes"})
      EXPECT_THAT(help, Not(HasSubstr(label))) << command.name;
  }
  EXPECT_THAT(lines.ko.app().help(), Not(HasSubstr("ubcommand")));
}

// The layout must not depend on CLI11's version.
TEST(Commands, HelpIsLaidOutTheSameEverywhere) {
  BothLanguages lines;
  const std::string judge = narrowed_help(lines.en.app().get_subcommand("judge")->help("lab"), 80);
  EXPECT_THAT(judge, StartsWith("judge kept recordings again, without starting any program\nUsage: lab judge [OPTIONS] RUN...\n\n"
                                "Positionals:\n  RUN TEXT "));
  EXPECT_THAT(judge,
              EndsWith("\n\nTo test the kit itself: lab test\nWithout a command: shows your points so far. Start with: lab check 01\n"));
  for (const CLI::App* app : lines.en.app().get_subcommands({})) {
    const std::string help = narrowed_help(app->help("lab"), 80);
    EXPECT_THAT(help, Not(HasSubstr("\n\n\n")));
    EXPECT_THAT(help, Not(HasSubstr(" \n")));
  }
}

TEST(Commands, HelpListsTheCommandsThatPeopleType) {
  BothLanguages lines;
  const std::string help = lines.en.app().help();
  for (const Command& command : commands()) {
    const auto listed = HasSubstr("\n  " + command.name + " ");
    if (command.listed)
      EXPECT_THAT(help, listed);
    else
      EXPECT_THAT(help, Not(listed));
  }
  for (CommandLine* line : {&lines.en, &lines.ko}) EXPECT_THAT(line->app().help(), HasSubstr("lab test")) << "the wrappers' own command";
}

TEST(Commands, HaveNamesOfTheirOwn) {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.push_back(command.name);
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

#ifndef _WIN32
TEST(ShellWord, IsTheArgumentAgain) {
  EXPECT_EQ(shell_word("/tmp/a_b-1.cpp"), "/tmp/a_b-1.cpp");
  EXPECT_EQ(shell_word("김민수"), "김민수");
  EXPECT_EQ(shell_word(""), "''");
  EXPECT_EQ(shell_word("$(touch a) `b`!"), "'$(touch a) `b`!'");
  EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_word("a\nb\x1b[2J'\\"), "$'a\\x0ab\\x1b[2J\\'\\\\'");
  EXPECT_EQ(shell_word("\xff"), "$'\\xff'") << "no UTF-8";
  EXPECT_EQ(shell_word("\xe2\x80\xae"
                       "a"),
            "$'\\xe2\\x80\\xaea'")
      << "turns the direction of text";
}
#endif

}  // namespace
}  // namespace lab::cli
