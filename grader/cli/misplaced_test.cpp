// Tests that a line without the name of the called function is found.
#include "cli/misplaced.h"

#include <gmock/gmock.h>

namespace lab::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using trace::Api;

trace::Run run_with(Api api, trace::Place place, const char* built_from = "source") {
  trace::Run run;
  run.submission = "student";
  run.scenario = "worker_1_first";
  run.facts["built_from"] = built_from;
  trace::Call& call = run.calls.emplace_back();
  call.api = api;
  call.place = std::move(place);
  return run;
}

TEST(LinesOfCalls, NameTheFunction) {
  const LineTally tally = lines_of_calls({run_with(Api::kCloseHandle, {"A.cpp", 3, "CloseHandle(slot);"})});
  EXPECT_EQ(tally.placed, 1u);
  EXPECT_THAT(tally.misplaced, IsEmpty());
}

TEST(LinesOfCalls, NameWhatOfTheLibraryCallsIt) {
  const LineTally tally = lines_of_calls({run_with(Api::kWriteFile, {"A.cpp", 3, "_putts(message);"}),
                                          run_with(Api::kReadFile, {"A.cpp", 4, "while (_fgetts(line, 80, stdin))"}),
                                          run_with(Api::kWaitForSingleObject, {"A.cpp", 5, "reader.join();"}),
                                          run_with(Api::kWaitForSingleObject, {"A.cpp", 6, "std::scoped_lock hold(guard);"})});
  EXPECT_EQ(tally.placed, 4u);
  EXPECT_THAT(tally.misplaced, IsEmpty());
}

TEST(LinesOfCalls, AreWrongWhereTheyNameAnotherOrNone) {
  const LineTally tally = lines_of_calls({run_with(Api::kCloseHandle, {"A.cpp", 3, "_putts(message);"}), run_with(Api::kCreateFile, {}),
                                          run_with(Api::kWriteFile, {"A.cpp", 9, "}"})});
  EXPECT_EQ(tally.placed, 0u);
  EXPECT_THAT(tally.misplaced, ElementsAre("student worker_1_first CloseHandle A.cpp:3: _putts(message);",
                                           "student worker_1_first CreateFile :0: ", "student worker_1_first WriteFile A.cpp:9: }"));
}

TEST(LinesOfCalls, AreNotExpectedOfAnExeNorOfWhatIsWrittenAtTheEnd) {
  const LineTally tally = lines_of_calls({run_with(Api::kCreateFile, {}, "exe"), run_with(Api::kWriteFile, {})});
  EXPECT_EQ(tally.placed, 0u);
  EXPECT_THAT(tally.misplaced, IsEmpty());
}

TEST(LinesOfCalls, AreExpectedOfAWaitUnlessItIsForALockOfTheLibrary) {
  std::vector<trace::Run> runs = {run_with(Api::kWaitForSingleObject, {}), run_with(Api::kWaitForSingleObject, {})};
  runs[0].calls[0].on = {{trace::ObjectKind::kOther}};
  runs[1].calls[0].on = {{trace::ObjectKind::kProcess, 1}};
  EXPECT_THAT(lines_of_calls(runs).misplaced, ElementsAre("student worker_1_first WaitForSingleObject :0: "));
}

}  // namespace
}  // namespace lab::cli
