// Tests README.md and README.ko.md, of this kit and of the student kit: they are one page in two languages, and mention only things that
// exist. The latter also applies to CONTRIBUTING.md and the handouts.
#include <gmock/gmock.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "rubric/rubric.h"
#include "tests/phrases.h"

namespace lab {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

const fs::path kRoot = LAB_SOURCE_DIR;
const char* const kPages[] = {"README.md", "README.ko.md"};

const char* const kContributing = "CONTRIBUTING.md";

// Includes the student kit's README, the handouts and the contributors' page: commands that they tell the reader to type must exist as
// well.
std::vector<std::string> all_pages() {
  std::vector<std::string> pages(std::begin(kPages), std::end(kPages));
  for (const char* page : kPages) pages.push_back(std::string("kits/student/") + page);
  pages.push_back(kContributing);
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(kRoot / "handouts", error))
    if (entry.path().extension() == ".md") pages.push_back("handouts/" + entry.path().filename().string());
  return pages;
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), {}};
}

// The first group of every match.
std::set<std::string> found(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::set<std::string> all;
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match) all.insert((*match)[1]);
  return all;
}

struct Shape {
  std::vector<std::string> headings;  // their levels, in order: "##", "###"
  std::vector<std::string> blocks;    // the commands in each code block; their output depends on the language
};

Shape shape_of(const std::string& page) {
  Shape shape;
  bool in_block = false;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      in_block = !in_block;
      if (in_block) shape.blocks.emplace_back();
    } else if (in_block) {
      if (line.starts_with("$ ")) shape.blocks.back() += line + "\n";
    } else if (line.starts_with("#")) {
      shape.headings.push_back(line.substr(0, line.find(' ')));
    }
  }
  EXPECT_FALSE(in_block) << "a code block does not end";
  return shape;
}

TEST(Readme, HasTheSameShapeInBothLanguages) {
  for (const fs::path& folder : {kRoot, kRoot / "kits" / "student"}) {
    const Shape english = shape_of(content_of(folder / kPages[0])), korean = shape_of(content_of(folder / kPages[1]));
    EXPECT_GT(english.headings.size(), 5u);
    EXPECT_GT(english.blocks.size(), 2u);
    EXPECT_EQ(english.headings, korean.headings) << folder;
    EXPECT_EQ(english.blocks, korean.blocks) << folder << ": the same commands, in the same blocks";
  }
}

TEST(Readme, BeginsWithALinkToTheOtherLanguage) {
  for (const fs::path& folder : {kRoot, kRoot / "kits" / "student"}) {
    const std::string english = content_of(folder / kPages[0]), korean = content_of(folder / kPages[1]);
    EXPECT_NE(english.substr(0, english.find('\n')).find("(README.ko.md)"), std::string::npos) << folder;
    EXPECT_NE(korean.substr(0, korean.find('\n')).find("(README.md)"), std::string::npos) << folder;
  }
}

constexpr char kNoClasses[] = "the pages also describe lab class, which this build lacks without libarchive";
bool has_classes() {
  const std::vector<cli::Command> all = cli::commands();
  return std::any_of(all.begin(), all.end(), [](const cli::Command& command) { return command.name == "class"; });
}

TEST(Readme, NamesOnlyCommandsThatExist) {
  if (!has_classes()) GTEST_SKIP() << kNoClasses;
  std::set<std::string> known{"test"};  // the wrappers' own command
  for (const cli::Command& command : cli::commands())
    if (command.listed) known.insert(command.name);
  for (const std::string& page : all_pages()) {
    const std::set<std::string> named = found(content_of(kRoot / page), R"([/\\]lab\s+([a-z]+)\b)");
    EXPECT_FALSE(named.empty()) << page;
    for (const std::string& command : named) EXPECT_TRUE(known.contains(command)) << page << ": lab " << command;
  }
}

