// Tests lab, lab hint and lab watch end to end in a copy of the kit: a student saves, and sees what changed.
#ifndef _WIN32
#include <algorithm>
#include <regex>
#include <sstream>

#include "rubric/rubric.h"
#include "tests/copied_kit.h"
#include "tests/kit_running.h"
#include "tests/phrases.h"

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

fs::path told_to_children_of(const Running& watch) {
  for (const int child : watch.children()) {
    std::ifstream in("/proc/" + std::to_string(child) + "/cmdline", std::ios::binary);
    std::ostringstream told;
    told << in.rdbuf();  // yields nothing if the child has exited in the meantime; an iterator would throw
    const std::string words = told.str();
    const std::size_t at = words.find(std::string("judge-once\0", 11));
    if (at != std::string::npos) return words.substr(at + 11, words.find('\0', at + 11) - at - 11);
  }
  return {};
}

// The folder in which a watch keeps the files that judging creates; it is on the command line of the judging processes. One of them always
// exists or is about to be started.
fs::path work_folder_of(const Running& watch) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(5);
  while (std::chrono::steady_clock::now() < until)
    if (const fs::path folder = told_to_children_of(watch); !folder.empty()) return folder;
  ADD_FAILURE() << "nobody judges";
  return {};
}

// The beginnings of the English hints for a stub's first check: those of its rubric, because its TODO is not done.
std::vector<std::string> first_hints() {
  constexpr std::size_t kBeginning = 30;  // reports may break lines after this
  std::vector<std::string> hints;
  const std::string rubric = text_of(kRoot / "labs" / "05_adder_manager" / "lab.toml");
  static const std::regex kHint(R"re(\n  \{ en = "([^"]*)")re");
  const std::string of_first = rubric.substr(rubric.find("hints = ["));
  for (std::sregex_iterator hint(of_first.begin(), of_first.end(), kHint), end; hint != end && hints.size() < 3; ++hint)
    hints.push_back((*hint)[1].str());
  EXPECT_EQ(hints.size(), 3u);
  for (std::size_t i = 0; i < hints.size(); ++i) hints[i] = std::to_string(i + 1) + ". " + hints[i].substr(0, kBeginning);
  return hints;
}

std::string points(int score, const char* won, Language language = Language::kEnglish) {
  return said("loop_points_changed", {{"score", score}, {"max", 20}, {"won", won}}, language);
}

TEST(KitWatch, TellsWhatASaveChangedAndListensToKeys) {
  const CopiedKit kit;
  Running watch({"watch", "05", "--lang", "en"}, kit.environment(), true);
  ASSERT_TRUE(watch.shows(said("loop_points", {{"score", 0}, {"max", 20}})));
  ASSERT_TRUE(watch.shows("PartAdder.AddsItsRange"));
  ASSERT_TRUE(watch.shows(said("watch_keys")));
  const fs::path folder = work_folder_of(watch);
  EXPECT_TRUE(fs::exists(folder)) << folder;

  watch.type("h");
  ASSERT_TRUE(watch.shows(first_hints()[0]));
  watch.type("h");
  ASSERT_TRUE(watch.shows(first_hints()[1]));

  kit.save("PartAdder.cpp", "int main() { return nothing; }\n");
  const nlohmann::json saved = {{"time", kAnything}, {"files", "PartAdder.cpp"}, {"build", kAnything}, {"judge", kAnything}};
  ASSERT_TRUE(watch.shows(parts(said("watch_saved", saved))[1]));
  ASSERT_TRUE(watch.shows("'nothing' was not declared"));

  kit.write_in_parts("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  ASSERT_TRUE(watch.shows("+ PartAdder.AddsItsRange"));
  ASSERT_TRUE(watch.shows(points(5, "+5")));
  ASSERT_TRUE(watch.shows("AdderManager.StartsBothWorkers   " + said("outcome_failed")));
  watch.type("l");
  ASSERT_TRUE(watch.shows("+ PartAdder.AddsNothingForAnEmptyRange"));
  watch.type("a");
  ASSERT_TRUE(watch.shows(said("watch_still", {{"check", "AdderManager.StartsBothWorkers"}})));

  // This watch must ignore a save in another lab.
  std::ofstream(kit.own("..") / ".." / "01_mailslot_receiver" / "MailReceiver.cpp") << "int main() {}\n";
  kit.save("AdderManager.cpp", kit.solution("AdderManager.cpp"));
  ASSERT_TRUE(watch.shows(points(20, "+15")));
  EXPECT_THAT(watch.all(), Not(HasSubstr("MailReceiver")));
  ASSERT_TRUE(watch.shows("solutions/05_adder_manager/"));

  // A program that is not built now keeps its points, and so does a check that only needs it.
  kit.save("PartAdder.cpp", "int main() { return nothing; }\n");
  ASSERT_TRUE(watch.shows("'nothing' was not declared"));
  kit.save("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  ASSERT_TRUE(watch.shows(said("loop_points", {{"score", 20}, {"max", 20}})));
  EXPECT_THAT(watch.all(), Not(HasSubstr("-1)")));
  watch.type("q");
  EXPECT_EQ(watch.end(), 0);
  EXPECT_FALSE(fs::exists(folder)) << folder;
  EXPECT_THAT(kit.run({}).out,
              AllOf(HasSubstr("20/20  " + said("stand_done")), Says("stand_points", {{"score", 20}, {"max", points_of_all_labs()}})));
}

TEST(KitWatch, WritesPlainLinesIntoAPipeAndLeavesNothingBehind) {
  const CopiedKit kit;
  Running watch({"watch", "05", "--lang", "ko"}, kit.environment(), false);
  ASSERT_TRUE(watch.shows("PartAdder.AddsItsRange"));
  ASSERT_TRUE(watch.shows("15"));
  // Two saves in quick succession: only the second one counts, however far the first one has been processed.
  kit.save("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  kit.save("PartAdder.cpp", "int main() { return nothing; }\n");
  ASSERT_TRUE(watch.shows("'nothing' was not declared"));
  kit.save("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  ASSERT_TRUE(watch.shows("+ PartAdder.AddsItsRange"));
  kit.save("AdderManager.cpp", kit.solution("AdderManager.cpp"));
  ASSERT_TRUE(watch.shows(points(20, "+15", Language::kKorean)));
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
  ASSERT_TRUE(watch.shows(parts(said("watch_begin", {{"lab", "05"}, {"title", kAnything}, {"folder", kAnything}})).back()));
  ASSERT_TRUE(watch.shows(said("progress_playing")));
  const fs::path folder = work_folder_of(watch);
  EXPECT_TRUE(fs::exists(folder)) << folder;
  watch.type("\x03");
  EXPECT_EQ(watch.end(), 128 + SIGINT);
  EXPECT_FALSE(fs::exists(folder)) << folder;
}

TEST(KitWatch, LeavesNoJudgeBehindWhenItIsKilled) {
  const CopiedKit kit;
  for (const char* source : {"PartAdder.cpp", "AdderManager.cpp"}) kit.save(source, "int main() { for (volatile int i = 0;;) i = i; }\n");
  Running watch({"watch", "05", "--lang", "en"}, kit.environment(), true);
  ASSERT_TRUE(watch.shows(said("progress_playing")));
  const std::vector<int> children = watch.children();
  EXPECT_THAT(children, Not(IsEmpty()));
  watch.send(SIGKILL);
  EXPECT_EQ(watch.end(), 128 + SIGKILL);
  const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(5);
  const auto is_there = [](int child) { return kill(child, 0) == 0; };
  while (std::any_of(children.begin(), children.end(), is_there) && std::chrono::steady_clock::now() < until) std::this_thread::yield();
  EXPECT_FALSE(std::any_of(children.begin(), children.end(), is_there));
  EXPECT_FALSE(fs::exists(kit.standing())) << "it judged to the end";
}

TEST(KitWatch, ListsTheLabsWhereNoneIsNamed) {
  const CopiedKit kit;
  const Answer answer = kit.run({"watch"});
  EXPECT_EQ(answer.status, 0);
  EXPECT_EQ(answer.out, kit.run({}).out);
  EXPECT_THAT(answer.out, AllOf(HasSubstr("\n05  "), HasSubstr("lab watch 01")));
}

TEST(KitHint, ShowsTheTodosThatAreLeft) {
  const CopiedKit kit;
  kit.save("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  kit.save("AdderManager.cpp", "int x;\r\n  // TODO 4: Wait for both\r\n  // of them.\r\n  BOOL ended = TRUE;\r\n// TODO 99: Rest.\r\n");
  EXPECT_EQ(kit.run({"hint", "05", "--todo"}).out,
            "AdderManager.cpp:2: TODO 4\n  Wait for both of them.\nAdderManager.cpp:5: TODO 99\n  Rest.\n");
  EXPECT_THAT(kit.run({"hint", "05", "--todo", "--lang", "ko"}).out,
              AllOf(HasSubstr("AdderManager.cpp:2: TODO 4\n  두 프로세스 오브젝트가"), HasSubstr("TODO 99\n  Rest.\n")));
  kit.save("AdderManager.cpp", kit.solution("AdderManager.cpp"));
  EXPECT_THAT(kit.run({"hint", "05", "--todo"}).out, Says("hint_no_todo", {{"lab", "05"}}));
}

TEST(KitHint, ExplainsWhatDoesNotCompile) {
  const CopiedKit kit;
  kit.save("PartAdder.cpp", "int main() {\n  return nothing;\n}\n");
  ASSERT_EQ(kit.run({"check", "05"}).status, 1);
  const std::string hint = kit.run({"hint", "05"}).out;
  EXPECT_THAT(hint, AllOf(Says("not_built_log", {{"program", "PartAdder"}}), HasSubstr("Line 2 uses nothing"), HasSubstr("Hint: "),
                          HasSubstr("'nothing' was not declared")));
  const std::string hint_of_check = first_hints()[0].substr(3);
  EXPECT_THAT(hint, AllOf(Says("hint_while_broken"), HasSubstr("1. " + hint_of_check), Not(HasSubstr("\n  2. "))));
  EXPECT_THAT(kit.run({"hint", "05", "--lang", "ko"}).out, AllOf(HasSubstr("2번째 줄"), HasSubstr("힌트: "), HasSubstr("\n  2. ")));
  EXPECT_THAT(kit.run({"hint", "05", "StartsBothWorkers"}).out, Not(HasSubstr("nothing"))) << "the other program was built";
  kit.save("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  EXPECT_THAT(kit.run({"hint", "05"}).out, AllOf(HasSubstr("PartAdder.AddsItsRange"), Not(HasSubstr("nothing"))));
}

TEST(KitReset, RestoresTheStubAndKeepsTheWorkBesideIt) {
  const CopiedKit kit;
  const std::string stub = text_of(kit.own("PartAdder.cpp"));
  EXPECT_THAT(kit.run({"reset", "05", "PartAdder"}).out, Says("reset_is_stub", {{"file", "labs/05_adder_manager/PartAdder.cpp"}}));
  for (const char* old : {"PartAdder.cpp.old", "PartAdder.cpp.old2"}) {
    kit.save("PartAdder.cpp", std::string("// work before ") + old);
    const Answer answer = kit.run({"reset", "05", "partadder"});
    EXPECT_EQ(answer.status, 0) << answer.err;
    EXPECT_THAT(answer.out, Says("reset_kept", {{"file", "labs/05_adder_manager/PartAdder.cpp"}, {"old", old}}));
    EXPECT_EQ(text_of(kit.own("PartAdder.cpp")), stub);
    EXPECT_EQ(text_of(kit.own(old)), std::string("// work before ") + old);
  }
  fs::remove(kit.own("AdderManager.cpp"));
  EXPECT_EQ(kit.run({"reset", "05"}).status, 0);
  EXPECT_THAT(text_of(kit.own("AdderManager.cpp")), HasSubstr("TODO"));

  const Answer unknown = kit.run({"reset", "05", "PartAddr"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("PartAdder, AdderManager"));
}

// A student kit has no solutions; lab package puts the original stubs into stubs/.
TEST(KitReset, TakesTheStubOfAKitWithoutSolutions) {
  const CopiedKit kit;
  const std::string stub = text_of(kit.own("PartAdder.cpp"));
  fs::remove_all(kit.own("..") / ".." / "solutions");
  kit.save("PartAdder.cpp", "// work");
  const Answer none = kit.run({"reset", "05", "PartAdder"});
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, Says("reset_no_stub", {{"file", "labs/05_adder_manager/PartAdder.cpp"}}));
  EXPECT_EQ(text_of(kit.own("PartAdder.cpp")), "// work");
  fs::create_directories(kit.own("..") / ".." / "stubs" / "05_adder_manager");
  std::ofstream(kit.own("..") / ".." / "stubs" / "05_adder_manager" / "PartAdder.cpp", std::ios::binary) << stub;
  EXPECT_EQ(kit.run({"reset", "05", "PartAdder"}).status, 0);
  EXPECT_EQ(text_of(kit.own("PartAdder.cpp")), stub);
}

// This neither builds nor runs anything.
TEST(KitStand, TellsWhereYouStandAndWhatIsOlderThanYourWork) {
  const CopiedKit kit;
  const Answer nothing = kit.run({"--lang", "en"});
  EXPECT_EQ(nothing.status, 0);
  EXPECT_THAT(nothing.out, AllOf(HasSubstr("0/20  " + said("stand_not_checked")), HasSubstr("lab watch 01"),
                                 Not(Says("stand_next", {{"check", kAnything}, {"outcome", kAnything}}))));

  ASSERT_EQ(kit.run({"check", "05"}).status, 1);
  const Answer after = lab({}, kit.environment_without_programs());
  const std::vector<std::string> hints = first_hints();
  EXPECT_THAT(after.out,
              AllOf(Says("stand_next", {{"check", "PartAdder.AddsItsRange"}, {"outcome", said("outcome_failed")}}),
                    Says("summed_nothing", {{"arguments", "1 5"}, {"expected", 15}}),
                    Says("report_hint", {{"hint", hints[0].substr(3) + kAnything}, {"lab", "05"}, {"step", 1}}), HasSubstr("lab watch 05"),
                    Not(Says("stand_changed", {{"files", kAnything}})), Not(HasSubstr(said("stand_changed_since")))));

  // The report has already shown the first hint.
  EXPECT_THAT(kit.run({"hint", "05"}).out, AllOf(HasSubstr(hints[1]), Not(HasSubstr(hints[2]))));
  EXPECT_THAT(kit.run({"hint", "05"}).out, HasSubstr(hints[2]));
  EXPECT_THAT(kit.run({"hint", "05", "--count", "1"}).out, Not(HasSubstr(hints[1])));
  EXPECT_THAT(kit.run({"hint", "05", "WaitsForBoth"}).out,
              AllOf(HasSubstr("AdderManager.WaitsForBothWorkers   " + said("outcome_skipped")), HasSubstr("1. ")));

  kit.save("PartAdder.cpp", kit.solution("PartAdder.cpp"));
  EXPECT_THAT(kit.run({}).out,
              AllOf(HasSubstr("0/20  " + said("stand_changed_since")), Says("stand_changed", {{"files", "PartAdder.cpp"}})));
  EXPECT_THAT(kit.run({"hint", "05", "--lang", "ko"}).out, Says("stand_changed", {{"files", "PartAdder.cpp"}}, Language::kKorean));

  kit.save("AdderManager.cpp", kit.solution("AdderManager.cpp"));
  // Labs 06 and 07 build on labs that are not done.
  const auto next = Says("loop_next_lab", {{"lab", "01"}, {"handout", kAnything}});
  EXPECT_THAT(kit.run({"check", "05", "--only", "PartAdder"}).out, Not(next)) << "the other checks are older than the source";
  const Answer whole = kit.run({"check", "05"});
  ASSERT_EQ(whole.status, 0);
  EXPECT_THAT(whole.out, next);
  EXPECT_THAT(kit.run({"check", "05", "--solutions"}).out, Not(next));
  EXPECT_THAT(kit.run({"hint", "05"}).out, AllOf(HasSubstr("solutions/05_adder_manager/AdderManager.cpp"), next));
  EXPECT_THAT(kit.run({}).out, AllOf(HasSubstr("20/20  " + said("stand_done")), HasSubstr("lab watch 01")));
  fs::remove_all(kit.own("..") / ".." / "solutions");
  EXPECT_THAT(kit.run({"hint", "05"}).out, Says("hint_no_solution", {{"lab", "05"}}));

  std::ofstream(kit.standing()) << "not JSON";
  EXPECT_THAT(kit.run({}).out, HasSubstr("0/20  " + said("stand_not_checked")));
}

}  // namespace
}  // namespace lab::tests
#endif
