// Tests programs that harm themselves, their workers or the grader's recording: the grader finishes, reports the truth, and the other
// program keeps its points.
#include <ostream>
#include <sstream>

#include "tests/kit_command.h"
#include "tests/phrases.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::HasSubstr;

struct Hostile {
  const char* name;
  const char* end;       // how worker_1_first ended, according to its recording; "" if that depends on the machine or on the damage
  bool endless = false;  // a limit of 10 s ends its runs, so they take place only once
};

void PrintTo(const Hostile& hostile, std::ostream* out) { *out << hostile.name; }

// What worker_1_first's recording contains about the program under test and its output; null if it was not recorded.
struct Kept {
  nlohmann::json program, end;

  explicit Kept(const fs::path& runs) {
    std::istringstream lines(text_of(runs / "05" / "AdderManager.worker_1_first.jsonl"));
    for (std::string line; std::getline(lines, line);) {
      const auto json = nlohmann::json::parse(line);
      if (json.at("t") == "program" && program.is_null()) program = json;
      if (json.at("t") == "end") end = json;
    }
  }
};

void fill(const HandIn& folder, const std::string& hostile) {
  for (const auto& source : fs::directory_iterator(kSolutions)) folder.add(source.path());
  for (const auto& source : fs::directory_iterator(kHostile / hostile)) folder.add(source.path());
}

// Eight runs at a time, so that the time limits of looping programs elapse in parallel.
Answer check(const HandIn& folder, const Folder& results) {
  return lab({"check", "05", "--from", folder.path(), "--jobs", "8", "--json", utf8(results.path() / "v.json"), "--runs",
              utf8(results.path() / "runs")});
}

class KitHostile : public testing::TestWithParam<Hostile> {};

TEST_P(KitHostile, HarmsOnlyItself) {
  const HandIn folder;
  fill(folder, GetParam().name);
  const Folder first;
  const Answer answer = check(folder, first);
  const bool open = GetParam().end == std::string("timeout");  // its runs show no mistake, so its points are open
  EXPECT_THAT(answer.status, AnyOf(open ? 3 : 1, 3)) << answer.out << answer.err;
  const Verdicts verdicts(first.path() / "v.json");
  EXPECT_EQ(verdicts.checks.size(), kChecksOfLab05);
  EXPECT_EQ(verdicts.points_of("PartAdder"), 5);
  EXPECT_LT(verdicts.points_of("AdderManager"), 15);
  if (*GetParam().end) {
    const Kept kept(first.path() / "runs");
    ASSERT_FALSE(kept.program.is_null());
    EXPECT_EQ(kept.program.at("end"), GetParam().end);
    EXPECT_EQ(answer.status, open ? 3 : 1);
  }

  if (GetParam().endless) return;
  const Folder second;
  const Answer again = check(folder, second);
  EXPECT_EQ(again.status, answer.status);
  EXPECT_EQ(Verdicts(second.path() / "v.json").in_short(), verdicts.in_short());
}

INSTANTIATE_TEST_SUITE_P(Program, KitHostile,
                         testing::Values(Hostile{"prints_for_ever", "", true}, Hostile{"loops_for_ever", "", true},
                                         Hostile{"waits_for_nobody", "blocked"}, Hostile{"crashes", "crashed"},
                                         Hostile{"recurses_for_ever", "crashed"}, Hostile{"closes_every_handle", "itself"},
                                         Hostile{"starts_itself", "timeout", true}, Hostile{"terminates_itself", "itself"},
                                         Hostile{"overwrites_record", ""}, Hostile{"clears_record", ""},
                                         Hostile{"ends_main_thread", "itself"}, Hostile{"kills_workers", "itself"},
                                         Hostile{"ends_with_259", "itself"}),
                         [](const auto& info) { return std::string(info.param.name); });

// It is ended because nothing can happen any more, not by a limit, which would be "timeout"; output that the C runtime has not written yet
// is included.
TEST(KitHostileEnds, AProgramThatWaitsForNobodyAtOnceAndKeepsItsOutput) {
  const HandIn folder;
  fill(folder, "waits_for_nobody");
  const Folder results;
  check(folder, results);
  const Kept kept(results.path() / "runs");
  EXPECT_EQ(kept.end.at("stdout"), "return_val1: 15");
  EXPECT_EQ(kept.program.at("end"), "blocked");
}

// As far as the grader can know, the awaited event could still happen, so nothing has failed.
TEST(KitHostileEnds, AWaitThatTheGraderDoesNotKnowIsNotJudged) {
  const HandIn folder;
  fill(folder, "waits_where_nobody_looks");
  const Folder results;
  const Answer answer = check(folder, results);
  EXPECT_EQ(Kept(results.path() / "runs").program.at("end"), "unknown_wait") << answer.err;
  const Verdicts verdicts(results.path() / "v.json");
  EXPECT_EQ(verdicts.outcome("AdderManager.StartsBothWorkers"), "passed");
  EXPECT_EQ(verdicts.outcome("AdderManager.WaitsForBothWorkers"), "not_gradable");
  for (const auto& [id, check] : verdicts.checks) EXPECT_THAT(verdicts.outcome(id), AnyOf("passed", "skipped", "not_gradable")) << id;
}

TEST(KitHostileEnds, ACrashIsNamed) {
  const HandIn folder;
  fill(folder, "crashes");
  const Folder results;
  const Answer answer = check(folder, results);
  EXPECT_EQ(Verdicts(results.path() / "v.json").outcome("AdderManager.StartsBothWorkers"), "crashed");
  EXPECT_THAT(answer.out, HasSubstr("0xC0000005"));
}

// The processor reports a stack fault, because the address is in rbp.
TEST(KitHostileEnds, AnAddressThatNoPointerMayHaveIsAnAccessViolation) {
  const HandIn folder;
  folder.add("AdderManager.cpp",
             "__asm__(\".globl fault\\n.seh_proc fault\\nfault: push %rbp\\n.seh_pushreg %rbp\\n.seh_endprologue\\n\"\n"
             "        \"movabs $0xfefefefefefefefe, %rbp\\nmovl $0, (%rbp)\\npop %rbp\\nret\\n.seh_endproc\\n\");\n"
             "extern \"C\" void fault();\n"
             "int main() {\n  fault();\n  return 0;\n}\n");
  const Folder results;
  EXPECT_THAT(check(folder, results).out, HasSubstr("0xC0000005"));
}

TEST(KitHostileEnds, AnExceptionThatIsNotCaughtIsNamedWithItsText) {
  const HandIn folder;
  folder.add("AdderManager.cpp",
             "#include <stdexcept>\nint main() {\n  try { throw 1; } catch (int) {}\n  throw std::out_of_range(\"part 3\");\n}\n");
  const Folder results;
  const Answer answer = check(folder, results);
  EXPECT_EQ(Verdicts(results.path() / "v.json").outcome("AdderManager.StartsBothWorkers"), "crashed");
  EXPECT_THAT(answer.out, HasSubstr("std::out_of_range: part 3"));
  EXPECT_THAT(answer.out, HasSubstr("0xE06D7363"));
}

}  // namespace
}  // namespace lab::tests