TEST(Readme, NamesOnlyOptionsThatExist) {
  if (!has_classes()) GTEST_SKIP() << kNoClasses;
  cli::CommandLine line(cli::commands(), cli::stand, text::Language::kEnglish);
  std::set<std::string> known{"--build",                              // the wrappers' own option
                              "--array", "--retries", "--sshlogin"};  // Slurm's and GNU parallel's
  const auto add = [&](const CLI::App& app) {
    for (const CLI::Option* option : app.get_options())
      for (const std::string& name : option->get_lnames()) known.insert("--" + name);
  };
  add(line.app());
  for (const CLI::App* command : line.app().get_subcommands({})) add(*command);
  for (const std::string& page : all_pages())
    for (const std::string& option : found(content_of(kRoot / page), R"((?:^|[\s`])(--[a-z]+(?:-[a-z]+)*)\b)"))
      EXPECT_TRUE(known.contains(option)) << page << ": " << option;
}

TEST(Readme, NamesOnlyChecksThatExist) {
  std::set<std::string> known, programs;
  for (const rubric::Lab& rubric : rubric::read_labs(kRoot / "labs")) {
    programs.insert(rubric.programs.begin(), rubric.programs.end());
    for (const rubric::Check& check : rubric.checks) known.insert(check.id);
  }
  for (const std::string& page : all_pages()) {
    std::size_t seen = 0;
    const std::string text = content_of(kRoot / page);
    for (const std::string& program : programs)
      for (const std::string& name : found(text, ("\\b" + program + "\\.([A-Z]\\w+)").c_str())) {
        ++seen;
        EXPECT_TRUE(known.contains(program + "." + name)) << page << ": " << program << "." << name;
      }
    if (page == kPages[0] || page == kPages[1]) {
      EXPECT_GT(seen, 0u) << page;
    }
  }
}

// The anchor that GitHub generates for a heading: lower case, no punctuation, hyphens for blanks. Non-ASCII letters are kept.
std::string anchor_of(const std::string& heading) {
  std::string anchor;
  for (const char c : heading) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == ' ') anchor += '-';
    if (byte >= 0x80 || std::isalnum(byte) || c == '-' || c == '_') anchor += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
  }
  return anchor;
}

TEST(Readme, LinksToFilesAndHeadingsThatExist) {
  for (const char* page : {kPages[0], kPages[1], kContributing}) {
    const std::string text = content_of(kRoot / page);
    std::set<std::string> anchors;
    for (const std::string& heading : found(text, R"(\n#+ ([^\n]+))")) anchors.insert("#" + anchor_of(heading));
    std::size_t seen = 0;
    std::vector<std::string> broken;
    for (const std::string& target : found(text, R"(\]\(([^)\s]+)\))")) {
      if (target.starts_with("https://")) continue;
      ++seen;
      if (target.starts_with("#") ? !anchors.contains(target) : !fs::exists(kRoot / target)) broken.push_back(target);
    }
    EXPECT_THAT(broken, IsEmpty()) << page;
    EXPECT_GT(seen, 5u) << page;
  }
}

TEST(Readme, HandoutsLinkToFilesThatExist) {
  std::size_t seen = 0;
  for (const std::string& page : all_pages()) {
    if (!page.starts_with("handouts/")) continue;
    for (const std::string& target : found(content_of(kRoot / page), R"(\]\(([^)\s]+)\))")) {
      if (target.starts_with("https://")) continue;
      ++seen;
      EXPECT_TRUE(fs::exists(kRoot / "handouts" / target)) << page << ": " << target;
    }
  }
  EXPECT_GT(seen, 13u);
}

// Paths in backticks that begin with a folder in the kit; NAME is a placeholder for the reader.
TEST(Readme, NamesFilesThatExist) {
  std::size_t seen = 0;
  for (const std::string& page : all_pages())
    for (const std::string& path : found(content_of(kRoot / page), R"(`((?:grader|labs|solutions|\.github)/[\w./]*)`)")) {
      if (path.find("NAME") != std::string::npos) continue;
      ++seen;
      EXPECT_TRUE(fs::exists(kRoot / path)) << page << ": " << path;
    }
  EXPECT_GT(seen, 20u);
}

