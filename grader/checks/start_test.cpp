// Which programs a program has started, in handwritten runs.
#include <gtest/gtest.h>

#include <algorithm>

#include "checks/adders_by_hand.h"
#include "checks/cases.h"

namespace lab::checks {
namespace {

using trace::Program;

using Runs = Cases<TwoAdders>;

// A program has started two workers, but these starts were expected.
struct StartedCase {
  const char* name;
  std::vector<std::string> arguments;
  const char* reason;
};

void PrintTo(const StartedCase& started, std::ostream* out) { *out << started.name; }

class StartedOfTwo : public testing::TestWithParam<StartedCase> {};
TEST_P(StartedOfTwo, OrderDoesNotMatterNumberAndArgumentsDo) {
  EXPECT_EQ(TwoAdders().reason(Started("PartAdder", GetParam().arguments)), GetParam().reason);
}
TEST(Started, PairsTheFirstWrongLineWithTheFirstThatIsMissing) {
  TwoAdders it;
  it.run.programs[1].arguments = "15";
  it.run.programs[2].arguments = "610";
  const Because because = Started("PartAdder", {"1 5", "6 10"}).reason_against(it.run);
  EXPECT_EQ(because.args["seen"], "15");
  EXPECT_EQ(because.args["line_expected"], "PartAdder 1 5");
}

TEST(Started, ShowsBothCommandLines) {
  TwoAdders it;
  it.run.programs[2].arguments = "610";
  trace::Call& start = *std::find_if(it.run.calls.begin(), it.run.calls.end(), [](const trace::Call& call) { return call.started == 2; });
  start.text["command_line"] = "PartAdder 610";
  const Because because = Started("PartAdder", {"1 5", "6 10"}).reason_against(it.run);
  EXPECT_EQ(because.id(), "wrong_worker_arguments");
  EXPECT_EQ(because.args["line"], "PartAdder 610");
  EXPECT_EQ(because.args["line_expected"], "PartAdder 6 10");
  EXPECT_EQ(because.order, start.begin.order);
}

INSTANTIATE_TEST_SUITE_P(Started, StartedOfTwo,
                         testing::Values(StartedCase{"InAnotherOrder", {"6 10", "1 5"}, ""},
                                         StartedCase{"OfOtherArguments", {"1 5", "6 11"}, "wrong_worker_arguments"},
                                         StartedCase{"OneMore", {"1 5"}, "too_many_workers"},
                                         StartedCase{"OneLess", {"1 5", "6 10", "11 15"}, "too_few_workers"}),
                         [](const auto& info) { return info.param.name; });

// Makes the program's only start, with these strings, fail. Returns when.
std::uint64_t fails_to_start(TwoAdders& it, std::map<std::string, std::string> text) {
  it.run.programs.resize(1);
  it.run.calls.resize(1);
  it.run.calls[0].result = 0;
  it.run.calls[0].error = 2;
  it.run.calls[0].text = std::move(text);
  return it.run.calls[0].begin.order;
}

const Runs kStartsOne{
    {"Nothing", "no_workers", [](auto& it) { it.run.programs.resize(1); }},
    {"TheCommandLineInPlaceOfThePath",
     {"command_line_for_path", {{"seen", "PartAdder 1 5"}}},
     [](auto& it) {
       return fails_to_start(it, {{"application", "PartAdder 1 5"}, {"command_line", "C:\\PartAdder.exe"}});
     }},
    {"TheCommandLineWithTheFilesNameInPlaceOfThePath",
     {"command_line_for_path", {{"seen", "PartAdder.exe 1 5"}}},
     [](auto& it) {
       return fails_to_start(it, {{"application", "PartAdder.exe 1 5"}});
     }},
    {"APathWithABlankInIt", "start_failed",
     [](auto& it) {
       return fails_to_start(it, {{"application", "C:\\My Labs\\PartAdder.exe"}});
     }},
    {"ACrashWithinTheStart",
     {"crashed_in_call", {{"call", "CreateProcess"}}},
     [](auto& it) {
       it.run.programs.resize(1);
       it.run.calls.resize(1);
       it.run.calls[0].end.reset();
       it.ends(Program::End::kCrashed, 0xC0000005);
       return it.run.calls[0].begin.order;
     }},
    {"ACrashWhileAnotherThreadWaits", "crashed",
     [](auto& it) {
       Call& wait = it.waits(kInfinite, 0);
       wait.end.reset();
       wait.thread = 2;
       it.run.programs.resize(1);
       it.ends(Program::End::kCrashed, 0xC0000005);
     }},
    {"ACrashBeforeTheFirstStart", "crashed_after_call",
     [](auto& it) {
       it.run.programs.resize(1);
       it.run.programs[0].end = Program::End::kCrashed;
     }},
};
INSTANTIATE_TEST_SUITE_P(StartsOne, Matcher, rows(kStartsOne, Started("PartAdder", {"1 5"})), name_of_row);

const Runs kStartsTwo{
    {"TookSuccessForAFailure",
     {"call_success_taken_for_failure", {{"call", "CreateProcess"}}},
     [](auto& it) {
       it.run.programs.pop_back();
       it.run.calls.pop_back();
       it.run.errors = "Unable to start PartAdder.exe: error 0\n";
       it.ends(Program::End::kItself, 0xFFFFFFFF);
     }},
};
INSTANTIATE_TEST_SUITE_P(StartsTwo, Matcher, rows(kStartsTwo, Started("PartAdder", {"1 5", "6 10"})), name_of_row);

}  // namespace
}  // namespace lab::checks
