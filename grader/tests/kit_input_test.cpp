// Tests the command line with bad input: it prints a sentence with the next step, returns the right exit status, and awards points for
// everything that can be graded.
#include <map>
#include <set>
#include <sstream>

#include "tests/kit_command.h"
#include "tests/phrases.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

const std::string kStarts = "AdderManager.StartsBothWorkers";

// Checks a folder with the solution's PartAdder and `bytes` as the file `name`: PartAdder keeps its points, AdderManager has `outcome`, and
// the report contains `words`.
void expect_half_graded(const std::string& name, const std::string& bytes, const std::string& outcome,
                        const std::vector<std::string>& words) {
  const HandIn folder;
  const Folder results;
  folder.add(kSolutions / "PartAdder.cpp");
  folder.add(name, bytes);
  const Answer answer = lab({"check", "05", "--from", folder.path(), "--json", utf8(results.path() / "v.json")});
  EXPECT_EQ(answer.status, outcome == "not_gradable" ? 3 : 1) << answer.out << answer.err;
  const Verdicts verdicts(results.path() / "v.json");
  EXPECT_EQ(verdicts.points_of("PartAdder"), 5);
  EXPECT_EQ(verdicts.score(), 5);
  EXPECT_EQ(verdicts.outcome(kStarts), outcome);
  for (const std::string& word : words) EXPECT_THAT(answer.out, SaysSentence(word));
}

