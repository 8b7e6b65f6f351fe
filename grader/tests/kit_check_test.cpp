// Tests lab check and lab judge end to end, with real programs, under Wine on Linux.
#include <algorithm>

#include "tests/kit_command.h"
#include "tests/phrases.h"
#include "trace/run.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Key;
using testing::Not;
using trace::Api;

const std::string kNoWait = utf8(programs_of("05") / "wrong" / "no_wait");
const std::string kWaits = "AdderManager.WaitsForBothWorkers";

// Copies the parts of the kit that judging needs, and nothing with which a program could be started.
void copy_rubrics(const Folder& to) {
  for (const auto& lab : fs::directory_iterator(kRoot / "labs"))
    if (fs::exists(lab.path() / "lab.toml"))
      to.write(fs::path("labs") / lab.path().filename() / "lab.toml", text_of(lab.path() / "lab.toml"));
}

TEST(KitCheck, GivesTheSolutionEveryPointAndKeepsWhatItPrinted) {
  const Folder folder;
  const Answer answer =
      lab({"check", "05", "--solutions", "--json", utf8(folder.path() / "v.json"), "--runs", utf8(folder.path() / "runs")});
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_THAT(answer.out, Says("report_score", {{"score", 20}, {"max", 20}, {"passed", kChecksOfLab05}, {"checks", kChecksOfLab05}}));
  const Verdicts verdicts(folder.path() / "v.json");
  EXPECT_EQ(verdicts.score(), 20);
  EXPECT_EQ(verdicts.checks.size(), kChecksOfLab05);
  for (const auto& [id, check] : verdicts.checks) EXPECT_EQ(verdicts.outcome(id), "passed") << id;

  const std::string run = text_of(folder.path() / "runs" / "05" / "AdderManager.worker_1_first.jsonl");
  std::string printed;
  for (std::size_t at = 0, end; at < run.size(); at = end + 1) {
    end = std::min(run.find('\n', at), run.size());
    const auto line = nlohmann::json::parse(run.substr(at, end - at));
    if (line.at("t") == "end") printed = line.at("stdout");
  }
  printed.erase(std::remove(printed.begin(), printed.end(), '\r'), printed.end());
  EXPECT_EQ(printed, "return_val1: 15\nreturn_val2: 40\ntotal: 55\n");
}

TEST(KitCheck, GivesNoPointForHandlesThatAProgramNeverCameToClose) {
  struct Row {
    const char *lab, *program, *before;
  };
  for (const auto& [number, program, before] : {Row{"05", "AdderManager", "int result = PrintTotal"},
                                                {"06", "MailChat", "InterlockedExchange(&g_ended, 1)"},
                                                {"07", "SlotHeir", "CloseHandle(heir.hThread)"}}) {
    const fs::path solution = kRoot / "solutions" / programs_of(number).parent_path().filename();
    std::string source = text_of(solution / (std::string(program) + ".cpp"));
    ASSERT_NE(source.find(before), source.npos) << number;
    source.insert(source.find(before), "Sleep(INFINITE);\n    ");
    const HandIn handed_in;
    handed_in.add(std::string(program) + ".cpp", source);
    const Folder folder;
    lab({"check", number, "--from", handed_in.path(), "--json", utf8(folder.path() / "v.json")});
    EXPECT_EQ(Verdicts(folder.path() / "v.json").outcome(std::string(program) + ".ClosesItsHandles"), "skipped") << number;
  }
}

TEST(KitCheck, FailsTheStubForWhatItLeavesToDo) {
  const HandIn stub;  // a copy: labs/ may contain a student's work by now
  const Folder kit;
  fs::create_directories(kit.path() / "solutions" / "05_adder_manager");
  for (const char* source : {"PartAdder.cpp", "AdderManager.cpp"})
    fs::copy_file(kSolutions / source, kit.path() / "solutions" / "05_adder_manager" / source);
  ASSERT_EQ(lab({"cut"}, {{"LAB_ROOT", utf8(kit.path())}}).status, 2) << "a kit without labs/ is no kit";
  fs::create_directories(kit.path() / "labs" / "05_adder_manager");
  fs::copy_file(kRoot / "labs" / "05_adder_manager" / "lab.toml", kit.path() / "labs" / "05_adder_manager" / "lab.toml");
  const Answer cut = lab({"cut"}, {{"LAB_ROOT", utf8(kit.path())}});
  ASSERT_EQ(cut.status, 0) << cut.out << cut.err;
  for (const char* source : {"PartAdder.cpp", "AdderManager.cpp"}) stub.add(kit.path() / "labs" / "05_adder_manager" / source);

  const Folder folder;
  const Answer answer = lab({"check", "05", "--from", stub.path(), "--json", utf8(folder.path() / "v.json")});
  EXPECT_EQ(answer.status, 1) << answer.out << answer.err;
  const Verdicts verdicts(folder.path() / "v.json");
  EXPECT_LT(verdicts.score(), 5);
  for (const char* check : {"PartAdder.AddsItsRange", "AdderManager.StartsBothWorkers"})
    EXPECT_EQ(verdicts.outcome(check), "failed") << check;
  EXPECT_NE(verdicts.outcome(kWaits), "passed");
  EXPECT_THAT(answer.out, Says("report_next", {{"check", "PartAdder.AddsItsRange"}}));
}

