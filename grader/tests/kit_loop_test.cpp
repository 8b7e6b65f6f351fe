// lab, lab hint and lab watch from end to end, in a copy of the kit: a student saves, and sees what it changed.
#ifndef _WIN32
#include <algorithm>

#include "rubric/rubric.h"
#include "tests/kit_command.h"
#include "tests/kit_running.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

int points_of_all_labs() {
  int sum = 0;
  for (const rubric::Lab& lab : rubric::read_labs(kRoot / "labs")) sum += lab.max_score();
  return sum;
}

// A kit with the stubs of lab 05 in labs/, as they are handed out, and with this kit's tools.
class CopiedKit {
 public:
  CopiedKit() {
    fs::create_directories(folder_.path() / "solutions");
    fs::copy(kSolutions, folder_.path() / "solutions" / "05_adder_manager");
    for (const auto& lab : fs::directory_iterator(kRoot / "labs"))
      if (fs::exists(lab.path() / "lab.toml"))
        folder_.write(fs::path("labs") / lab.path().filename() / "lab.toml", text_of(lab.path() / "lab.toml"));
    fs::create_directories(folder_.path() / "grader");
    fs::create_directories(folder_.path() / "build");
    fs::create_directory_symlink(kRoot / "grader" / "compile", folder_.path() / "grader" / "compile");
    fs::create_directory_symlink(kRoot / "build" / "mingw", folder_.path() / "build" / "mingw");
    EXPECT_EQ(run({"cut"}).status, 0);
  }

  Answer run(std::vector<std::string> arguments) const { return lab(std::move(arguments), environment()); }

  std::map<std::string, std::string> environment() const {
    return {{"LAB_ROOT", utf8(folder_.path())},
            {"LAB_WINEPREFIX", utf8(kRoot / "build" / "wine")},
            {"LC_ALL", "C.UTF-8"},
            {"TERM", "xterm"},
            {"NO_COLOR", "1"}};
  }

  // As editors do it: another file, renamed over the old one.
  void save(const std::string& source, const std::string& bytes) const {
    const fs::path file = own(source);
    std::ofstream(file.string() + "~", std::ios::binary) << bytes;
    fs::rename(file.string() + "~", file);
  }
  // As other editors do it: the old file cut to nothing, and written in parts.
  void write_in_parts(const std::string& source, const std::string& bytes) const {
    std::ofstream out(own(source), std::ios::binary);
    for (std::size_t at = 0; at < bytes.size(); at += 100) out << bytes.substr(at, 100) << std::flush;
  }
  std::string solution(const std::string& source) const { return text_of(folder_.path() / "solutions" / "05_adder_manager" / source); }
  fs::path own(const std::string& source) const { return folder_.path() / "labs" / "05_adder_manager" / source; }
  fs::path standing() const { return folder_.path() / "build" / "progress" / "05.json"; }

 private:
  Folder folder_;
};

fs::path told_to_children_of(const Running& watch) {
  for (const int child : watch.children()) {
    const std::string words = text_of("/proc/" + std::to_string(child) + "/cmdline");
    const std::size_t at = words.find(std::string("judge-once\0", 11));
    if (at != std::string::npos) return words.substr(at + 11, words.find('\0', at + 11) - at - 11);
  }
  return {};
}

// The folder in which a watch keeps what judging leaves behind: its judging processes are told. One of them is always there, or about to
// be.
fs::path work_folder_of(const Running& watch) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (std::chrono::steady_clock::now() < until)
    if (const fs::path folder = told_to_children_of(watch); !folder.empty()) return folder;
  ADD_FAILURE() << "nobody judges";
  return {};
}