TEST(KitInput, SaysThatAnArchiveIsNoFolder) {
  const HandIn folder;
  folder.add("hong.zip", "PK");
  const Answer answer = lab({"check", "05", "--from", folder.path() + "/hong.zip"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("from_is_a_file", {{"file", folder.path() + "/hong.zip"}}));
}

// Nothing in it is judged, so no points are lost.
void expect_not_judged(const HandIn& handed_in, const std::vector<std::string>& sentences) {
  const Folder results;
  const Answer answer = lab({"check", "05", "--from", handed_in.path(), "--json", utf8(results.path() / "v.json")});
  EXPECT_EQ(answer.status, 3) << answer.err;
  for (const std::string& sentence : sentences) EXPECT_THAT(answer.out, SaysSentence(sentence));
  const Verdicts verdicts(results.path() / "v.json");
  EXPECT_EQ(verdicts.whole.at("unjudged_points"), verdicts.whole.at("max_score"));
  for (const auto& [id, check] : verdicts.checks) EXPECT_EQ(verdicts.outcome(id), "not_gradable") << id;
}

TEST(KitInput, AnEmptyFolderIsNotJudged) {
  const HandIn empty;
  expect_not_judged(empty, {said("no_files", {{"program", "PartAdder"}, {"folder", empty.path()}}),
                            said("report_next_to_add", {{"check", "PartAdder.AddsItsRange"}})});
}

TEST(KitInput, AnArchiveIsNotJudgedAndNamed) {
  const HandIn folder;
  folder.add("lab05.zip", "PK");
  expect_not_judged(
      folder, {said("archive", {{"program", "PartAdder"}, {"folder", folder.path()}, {"files", "lab05.zip"}, {"file", "lab05.zip"}})});
}

TEST(KitInput, AMisspeltNameLosesNoPoints) {
  expect_half_graded(
      "AdderManger.cpp", "int main() {}\n", "not_gradable",
      {said("other_files", {{"program", "AdderManager"}, {"folder", kAnything}, {"files", "AdderManger.cpp, PartAdder.cpp"}})});
}

TEST(KitInput, TwoSourcesOfOneProgramLoseNoPoints) {
  const HandIn folder;
  const Folder results;
  folder.add(kSolutions / "PartAdder.cpp");
  folder.add(kSolutions / "AdderManager.cpp");
  folder.add("AdderManager (1).cpp", "int main() {}\n");
  const Answer answer = lab({"check", "05", "--from", folder.path(), "--json", utf8(results.path() / "v.json")});
  EXPECT_EQ(answer.status, 3) << answer.out << answer.err;
  const Verdicts verdicts(results.path() / "v.json");
  EXPECT_EQ(verdicts.outcome(kStarts), "not_gradable");
  EXPECT_EQ(verdicts.score(), 5);
}

TEST(KitInput, FilesWithOtherNamesAreNotJudgedAndNamed) {
  const HandIn folder;
  folder.add("lee_1003_AdderManager-1.cpp", "int main() {}\n");
  const std::string files = "lee_1003_AdderManager-1.cpp";
  expect_not_judged(
      folder,
      {said("other_name", {{"program", "AdderManager"}, {"folder", folder.path()}, {"files", files}, {"file", files}, {"ending", ".cpp"}}),
       said("other_files", {{"program", "PartAdder"}, {"folder", folder.path()}, {"files", files}})});
}

TEST(KitInput, ShowsTheCompilersMessagesAndGradesTheRest) {
  expect_half_graded("AdderManager.cpp", "int main() { return missing; }\n", "not_built",
                     {said("not_built_log", {{"program", "AdderManager"}}), "missing", "AdderManager.cpp:1"});
}

// The values for the arguments of the reason's sentence, but nothing that belongs to another reason or repeats an entire log.
TEST(KitInput, GivesEachReasonItsOwnArgumentsOnly) {
  const std::map<std::string, std::set<std::string>> own{{"not_built_log", {"program"}},
                                                         {"other_files", {"program", "folder", "files"}},
                                                         {"other_name", {"program", "folder", "files", "file", "ending"}},
                                                         {"not_built_missing", {"program", "folder"}}};
  std::set<std::string> seen;
  for (const char* name : {"AdderManager.cpp", "lee_1003_AdderManager-1.cpp"}) {
    const HandIn folder;
    const Folder results;
    folder.add(name, "int main() { return missing; }\n");
    lab({"check", "05", "--from", folder.path(), "--json", utf8(results.path() / "v.json")});
    for (const auto& [id, check] : Verdicts(results.path() / "v.json").checks) {
      const nlohmann::json& because = check.at("because");
      const auto reason = own.find(because.at("id"));
      ASSERT_NE(reason, own.end()) << because;
      std::set<std::string> arguments;
      for (const auto& [argument, value] : because.at("args").items()) arguments.insert(argument);
      EXPECT_EQ(arguments, reason->second) << id << ": " << because;
      seen.insert(reason->first);
    }
  }
  EXPECT_EQ(seen.size(), own.size());
}

TEST(KitInput, RefusesATextFileNamedExe) {
  expect_half_graded("AdderManager.exe", "hello\n", "not_gradable",
                     {said("not_a_program", {{"program", "AdderManager"}, {"file", "AdderManager.exe"}})});
}

TEST(KitInput, RefusesA32BitProgram) {
  expect_half_graded("AdderManager.exe", program_headers(std::string("\x4c\x01", 2), 0x0102, "\x0b\x01"), "not_gradable",
                     {said("not_gradable_32_bit", {{"program", "AdderManager"}})});
}

TEST(KitInput, RefusesALibraryNamedExe) {
  expect_half_graded("AdderManager.exe", program_headers(std::string("\x64\x86", 2), 0x2022, "\x0b\x02"), "not_gradable",
                     {said("dll", {{"program", "AdderManager"}})});
}

// Headers of a program with nothing after them: whoever is to blame, PartAdder keeps its points.
TEST(KitInput, GradesTheRestBesideAnExeThatIsCutOff) {
  const HandIn folder;
  const Folder results;
  folder.add(kSolutions / "PartAdder.cpp");
  folder.add("AdderManager.exe", program_headers(std::string("\x64\x86", 2), 0x0022, "\x0b\x02"));
  const Answer answer = lab({"check", "05", "--from", folder.path(), "--json", utf8(results.path() / "v.json")});
  EXPECT_THAT(answer.status, AnyOf(2, 3)) << answer.err;
  const Verdicts verdicts(results.path() / "v.json");
  EXPECT_EQ(verdicts.points_of("PartAdder"), 5);
  EXPECT_EQ(verdicts.points_of("AdderManager"), 0);
}

TEST(KitInput, AsksWhetherAnotherCommandWasMeant) {
  for (const auto& [typed, meant] :
       std::map<std::string, std::string>{{"chekc", "check"}, {"hnit", "hint"}, {"Check", "check"}, {"wach", "watch"}}) {
    const Answer answer = lab({"--lang", "en", typed, "05"});
    EXPECT_EQ(answer.status, 2);
    EXPECT_THAT(answer.err, Says("command_meant", {{"name", typed}, {"meant", meant}}));
    EXPECT_THAT(lab({typed, "05", "--lang", "ko"}).err, Says("command_meant", {{"name", typed}, {"meant", meant}}, Language::kKorean));
  }
  const Answer far = lab({"05"});
  EXPECT_EQ(far.status, 2);
  EXPECT_THAT(far.err, Says("unknown_command", {{"name", "05"}, {"commands", kAnything}}));
  EXPECT_THAT(lab({"check", "05", "--slow"}).err,
              Not(HasSubstr(parts(said("command_meant", {{"name", kAnything}, {"meant", kAnything}})).front())));
}

TEST(KitInput, NamesTheLabsWhenOneIsUnknown) {
  const Answer answer = lab({"check", "77"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, AllOf(HasSubstr("\"77\""), HasSubstr("05_adder_manager")));
}

TEST(KitInput, NamesAFolderThatDoesNotExist) {
  const Answer answer = lab({"check", "05", "--from", "no such folder"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("path_missing", {{"path", "no such folder"}}));
}

TEST(KitInput, NamesTheLineOfABrokenRubric) {
  const Folder kit;
  const std::string good = text_of(kRoot / "labs" / "05_adder_manager" / "lab.toml");
  kit.write("labs/05_adder_manager/lab.toml", "points = [\n" + good);
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"check", "05"}, {"hint", "05"}}) {
    const Answer answer = lab(arguments, {{"LAB_ROOT", utf8(kit.path())}});
    EXPECT_EQ(answer.status, 2);
    EXPECT_THAT(answer.err,
                AllOf(HasSubstr("lab.toml:"), Says("lab_toml_syntax", {{"file", kAnything}, {"line", kAnything}, {"detail", kAnything}})));
  }
}