TEST(KitCheck, PointsToTheTodoOfWhatIsMissing) {
  const std::string source =
      "// \xB0\xA1: CP949\r\n#include <windows.h>\r\nint main()\r\n{\r\n    // TODO 3: Start \xB0\xA1.\r\n    return 0;\r\n}\r\n";
  const HandIn kept;
  kept.add("AdderManager.cpp", source);
  const Folder folder;
  const std::string json = utf8(folder.path() / "v.json"), runs = utf8(folder.path() / "runs");
  const std::vector<std::string> starts{"--only", "AdderManager.StartsBothWorkers", "--json", json};
  const auto because_of = [&](std::vector<std::string> command, std::map<std::string, std::string> environment, const std::string& place) {
    command.insert(command.end(), starts.begin(), starts.end());
    const Answer answer = lab(std::move(command), std::move(environment));
    EXPECT_EQ(answer.status, 1) << answer.out << answer.err;
    EXPECT_EQ(tests::says(answer.out, said("report_belongs_here")), !place.empty()) << answer.out;
    EXPECT_THAT(answer.out, HasSubstr(place));
    return Verdicts(json).checks.at("AdderManager.StartsBothWorkers").at("because");
  };
  for (const nlohmann::json& because :
       {because_of({"check", "05", "--from", kept.path(), "--runs", runs}, {}, "      AdderManager.cpp:5: // TODO 3: Start 가."),
        because_of({"judge", runs}, {{"VSAPPIDNAME", "devenv.exe"}}, "      AdderManager.cpp(5): // TODO 3: Start 가.")}) {
    EXPECT_EQ(because.at("file"), "AdderManager.cpp");
    EXPECT_EQ(because.at("line"), 5);
    EXPECT_EQ(because.at("belongs_here"), true);
  }
  const HandIn gone;
  gone.add("AdderManager.cpp", "#include <windows.h>\r\nint main()\r\n{\r\n    // Start.\r\n    return 0;\r\n}\r\n");
  EXPECT_FALSE(because_of({"check", "05", "--from", gone.path()}, {}, "").contains("file"));
}

TEST(KitCheck, ShowsTheRaceToAProgramThatNeverWaits) {
  const Folder folder;
  const Answer english = lab({"check", "05", "--from", kNoWait, "--json", utf8(folder.path() / "v.json"), "--lang", "en"});
  EXPECT_EQ(english.status, 1) << english.err;
  const Verdicts verdicts(folder.path() / "v.json");
  const nlohmann::json& because = verdicts.checks.at(kWaits).at("because");
  EXPECT_THAT(english.out, AllOf(HasSubstr("259"), HasSubstr("Non-Signaled"), Says("exit_code_read_too_early", because.at("args"))));
  EXPECT_EQ(verdicts.outcome(kWaits), "failed");
  EXPECT_EQ(verdicts.points(kWaits), 0);
  EXPECT_EQ(verdicts.because(kWaits), "exit_code_read_too_early");
  EXPECT_EQ(because.at("args").at("value"), 259);
  EXPECT_EQ(because.at("args").at("call"), "GetExitCodeProcess");
  EXPECT_EQ(verdicts.outcome("AdderManager.PrintsPartsAndTotal"), "skipped");
  EXPECT_EQ(verdicts.outcome("AdderManager.StartsBothWorkers"), "passed");
  EXPECT_EQ(verdicts.outcome("PartAdder.AddsItsRange"), "not_built");
}

