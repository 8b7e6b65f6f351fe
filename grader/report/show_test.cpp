// Tests one run over time: the lanes show the race and the marked moment, the list shows every call, and no student program can break
// either.
#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "replay/replay_samples.h"
#include "report/describe.h"
#include "report/report.h"
#include "report/report_samples.h"
#include "tests/phrases.h"
#include "text/utf8.h"

namespace lab::report {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using tests::kAnything;
using tests::said;
using tests::Says;
using text::Language;

TEST(Stretch, ShowsTheRace) {
  EXPECT_EQ(stretch(race(), 51, {}, 2),
            "  AdderManager    |--start---start---GetExitCodeProcess=259!--print--GetExitC...\n"
            "  PartAdder 1 5           |=================== Non-Signaled ====================\n"
            "  PartAdder 6 10                  |=============== Non-Signaled ================\n");
}

TEST(Stretch, PutsTheMarkBehindTheAnswer) {
  for (const std::uint64_t order : {51u, 52u}) EXPECT_THAT(stretch(race(), order, {}), HasSubstr("GetExitCodeProcess=259!")) << order;
  EXPECT_THAT(stretch(race(), 62, {}), HasSubstr("print--GetExitCodeProcess=259!"));
}

TEST(Stretch, MarksACallThatNeverReturned) {
  trace::Run run = race();
  run.calls = {start(1, "PartAdder.exe 1 5", 10), call(Api::kWaitForSingleObject, 30, {}, {{Object::Kind::kProcess, 1, 1}})};
  run.events.clear();
  EXPECT_THAT(stretch(run, 30, {}), HasSubstr("WaitForSingleObject!"));
}

TEST(Stretch, MarksAnEvent) {
  trace::Run run = race();
  run.events.push_back({Event::Kind::kSpinning, 1, 0, 0, at(55)});
  EXPECT_THAT(stretch(run, 55, {}), HasSubstr("GetExitCodeProcess=259!--print"));
}

TEST(Stretch, ShowsASignaledWorkerAsSuch) {
  trace::Run run = race();
  run.calls = {start(1, "PartAdder.exe 1 5", 10), call(Api::kWaitForSingleObject, 30, 40, {{Object::Kind::kProcess, 1, 1}}),
               read_exit_code(1, 50, 15)};
  run.calls[1].result = 0;
  run.events = {{Event::Kind::kSignaled, 1, -1, 15, at(35)}};
  run.programs.pop_back();
  const std::string text = stretch(run, 50, {});
  EXPECT_EQ(text,
            "AdderManager   ...ForSingleObject...=OBJECT_0--GetExitCodeProcess=15!-----------\n"
            "PartAdder 1 5  == Non-Signaled ==^ Signaled\n");
}

TEST(Stretch, AnEndPointsUpOnlyAtAWaitThatItReleased) {
  trace::Run run = race();
  run.calls = {start(1, "PartAdder.exe 1 5", 10), call(Api::kWaitForSingleObject, 30, 40, {{Object::Kind::kProcess, 1, 1}})};
  run.programs.pop_back();
  const auto drawn_with = [&](std::uint64_t end, std::int64_t result) {
    run.events = {{Event::Kind::kSignaled, 1, -1, 15, at(end)}};
    run.calls[1].result = result;
    return stretch(run, 30, {});
  };
  EXPECT_THAT(drawn_with(35, 0), HasSubstr("=^"));
  EXPECT_THAT(drawn_with(25, 0), AllOf(HasSubstr("| Signaled"), Not(HasSubstr("^")))) << "it had ended before the wait began";
  EXPECT_THAT(drawn_with(35, 258), AllOf(HasSubstr("=| Signaled"), Not(HasSubstr("^")))) << "the wait timed out";
  run.calls[1].program = 1;
  EXPECT_THAT(drawn_with(35, 0), Not(HasSubstr("^"))) << "no lane above has that wait";
}

TEST(Stretch, AWaitsAnswerCountsMoreThanWhenTheGraderNoticed) {
  trace::Run run = race();
  Call both = call(Api::kWaitForMultipleObjects, 30, 40, {{Object::Kind::kProcess, 1, 1}, {Object::Kind::kProcess, 2, 3}});
  both.result = 0;
  both.flags = 1;
  run.calls = {start(1, "PartAdder.exe 1 5", 10), start(2, "PartAdder.exe 6 10", 20), both, read_exit_code(1, 50, 15)};
  run.events = {{Event::Kind::kSignaled, 2, -1, 40, at(60)}, {Event::Kind::kSignaled, 1, -1, 15, at(61)}};
  Style wide;
  wide.width = 100;
  EXPECT_EQ(stretch(run, 50, wide),
            "AdderManager    |--start---start---WaitForMultipleObjects..=OBJECT_0--GetExitCodeProcess=15!-----...\n"
            "PartAdder 1 5           |========= Non-Signaled =========^ Signaled\n"
            "PartAdder 6 10                  |===== Non-Signaled ======| Signaled\n");
  run.calls[2].flags = 0;
  run.calls[2].result = 1;
  EXPECT_THAT(stretch(run, 40, wide), HasSubstr("PartAdder 6 10                  |===== Non-Signaled =====^ Signaled"));
}

TEST(Stretch, IsEmptyForAMomentThatTheRunDoesNotHave) {
  EXPECT_EQ(stretch(race(), 5000, {}), "");
  EXPECT_EQ(stretch(trace::Run{}, 1, {}), "");
}

TEST(Stretch, OfNoMomentIsTheEndOfTheRun) {
  const std::string text = stretch(race(), std::nullopt, {});
  EXPECT_THAT(text, AllOf(HasSubstr("AdderManager "), Not(HasSubstr("!"))));
  EXPECT_EQ(lines_of(text).size(), 3u);
  expect_fits(text, 80);
  trace::Run endless = race();
  for (std::uint64_t i = 0; i < 5000; ++i) endless.calls.push_back(call(Api::kSleep, 1000 + i * 2, 1001 + i * 2));
  EXPECT_EQ(stretch(endless, std::nullopt, {}), "") << "too long to be drawn";
}

TEST(Stretch, MarksACallWhoseAnswerComesMuchLater) {
  trace::Run run = race();
  Call wait = call(Api::kWaitForSingleObject, 22, 1000, {{Object::Kind::kProcess, 2, 3}});
  wait.thread = 2;
  run.calls.insert(run.calls.begin() + 2, wait);
  for (std::uint64_t i = 0; i < 40; ++i) run.calls.push_back(read_exit_code(1, 100 + 2 * i, 259));
  EXPECT_THAT(stretch(run, 22, {}), HasSubstr("--WaitForSingleObject!"));
}

TEST(Stretch, FindsItsMomentInALongRun) {
  trace::Run run = race();
  for (std::uint64_t i = 0; i < 5000; ++i) run.calls.push_back(call(Api::kSleep, 1000 + i * 2, 1001 + i * 2));
  run.calls.push_back(read_exit_code(1, 20000, 259));
  const std::string text = stretch(run, 20000, {});
  EXPECT_THAT(text, AllOf(HasSubstr("GetExitCodeProcess=259!"), HasSubstr("...")));
  expect_fits(text, 80);
  EXPECT_EQ(lines_of(text).size(), 3u);
}

// The first line for the race.
std::string heading(Language language) {
  const nlohmann::json args = {{"program", "AdderManager"},
                               {"scenario", "worker_1_first"},
                               {"clock", said("clock_patient", {}, language)},
                               {"platform", said("run_platform_corrected", {{"platform", "Wine 8.0"}}, language)}};
  return said("run_heading", args, language) + "\n";
}

TEST(Show, SaysWhichRunItIsAndHowItEnded) {
  Style style;
  style.run_in_words = [](const trace::Run&) { return text::Bilingual{"the cat sleeps", "고양이가 자는"}; };
  EXPECT_THAT(show(race(), style), StartsWith(heading(Language::kEnglish) + "In this run, the cat sleeps. "));
}

TEST(Show, SaysWhenACallReturnedThatOthersOvertook) {
  trace::Run run = race();
  run.calls = {call(Api::kWaitForSingleObject, 10, 40, {{Object::Kind::kProcess, 1, 1}})};
  const std::string later = said("call_returned_later", {{"at", fmt::format("{:.1f}", static_cast<double>(at(40).at_us) / 1000)}});
  run.events = {{Event::Kind::kSignaled, 1, -1, 15, at(30)}};
  EXPECT_THAT(show(run, {}), tests::SaysSentence(later));
  run.events[0].when = at(50);
  EXPECT_THAT(show(run, {}), Not(tests::SaysSentence(later)));
}

TEST(Show, ListsCallsAndEventsWithTimeArgumentsAndResult) {
  const std::string text = show(race(), {});
  EXPECT_THAT(text, StartsWith(heading(Language::kEnglish)));
  EXPECT_THAT(text, HasSubstr("10-11        1.0   CreateProcess(NULL, \"PartAdder.exe 1 5\") -> TRUE\n"));
  EXPECT_THAT(text, HasSubstr("51-52        5.1   GetExitCodeProcess(PartAdder 1 5) -> TRUE, 259 (STILL_ACTIVE)\n"));
  EXPECT_THAT(text, HasSubstr("60-61        6.0   WriteFile(stdout, \"return_val1: 259\\r\\n\") -> TRUE\n"));
  EXPECT_THAT(text, HasSubstr("   81        8.1   " + said("event_signaled", {{"program", "PartAdder 1 5"}, {"value", 15}}) + "\n"));
  EXPECT_THAT(text, HasSubstr(said("run_printed") + "\n  return_val1: 259\n  return_val2: 259\n  total: 518\n"));
  EXPECT_THAT(text, Not(HasSubstr(said("run_errors"))));
  expect_fits(text, 80);
}

TEST(Show, LeavesOutTheFolderOfTheRun) {
  trace::Run run = race();
  run.calls[0].text["application"] = "Z:\\tmp\\run.0\\PartAdder.exe";
  EXPECT_THAT(show(run, {}), HasSubstr("CreateProcess(\"PartAdder.exe\", \"PartAdder.exe 1 5\") -> TRUE\n"));
}

TEST(Show, ShowsOnlyTheArgumentThatWasPassedToCreateProcess) {
  trace::Run run = race();
  run.calls[0].text = {{"application", "PartAdder.exe 1 5"}};
  EXPECT_THAT(show(run, {}), HasSubstr("CreateProcess(\"PartAdder.exe 1 5\", NULL) -> TRUE\n"));
}

TEST(Show, CallsAHandleThatIsInvalidSoInPicturesToo) {
  trace::Call write = call(trace::Api::kWriteFile, 1, 2);
  write.on = {{trace::ObjectKind::kPseudo, -1, 0, -1}};
  EXPECT_EQ(picture_answer(race(), write), "INVALID_HANDLE_VALUE");
}

TEST(Show, NamesTheCallersNextToACorrectProgramAndCountsRepetitions) {
  trace::Run run = replay::recorded(replay::kHeir);
  const trace::Run correct = run;
  std::rotate(run.calls.begin() + 2, run.calls.begin() + 3, run.calls.end() - 2);  // closes the mailslot after the child's end
  for (int i = 0; i < 2; ++i) run.calls.push_back(run.calls.back());
  run.calls.back().error = run.calls[run.calls.size() - 2].error = 6;
  const std::string text = show_against(run, correct, {});
  EXPECT_THAT(text, HasSubstr("  SlotHeir: CloseHandle(mailslot mailbox) -> TRUE\n"));
  EXPECT_THAT(text, HasSubstr("  SlotHeir heir 52: ReadFile(mailslot mailbox, "));
  EXPECT_THAT(text, HasSubstr("  [" + said("call_times", {{"times", 2}}) + "]\n"));
  run.calls.resize(run.calls.size() - 2);
  EXPECT_THAT(show_against(run, correct, {}),
              HasSubstr("! SlotHeir: CloseHandle(mailslot mailbox) -> TRUE\n    " + said("against_earlier") + "\n"));
}

TEST(Show, DrawsNoRowInWhichNothingHappens) {
  for (const std::string& line : lines_of(show(race(), {}))) EXPECT_NE(line, "AdderManager    ...");
}

TEST(Show, SpeaksKorean) {
  Style style;
  style.language = Language::kKorean;
  const std::string text = show(race(), style);
  EXPECT_THAT(text, HasSubstr(said("event_released", {{"program", "PartAdder 1 5"}, {"value", 15}}, Language::kKorean)));
  EXPECT_THAT(text, HasSubstr(said("run_printed", {}, Language::kKorean) + "\n"));
  EXPECT_THAT(text, StartsWith(heading(Language::kKorean)));
  expect_fits(text, 80);
}

TEST(Show, CallsWhatAHandleStandsForInTheReadersLanguage) {
  trace::Run run = race();
  Call wait = call(Api::kWaitForMultipleObjects, 30, 31,
                   {{Object::Kind::kProcess, 1, 1}, {Object::Kind::kThread, 2, 4}, {Object::Kind::kInvalid, -1, 0}});
  wait.flags = 1;
  wait.timeout_ms = 0xFFFFFFFF;
  run.calls.push_back(wait);
  Style style;
  style.width = 200;
  for (const Language language : {Language::kEnglish, Language::kKorean}) {
    style.language = language;
    EXPECT_THAT(show(run, style),
                HasSubstr("(PartAdder 1 5, " + said("object_thread", {{"whose", "PartAdder 6 10"}}, language) + ", " +
                          said("object_invalid", {}, language) + ", " + said("call_waits_for_all", {}, language) + ", INFINITE)"));
  }
}

TEST(Show, CallsAFileHandleThatIsNoneByItsName) {
  trace::Run run = race();
  run.calls.push_back(call(Api::kWriteFile, 30, 31, {{Object::Kind::kPseudo, 0, 0}}));
  EXPECT_THAT(show(run, {}), HasSubstr("WriteFile(INVALID_HANDLE_VALUE"));
}

TEST(Show, DecodesWhatACallWrote) {
  trace::Run run = race();
  run.calls[3].text["written"] = "\xbe\xc8\xb3\xe7\r\n";  // code page 949
  EXPECT_THAT(show(run, {}), HasSubstr("WriteFile(stdout, \"안녕\\r\\n\")"));
}

TEST(Show, TellsWhatIsSpecialAboutACall) {
  trace::Run run = race();
  Call wait =
      call(Api::kWaitForMultipleObjects, 30, 31,
           {{Object::Kind::kProcess, 1, 1}, {Object::Kind::kThread, 2, 4}, {Object::Kind::kClosed, 1, 2}, {Object::Kind::kNull, -1, 0}});
  wait.result = 0xFFFFFFFF;
  wait.error = 6;
  wait.timeout_ms = 0xFFFFFFFF;
  wait.flags = 1;
  wait.times = 20;
  wait.thread = 2;
  wait.faulted = true;
  Call stuck = call(Api::kWaitForSingleObject, 32, {}, {{Object::Kind::kPseudo, -1, 0}});
  stuck.timeout_ms = 100;
  stuck.ended_by_grader = true;
  run.calls = {wait, stuck};
  std::string text = show(run, {});
  const std::string continued = "\n" + std::string(19, ' ');
  for (std::size_t at; (at = text.find(continued)) != std::string::npos;) text.replace(at, continued.size(), " ");
  for (std::size_t at; (at = text.find("  [")) != std::string::npos;) text.erase(at, 1);
  EXPECT_THAT(text,
              HasSubstr("WaitForMultipleObjects(PartAdder 1 5, " + said("object_thread", {{"whose", "PartAdder 6 10"}}) + ", " +
                        said("object_closed_of", {{"whose", "PartAdder 1 5"}}) + ", NULL, " + said("call_waits_for_all") +
                        ", INFINITE) -> WAIT_FAILED, GetLastError() = 6 (ERROR_INVALID_HANDLE) [" + said("call_times", {{"times", 20}}) +
                        "] [" + said("call_thread", {{"thread", 2}}) + "] [" + said("call_faulted") + "]"));
  EXPECT_THAT(text, HasSubstr("WaitForSingleObject(" + said("object_pseudo") + ", 100 ms) -> " + said("call_not_returned") + " [" +
                              said("call_given_up") + "]"));
}

TEST(Show, TellsWhatWasOpenedOrCreated) {
  trace::Run run = race();
  Call open = call(Api::kOpenProcess, 30, 31), refused = call(Api::kOpenProcess, 32, 33);
  open.started = refused.started = 1;
  open.handles = {3};
  refused.result = 0;
  refused.error = 5;
  Call thread = call(Api::kCreateThread, 34, 35), suspended = call(Api::kCreateThread, 36, 37), failed = call(Api::kCreateThread, 38, 39);
  thread.value = 2;
  suspended.value = failed.value = 3;
  suspended.flags = 4;
  failed.result = 0;
  failed.error = 8;
  run.calls = {open, refused, thread, suspended, failed};
  Style style;
  style.width = 100;
  std::string text = show(run, style);
  EXPECT_THAT(text, HasSubstr("OpenProcess(PartAdder 1 5) -> handle\n"));
  EXPECT_THAT(text, HasSubstr("OpenProcess(PartAdder 1 5) -> NULL, GetLastError() = 5 (ERROR_ACCESS_DENIED)\n"));
  EXPECT_THAT(text, HasSubstr("CreateThread() -> handle, thread 2\n"));
  EXPECT_THAT(text, HasSubstr("CreateThread(CREATE_SUSPENDED) -> handle, thread 3\n"));
  EXPECT_THAT(text, HasSubstr("CreateThread() -> NULL, GetLastError() = 8 (ERROR_NOT_ENOUGH_MEMORY)\n"));
  style.language = Language::kKorean;
  text = show(run, style);
  EXPECT_THAT(text, HasSubstr("OpenProcess(PartAdder 1 5) -> 핸들\n"));
  EXPECT_THAT(text, HasSubstr("CreateThread() -> 핸들, 스레드 2\n"));
}

TEST(Show, EveryCallIsInSomeRowOfTheLanes) {
  trace::Run run = race();
  run.calls.clear();
  for (int i = 0; i < 40; ++i) run.calls.push_back(read_exit_code(1, 100 + static_cast<std::uint64_t>(i) * 2, 100 + i));
  std::string lane;
  for (const std::string& line : lines_of(show(run, {}))) {
    if (line.starts_with("AdderManager    ")) {
      std::string part = line.substr(16);
      if (part.starts_with("...")) part.erase(0, 3);
      if (part.ends_with("...")) part.erase(part.size() - 3);
      lane += part;
    }
  }
  for (int i = 0; i < 40; ++i) EXPECT_THAT(lane, HasSubstr("--GetExitCodeProcess=" + std::to_string(100 + i))) << lane;
}

TEST(Show, SaysWhyThereIsNoRecording) {
  trace::Run run;
  run.program = "AdderManager";
  run.outcome = trace::Run::Outcome::kNotBuilt;
  run.reason = "does_not_compile";
  run.detail = "AdderManager.cpp:12: error: expected ';'";
  EXPECT_THAT(show(run, {}), AllOf(Says("run_not_recorded", {{"reason", "does_not_compile"}}), HasSubstr("error: expected ';'")));
}

TEST(Show, HostileRunsAreHarmlessAndBounded) {
  trace::Run run = race();
  const std::string evil = "\x1b]0;owned\a\x1b[2J\r\n" + std::string(100'000, 'A') + "\xff\u202e";
  run.program = run.scenario = run.platform = run.clock = evil;
  for (Program& program : run.programs) program.name = program.arguments = evil;
  for (int i = 0; i < 1500; ++i) {
    Call bad =
        call(Api::kCreateProcess, 100 + static_cast<std::uint64_t>(i), {}, std::vector<Object>(200, {Object::Kind::kProcess, 99, 1}));
    bad.text = {{"command_line", evil}, {"written", evil}, {"stream", evil}};
    bad.started = 77;
    run.calls.push_back(bad);
  }
  for (int i = 0; i < 50; ++i) run.programs.push_back(run.programs[1]);
  run.output = run.errors = evil;
  const std::string text = show(run, {});
  EXPECT_THAT(text, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\a")), Not(HasSubstr("\u202e")), Not(HasSubstr("\r"))));
  EXPECT_TRUE(text::is_utf8(text));
  EXPECT_LT(text.size(), 2'000'000u);
  EXPECT_THAT(text, AllOf(Says("run_more_records", {{"count", kAnything}}), Says("run_more_programs", {{"count", 44}}), Says("run_cut")));
  expect_fits(text, 80);
}

}  // namespace
}  // namespace lab::report