TEST(KitInput, RefusesADamagedRecording) {
  const Folder folder;
  const std::string recording =
      "{\"t\":\"run\",\"schema\":\"win-ipc-lab/run/"
      "1\",\"lab\":\"05\",\"program\":\"AdderManager\",\"scenario\":\"worker_1_first\"}\n{\"t\":\"progr";
  const std::string cut_off = utf8(folder.write("cut off.jsonl", recording));
  const std::string garbage = utf8(folder.write("garbage.jsonl", std::string("\0\xff\n", 3)));
  const std::string absent = utf8(folder.path() / "absent.jsonl");
  const auto broken = Says("run_file_broken", {{"detail", kAnything}});
  for (const char* command : {"judge", "show"}) {
    const Answer half = lab({command, cut_off});
    EXPECT_EQ(half.status, 2) << command;
    EXPECT_THAT(half.err, AllOf(broken, HasSubstr("cut off.jsonl: line 2"), HasSubstr("--runs")));
    const Answer none = lab({command, garbage});
    EXPECT_EQ(none.status, 2) << command;
    EXPECT_THAT(none.err, AllOf(broken, HasSubstr("garbage.jsonl: line 1")));
    const Answer nothing = lab({command, absent});
    EXPECT_EQ(nothing.status, 2) << command;
    EXPECT_THAT(nothing.err, AllOf(broken, HasSubstr("absent.jsonl")));
  }
}

TEST(KitInput, SaysHowToMakeRecordingsWhereThereAreNone) {
  const HandIn empty;
  const Answer answer = lab({"judge", empty.path()});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, HasSubstr("lab check --runs FOLDER"));
}

TEST(KitInput, RefusesAFileThatCannotBeWrittenBeforeItGrades) {
  const HandIn empty;
  for (const char* option : {"--json", "--junit"}) {
    const Answer answer = lab({"check", "05", "--from", empty.path(), option, empty.path() + "/absent/v"});
    EXPECT_EQ(answer.status, 2);
    EXPECT_EQ(answer.out, "");
    EXPECT_THAT(answer.err, Says("file_not_written", {{"file", empty.path() + "/absent/v"}}));
  }
}

TEST(KitInput, ExplainsItsArguments) {
  EXPECT_EQ(lab({"--help"}).status, 0);
  EXPECT_THAT(lab({"--help"}).out, AllOf(HasSubstr("lab check 01"), HasSubstr("watch"), testing::Not(HasSubstr("judge-once"))));
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{"check", "--jobs", "0"}, {"check", "--lang", "fr"}, {"judge"}}) {
    const Answer answer = lab(wrong);
    EXPECT_EQ(answer.status, 2) << wrong.front();
    EXPECT_THAT(answer.err, HasSubstr("--help")) << wrong.front();
  }
}