TEST(KitWatch, TellsWhatASaveChangedAndListensToKeys) {
  const CopiedKit kit;
  Running watch({"watch", "05", "--lang", "en"}, kit.environment(), true);
  ASSERT_TRUE(watch.shows("0 of 20 points"));
  ASSERT_TRUE(watch.shows("PartAdder.AddsItsRange"));
  ASSERT_TRUE(watch.shows("[q] quit"));
  const fs::path folder = work_folder_of(watch);
  EXPECT_TRUE(fs::exists(folder)) << folder;

  watch.type("h");
  ASSERT_TRUE(watch.shows("1. Is LAST itself part of the range?"));
  watch.type("h");
  ASSERT_TRUE(watch.shows("2. An exit code has 32 bits."));

  kit.save("PartAdder.cpp", "int main() { return nothing; }\n");
  ASSERT_TRUE(watch.shows("PartAdder.cpp: compiled in"));
  ASSERT_TRUE(watch.shows("'nothing' was not declared"));

  kit.write_in_parts("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  ASSERT_TRUE(watch.shows("+ PartAdder.AddsItsRange"));
  ASSERT_TRUE(watch.shows("5 of 20 points (+5)"));
  ASSERT_TRUE(watch.shows("AdderManager.StartsBothWorkers   failed"));
  watch.type("l");
  ASSERT_TRUE(watch.shows("+ PartAdder.AddsNothingForAnEmptyRange"));
  watch.type("a");
  ASSERT_TRUE(watch.shows("still fails for the same reason"));

  // A save in another lab is none of this watch's business.
  std::ofstream(kit.own("..") / ".." / "01_mailslot_receiver" / "MailReceiver.cpp") << "int main() {}\n";
  kit.save("AdderManager.cpp", kit.solution("AdderManager.cpp"));
  ASSERT_TRUE(watch.shows("20 of 20 points (+15)"));
  EXPECT_THAT(watch.all(), Not(HasSubstr("Lab 01")));
  ASSERT_TRUE(watch.shows("solutions/05_adder_manager/"));
  watch.type("q");
  EXPECT_EQ(watch.end(), 0);
  EXPECT_FALSE(fs::exists(folder)) << folder;
  EXPECT_THAT(kit.run({}).out, AllOf(HasSubstr("20/20  done"), HasSubstr("20 of " + std::to_string(points_of_all_labs()) + " points.")));
}

TEST(KitWatch, WritesPlainLinesIntoAPipeAndLeavesNothingBehind) {
  const CopiedKit kit;
  Running watch({"watch", "05", "--lang", "ko"}, kit.environment(), false);
  ASSERT_TRUE(watch.shows("PartAdder.AddsItsRange"));
  ASSERT_TRUE(watch.shows("15"));
  // Two saves on top of each other: the second one is what counts, whatever the first one was doing by then.
  kit.save("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  kit.save("PartAdder.cpp", "int main() { return nothing; }\n");
  ASSERT_TRUE(watch.shows("'nothing' was not declared"));
  kit.save("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  ASSERT_TRUE(watch.shows("+ PartAdder.AddsItsRange"));
  kit.save("AdderManager.cpp", kit.solution("AdderManager.cpp"));
  ASSERT_TRUE(watch.shows("20점 중 20점"));
  const fs::path folder = work_folder_of(watch);
  EXPECT_TRUE(fs::exists(folder)) << folder;
  EXPECT_THAT(watch.all(), AllOf(Not(HasSubstr("\r")), Not(HasSubstr("\x1b")), Not(HasSubstr("[q]"))));

  const std::vector<int> children = watch.children();
  EXPECT_THAT(children, Not(IsEmpty())) << "somebody waits for the next save";
  watch.send(SIGTERM);
  EXPECT_EQ(watch.end(), 128 + SIGTERM);
  EXPECT_FALSE(fs::exists(folder)) << folder;
  for (const int child : children) EXPECT_NE(kill(child, 0), 0) << child << " is still there";
}

TEST(KitWatch, EndsInTheMiddleOfAJudgement) {
  const CopiedKit kit;
  Running watch({"watch", "05", "--lang", "en"}, kit.environment(), true);
  ASSERT_TRUE(watch.shows("every save is compiled and judged"));
  ASSERT_TRUE(watch.shows("running your programs"));
  const fs::path folder = work_folder_of(watch);
  EXPECT_TRUE(fs::exists(folder)) << folder;
  watch.type("\x03");
  EXPECT_EQ(watch.end(), 128 + SIGINT);
  EXPECT_FALSE(fs::exists(folder)) << folder;
}

TEST(KitStand, TellsWhereYouStandAndWhatIsOlderThanYourWork) {
  const CopiedKit kit;
  const Answer nothing = kit.run({"--lang", "en"});
  EXPECT_EQ(nothing.status, 0);
  EXPECT_THAT(nothing.out, AllOf(HasSubstr("0/20  not checked yet"), HasSubstr("lab watch 01"), Not(HasSubstr("Next:"))));

  ASSERT_EQ(kit.run({"check", "05"}).status, 1);
  const Answer after = kit.run({});
  EXPECT_THAT(after.out, AllOf(HasSubstr("Next: PartAdder.AddsItsRange   failed"), HasSubstr("15 was expected"),
                               HasSubstr("Hint: Is LAST itself"), HasSubstr("lab watch 05"), Not(HasSubstr("changed since"))));
  EXPECT_LT(after.seconds, 2);

  // The report has shown the first hint already.
  EXPECT_THAT(kit.run({"hint", "05"}).out, AllOf(HasSubstr("2. An exit code has 32 bits."), Not(HasSubstr("3. AddRange"))));
  EXPECT_THAT(kit.run({"hint", "05"}).out, HasSubstr("3. AddRange collects"));
  EXPECT_THAT(kit.run({"hint", "05", "--count", "1"}).out, Not(HasSubstr("2. An exit code")));
  EXPECT_THAT(kit.run({"hint", "05", "WaitsForBoth"}).out,
              AllOf(HasSubstr("AdderManager.WaitsForBothWorkers   skipped"), HasSubstr("1. ")));

  kit.save("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  EXPECT_THAT(kit.run({}).out, AllOf(HasSubstr("0/20  changed since the check"), HasSubstr("PartAdder.cpp changed since")));
  EXPECT_THAT(kit.run({"hint", "05", "--lang", "ko"}).out, HasSubstr("바뀐 파일이 있습니다: PartAdder.cpp"));

  kit.save("AdderManager.cpp", kit.solution("AdderManager.cpp"));
  ASSERT_EQ(kit.run({"check", "05"}).status, 0);
  EXPECT_THAT(kit.run({"hint", "05"}).out, HasSubstr("solutions/05_adder_manager/AdderManager.cpp"));
  EXPECT_THAT(kit.run({}).out, AllOf(HasSubstr("20/20  done"), HasSubstr("lab watch 01")));
  fs::remove_all(kit.own("..") / ".." / "solutions");
  EXPECT_THAT(kit.run({"hint", "05"}).out, HasSubstr("Your kit comes without"));

  std::ofstream(kit.standing()) << "not JSON";
  EXPECT_THAT(kit.run({}).out, HasSubstr("0/20  not checked yet"));
}

}  // namespace
}  // namespace lab::tests
#endif