TEST(KitCheck, LimitsTheReportToTheChecksAskedFor) {
  const Folder folder;
  const std::string junit = utf8(folder.path() / "v.xml");
  const Answer korean = lab({"check", "05", "--from", kNoWait, "--only", "WaitsForBoth", "--lang", "ko", "--json",
                             utf8(folder.path() / "v.json"), "--junit", junit});
  EXPECT_EQ(korean.status, 1) << korean.err;
  EXPECT_THAT(korean.out, AllOf(HasSubstr("259"), HasSubstr("Non-Signaled"), HasSubstr(said("outcome_failed", {}, Language::kKorean)),
                                Not(HasSubstr("PartAdder.AddsItsRange"))));
  EXPECT_THAT(Verdicts(folder.path() / "v.json").checks, ElementsAre(Key(kWaits)));
  const std::string xml = text_of(folder.path() / "v.xml");
  EXPECT_EQ(xml.rfind("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>", 0), 0u) << xml;
  EXPECT_THAT(xml, AllOf(HasSubstr("<testsuite name=\"lab 05\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\">"),
                         HasSubstr("<testcase classname=\"AdderManager\" name=\"WaitsForBothWorkers\">"), HasSubstr("259"),
                         HasSubstr("</testsuites>\n")));
}

TEST(KitCheck, SendsWhoStartedNothingToTheStart) {
  const HandIn nothing;
  for (const char* source : {"StateWatcher.cpp", "FirstAndAll.cpp"}) nothing.add(source, "int main() { return 0; }\n");
  for (const std::string check : {"StateWatcher.SaysNonSignaledWhileItRuns", "FirstAndAll.NamesTheFirstToEnd"}) {
    const Answer answer = lab({"check", "04", "--from", nothing.path(), "--only", check, "--lang", "ko"});
    EXPECT_EQ(answer.status, 1) << answer.err;
    EXPECT_THAT(answer.out, AllOf(Says("nothing_started", {{"program", check.substr(0, check.find('.'))}}, Language::kKorean),
                                  Not(Says("report_hint", {{"hint", kAnything}, {"lab", "04"}, {"step", kAnything}}, Language::kKorean)),
                                  HasSubstr("lab hint 04 " + check + " --count 2 --lang ko\n")));
  }
}