// Every description of every command has a Korean version.
TEST(KitInput, ExplainsItsArgumentsInKorean) {
  const auto has_hangul = [](const std::string& line) {
    for (std::size_t i = 0; i + 2 < line.size(); ++i)
      if (line[i] >= '\xEA' && line[i] <= '\xED') return true;
    return false;
  };
  for (const char* command : {"", "check", "judge", "show", "selftest", "bench", "hint", "watch", "lan", "handouts", "cut", "class"}) {
    std::vector<std::string> arguments{"--help", "--lang", "ko"};
    if (*command) arguments.insert(arguments.begin(), command);
    const Answer answer = lab(arguments);
    EXPECT_EQ(answer.status, 0) << command;
    std::istringstream lines(answer.out);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t name = line.find_first_not_of(' ');
      const bool describes = name != std::string::npos && line.find("  ", name) != std::string::npos;
      EXPECT_TRUE(!describes || has_hangul(line)) << command << ": " << line;
    }
  }
}

// In a separate kit, because it saves how many hints were shown.
TEST(KitCommands, GiveHintsOneAtATime) {
  const Folder kit;
  kit.write("labs/05_adder_manager/lab.toml", text_of(kRoot / "labs" / "05_adder_manager" / "lab.toml"));
  const auto hint = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"hint", "05"});
    return lab(arguments, {{"LAB_ROOT", utf8(kit.path())}});
  };
  const Answer one = hint({"Waits"});
  EXPECT_EQ(one.status, 0);
  EXPECT_THAT(one.out, AllOf(HasSubstr("AdderManager.WaitsForBothWorkers"), HasSubstr("  1. "), testing::Not(HasSubstr("  2. ")),
                             HasSubstr("lab hint 05 AdderManager.WaitsForBothWorkers")));
  EXPECT_THAT(hint({"Waits"}).out, AllOf(HasSubstr("  2. "), testing::Not(HasSubstr("  3. "))));
  EXPECT_THAT(hint({"WaitsForBoth", "--count", "9", "--lang", "ko"}).out, AllOf(HasSubstr("  4. "), HasSubstr("WaitForSingleObject")));
  EXPECT_THAT(hint({"--list"}).out,
              AllOf(HasSubstr("PartAdder.AddsItsRange   " + said("loop_not_checked")), testing::Not(HasSubstr("  1. "))));
  EXPECT_EQ(hint({"Sings"}).status, 2);
}

TEST(KitCommands, FindTheStubsFresh) {
  const Answer answer = lab({"cut", "--check"});
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_THAT(answer.out, AllOf(HasSubstr("labs/05_adder_manager/AdderManager.cpp"), HasSubstr("labs/05_adder_manager/PartAdder.cpp"),
                                HasSubstr("cmake/labs.cmake")));
}

TEST(KitCommands, ShowARecordingInLanes) {
  const Folder folder;
  ASSERT_EQ(lab({"check", "05", "--solutions", "--only", "WaitsForBoth", "--runs", utf8(folder.path())}).status, 0);
  const Answer answer = lab({"show", utf8(folder.path() / "05" / "AdderManager.worker_2_first.jsonl")});
  EXPECT_EQ(answer.status, 0) << answer.err;
  EXPECT_THAT(
      answer.out,
      AllOf(Says("run_heading",
                 {{"program", "AdderManager"}, {"scenario", "worker_2_first"}, {"clock", said("clock_patient")}, {"platform", kAnything}}),
            HasSubstr("\nPartAdder 1 5 "), HasSubstr("= Non-Signaled ="), HasSubstr("GetExitCodeProcess(PartAdder 6 10) -> TRUE, 77"),
            HasSubstr(said("event_released", {{"program", "PartAdder 6 10"}, {"value", 77}})), HasSubstr("  total: 1311")));
  const auto released = [&](const char* worker) {
    return answer.out.find(parts(said("event_released", {{"program", worker}, {"value", kAnything}})).front());
  };
  EXPECT_LT(released("PartAdder 6 10"), released("PartAdder 1 5"));
  EXPECT_NE(released("PartAdder 1 5"), std::string::npos);
}

}  // namespace
}  // namespace lab::tests