TEST(Readme, HasEveryLabWithItsHandoutAndPrograms) {
  for (const rubric::Lab& lab : rubric::read_labs(kRoot / "labs"))
    for (const char* page : kPages) {
      const std::string text = content_of(kRoot / page), language = page == kPages[0] ? "en" : "ko";
      std::string row = "| [" + lab.number + "](handouts/" + lab.number + "." + language + ".md) | [";
      for (const std::string& program : lab.programs) row += (program == lab.programs.front() ? "`" : ", `") + program + "`";
      EXPECT_THAT(text, HasSubstr(row + "](labs/" + lab.name + ") |")) << page;
    }
}

// A reader of Korean whose system speaks English must learn it before the first report.
TEST(Readme, SaysHowToChooseTheLanguage) {
  for (const char* folder : {"", "kits/student/"})
    for (const char* page : kPages) EXPECT_THAT(content_of(kRoot / folder / page), HasSubstr("`--lang ko`")) << folder << page;
}

// The progress output of the first `./lab`; its numbers depend on the reader's machine.
TEST(Readme, QuotesWhatTheScreenShows) {
  static const std::regex kCount("\\[[0-9]+/[0-9]+\\]");
  const std::string script = content_of(kRoot / "lab");
  for (const char* page : kPages) {
    const text::Language language = page == kPages[0] ? text::Language::kEnglish : text::Language::kKorean;
    const std::string text = content_of(kRoot / page);
    const std::set<std::string> quoted = found(text, "`(lab: [^`]+)`");
    EXPECT_EQ(quoted.size(), 1u) << page;
    for (const std::string& line : quoted) EXPECT_THAT(script, HasSubstr("'" + std::regex_replace(line, kCount, "%s") + "'")) << page;
    const std::string what = tests::said("progress_playing", {}, language);
    EXPECT_THAT(text,
                HasSubstr("`" + tests::said("progress_left", {{"what", what}, {"done", 13}, {"all", 17}, {"left", 1}}, language) + "`"));
  }
}

std::size_t words_of(const std::string& text) {
  std::istringstream in(text);
  return static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(in), {}));
}

// A lab's handout has a number, and may be as long as necessary.
TEST(Readme, IsOnePageAndTheOtherPagesAreShort) {
  std::size_t seen = 0;
  for (const char* page : kPages) EXPECT_LT(words_of(content_of(kRoot / page)), 800u) << page;
  for (const std::string& page : all_pages()) {
    if (!page.starts_with("handouts/") || std::isdigit(static_cast<unsigned char>(page[9]))) continue;
    ++seen;
    EXPECT_LT(words_of(content_of(kRoot / page)), 1500u) << page;
  }
  EXPECT_GT(seen, 10u);
}

TEST(Readme, LeadsToEveryHandout) {
  for (const char* page : kPages) {
    const std::string text = content_of(kRoot / page), ending = page == kPages[0] ? ".en.md" : ".ko.md";
    for (const std::string& handout : all_pages())
      if (handout.starts_with("handouts/") && handout.ends_with(ending)) {
        EXPECT_THAT(text, HasSubstr("](" + handout + ")")) << page;
      }
  }
}

TEST(Contributing, NamesFilesThatExist) {
  const std::string page = content_of(kRoot / kContributing);
  const std::set<std::string> paths = found(page, R"(`((?:grader|labs|solutions|handouts)/[\w./]*)`)");
  EXPECT_GT(paths.size(), 10u);
  for (const std::string& name : paths) EXPECT_TRUE(name.find("NAME") != std::string::npos || fs::exists(kRoot / name)) << name;
}

TEST(Contributing, MapsEveryRoom) {
  std::set<std::string> rooms;
  for (const auto& entry : fs::directory_iterator(kRoot / "grader")) {
    if (entry.is_directory() && entry.path().filename() != "tests") rooms.insert(entry.path().filename().string());
  }
  EXPECT_EQ(found(content_of(kRoot / kContributing), R"(\n\| `(\w+)` \| \S+ \|)"), rooms);
}

}  // namespace
}  // namespace lab