TEST(KitCheck, KnowsNoSuchCheck) {
  const Answer answer = lab({"check", "05", "--solutions", "--only", "WaitsForNobody"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, AllOf(HasSubstr("WaitsForNobody"), HasSubstr(kWaits)));
}

// The programs whose exit the call reported.
std::vector<int> ends_told(const trace::Call& call) {
  constexpr std::int64_t kStillActive = 259, kSatisfied = 64;
  const bool asks_code = call.api == trace::Api::kGetExitCodeProcess && call.result && call.value != kStillActive;
  const bool waits = is_wait(call.api) || call.api == trace::Api::kWaitOrTimerCallback;
  std::vector<int> told;
  for (std::size_t i = 0; i < call.on.size(); ++i) {
    const bool meant = call.flags == 1 || call.result == static_cast<std::int64_t>(i);
    const bool satisfied = waits && call.result < kSatisfied && meant;
    if ((asks_code || satisfied) && call.on[i].kind == trace::Object::Kind::kProcess) told.push_back(call.on[i].program);
  }
  return told;
}

// The number of calls that reported a stand-in's exit; each of them must have returned after the exit was recorded.
int expect_ends_noted_first(const trace::Run& run) {
  std::map<int, std::uint64_t> noted;
  for (const trace::Event& event : run.events)
    if (event.kind == trace::Event::Kind::kSignaled) noted[event.program] = event.when.order;
  int calls = 0;
  for (const trace::Call& call : run.calls)
    for (const int program : ends_told(call)) {
      if (run.programs.at(static_cast<std::size_t>(program)).role != trace::Program::Role::kStandin || !call.end) continue;
      ++calls;
      EXPECT_TRUE(noted.contains(program) && noted[program] < call.end->order)
          << run.program << ", " << run.scenario << ": " << name(call.api) << " returned at " << call.end->order << ", the end of "
          << run.programs[static_cast<std::size_t>(program)].name << " was noted at " << noted[program];
    }
  return calls;
}

TEST(KitCheck, AnEndIsNotedBeforeACallReturnsThatWasToldOfIt) {
  int calls = 0;
  for (const char* one : {"04/right/one_by_one_after_the_first", "04/right/first_by_registered_waits", "04/wrong/any_for_all",
                          "04/wrong/exit_code_loop", "05/right/two_waits", "05/wrong/polls_exit_code"}) {
    const Folder folder;
    lab({"check", std::string(one, 2), "--from", utf8(programs_of(std::string(one, 2)) / (one + 3)), "--runs", utf8(folder.path())});
    for (const auto& file : fs::recursive_directory_iterator(folder.path()))
      if (file.path().extension() == ".jsonl")
        for (const trace::Run& run : trace::read(file.path())) calls += expect_ends_noted_first(run);
  }
  EXPECT_GT(calls, 20);
}

// Judges the recordings from a check of `lab_number` in a kit with neither Windows programs nor access to Wine: first all checks, then only
// `one`.
void expect_the_same_judged(const std::string& lab_number, const std::string& one, const std::vector<std::string>& programs, int status) {
  const Folder folder;
  std::vector<std::string> arguments{
      "check", lab_number, "--json", utf8(folder.path() / "check.json"), "--runs", utf8(folder.path() / "runs")};
  arguments.insert(arguments.end(), programs.begin(), programs.end());
  ASSERT_EQ(lab(arguments).status, status);

  const Folder kit;
  copy_rubrics(kit);
  const std::map<std::string, std::string> bare{{"LAB_ROOT", utf8(kit.path())}, {"PATH", utf8(kit.path())}};
  const Answer judged = lab({"judge", utf8(folder.path() / "runs"), "--json", utf8(folder.path() / "judge.json")}, bare);
  EXPECT_EQ(judged.status, status) << judged.out << judged.err;
  const Verdicts before(folder.path() / "check.json");
  const Verdicts after(folder.path() / "judge.json");
  EXPECT_EQ(before.whole, after.whole);
  EXPECT_FALSE(after.checks.empty());

  lab({"judge", utf8(folder.path() / "runs"), "--only", one, "--json", utf8(folder.path() / "one.json")}, bare);
  EXPECT_EQ(Verdicts(folder.path() / "one.json").in_short(), (std::map<std::string, std::string>{{one, before.in_short().at(one)}}));
}

const std::string kReportsStart = "AdderManager.ReportsAStartThatFailed";

TEST(KitJudge, AgreesWithTheCheckThatKeptTheSolutionsRuns) { expect_the_same_judged("05", kReportsStart, {"--solutions"}, 0); }

TEST(KitJudge, AgreesWithTheCheckThatBorrowedAProgram) {
  expect_the_same_judged("02", "MailSender.TalksToYourReceiver", {"--solutions"}, 0);
}

TEST(KitJudge, AgreesWithTheCheckThatKeptAWrongProgramsRuns) { expect_the_same_judged("05", kReportsStart, {"--from", kNoWait}, 1); }

TEST(KitJudge, AgreesWithTheCheckThatFoundNoProgram) {
  const HandIn nothing;
  expect_the_same_judged("05", kReportsStart, {"--from", nothing.path()}, 3);
}

// The reader is an instructor who has lost a file.
TEST(KitJudge, NamesTheRecordingThatIsMissing) {
  const Folder folder;
  ASSERT_EQ(lab({"check", "05", "--solutions", "--runs", utf8(folder.path())}).status, 0);
  fs::remove(folder.path() / "05" / "AdderManager.worker_1_first.jsonl");
  const Answer answer = lab({"judge", utf8(folder.path())});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.out, Says("recording_missing", {{"file", "AdderManager.worker_1_first.jsonl"}}));
  EXPECT_THAT(answer.out, testing::Not(testing::HasSubstr("send this report to your instructor")));
}

// Proves what the tests above rely on: that kit cannot start Windows programs.
TEST(KitJudge, HasNoWayToStartAProgramInABareKit) {
  const Folder kit;
  copy_rubrics(kit);
  const HandIn exes;
  for (const char* program : {"PartAdder.exe", "AdderManager.exe"})
    exes.add(program, program_headers(std::string("\x64\x86", 2), 0x0022, "\x0b\x02"));
  const Answer answer = lab({"check", "05", "--from", exes.path()}, {{"LAB_ROOT", utf8(kit.path())}, {"PATH", utf8(kit.path())}});
  EXPECT_EQ(answer.status, 2) << answer.out << answer.err;
  EXPECT_THAT(answer.err, Says("stage_missing"));
}

}  // namespace
}  // namespace lab::tests
