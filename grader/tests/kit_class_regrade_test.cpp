// Tests lab regrade as an instructor runs it.
#include <chrono>
#include <thread>

#include "tests/kit_grading.h"
#include "tests/phrases.h"
#ifndef _WIN32
#include <fcntl.h>
#include <sys/stat.h>

#include "tests/kit_running.h"
#endif

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class KitRegrading : public KitGrading {};

// After a change to the rubric, the recordings are judged and nothing is run.
TEST_F(KitRegrading, JudgesTheRecordingsAgainForAnotherRubric) {
  lab(command());
  const std::string before = text_of(gradebook());
  const fs::path result = result_of("choi");
  const std::string whole = text_of(result);
  nlohmann::ordered_json other = nlohmann::ordered_json::parse(whole);
  other["rubric"] = "another";
  other["labs"][0]["checks"][0]["points"] = 100;
  std::ofstream(result) << other.dump();
  EXPECT_THAT(unwrapped(lab(command()).out), HasSubstr("0 graded now, 1 judged again from recordings, 3 unchanged, 0 not graded"));
  EXPECT_EQ(text_of(result), whole);
  EXPECT_EQ(text_of(gradebook()), before);

  std::ofstream(result) << other.dump();
  const Answer again = lab({"regrade", utf8(out())});
  EXPECT_EQ(again.status, 0) << again.out << again.err;
  EXPECT_THAT(unwrapped(again.out), HasSubstr("1 check changed: "));
  EXPECT_EQ(text_of(result), whole);
  EXPECT_THAT(text_of(out() / "changes.csv"), HasSubstr("choi,choi,MailReceiver.CreatesTheSlot,100,1,1,1,passed,passed,rubric,,another,"));
}
// A page rewritten from the recordings is the same as the student's original page, including the order of its runs.
TEST_F(KitRegrading, JudgesAgainWithTheSamePages) {
  folder.write("class/choi/MailReceiver.cpp",
               "int unused(int x) { if (x = 1) return x; return 0; }\n" + text_of(folder.path() / "class" / "choi" / "MailReceiver.cpp"));
  lab(command());
  std::map<std::string, std::string> before;
  for (const char* student : {"an", "choi", "kang", "yoon"}) before[student] = text_of(page_of(student));
  const std::string result = text_of(result_of("choi"));
  EXPECT_EQ(lab({"regrade", utf8(out())}).status, 0);
  for (const auto& [student, page] : before) EXPECT_EQ(text_of(page_of(student)), page) << student;
  EXPECT_EQ(text_of(result_of("choi")), result);
}

TEST_F(KitRegrading, ComparesPagesWithACorrectProgramUnlessToldNotTo) {
  const std::string compared = "\"against\":";
  ASSERT_EQ(lab(command()).status, 0);
  EXPECT_THAT(text_of(page_of("choi")), HasSubstr(compared));
  ASSERT_EQ(lab({"regrade", utf8(out()), "--no-compare"}).status, 0);
  EXPECT_THAT(text_of(page_of("choi")), Not(HasSubstr(compared)));
  EXPECT_THAT(lab({"regrade", utf8(out())}).out, Says("class_no_compare")) << "the choice holds until another one is made";
  EXPECT_THAT(text_of(page_of("choi")), Not(HasSubstr(compared)));
  ASSERT_EQ(lab({"regrade", utf8(out()), "--compare"}).status, 0);
  EXPECT_THAT(text_of(page_of("choi")), HasSubstr(compared));
  fs::remove_all(out());
  std::vector<std::string> alone = command();
  alone.push_back("--no-compare");
  ASSERT_EQ(lab(alone).status, 0);
  EXPECT_THAT(text_of(page_of("choi")), Not(HasSubstr(compared)));
}

TEST_F(KitRegrading, ComparesTwoGradings) {
  lab(command());
  const fs::path older = folder.path() / "older";
  fs::copy(out(), older, fs::copy_options::recursive);
  hand_in("kang", kRoot / "solutions" / "01_mailslot_receiver");
  lab(command());
  const Answer same = lab({"regrade", utf8(older), "--against", utf8(older)});
  EXPECT_EQ(same.status, 0) << same.err;
  EXPECT_THAT(same.out, Says("class_changes", {{"changes", 0}, {"file", utf8(older / "changes.csv")}}));
  const Answer answer = lab({"regrade", utf8(out()), "--against", utf8(older)});
  EXPECT_EQ(answer.status, 0) << answer.err;
  EXPECT_THAT(answer.out, Says("class_check_changed", {{"check", "MailReceiver.CreatesTheSlot"}, {"gained", 1}, {"lost", 0}, {"same", 0}}));
  EXPECT_THAT(text_of(out() / "changes.csv"), HasSubstr("kang,kang,MailReceiver.CreatesTheSlot,0,1,1,1,not_built,passed,verdict,,"));
  EXPECT_EQ(lab({"regrade", utf8(out()), "--against", utf8(folder.path())}).status, 2);
}

#ifndef _WIN32
// If the judge dies while judging a unit, only that unit gets no new verdicts. Here it hangs while reading a recording that cannot be read.
TEST_F(KitRegrading, NamesTheUnitThatEndsItsJudge) {
  lab(command());
  const fs::path stuck = result_of("choi").parent_path() / classes::kRunsFolder / "01" / "0.jsonl";
  ASSERT_EQ(mkfifo(stuck.c_str(), 0600), 0);
  Running regrading({"regrade", utf8(out()), "--jobs", "1"}, {{"LAB_ROOT", utf8(kRoot)}, {"LC_ALL", "C.UTF-8"}}, false);
  // Opening it for writing succeeds as soon as the judge has opened it for reading.
  int writer = -1;
  for (int i = 0; i < 6000 && writer < 0; ++i) {
    writer = open(stuck.c_str(), O_WRONLY | O_NONBLOCK);
    if (writer < 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ASSERT_GE(writer, 0) << "no judge reads the recordings";
  const std::vector<int> judges = regrading.children();
  ASSERT_EQ(judges.size(), 1u);
  ::kill(judges.front(), SIGSEGV);
  EXPECT_EQ(regrading.end(), 75);
  close(writer);
  EXPECT_THAT(unwrapped(regrading.all()), HasSubstr("choi was not graded: exit status 139"));
  EXPECT_THAT(unwrapped(regrading.all()), HasSubstr("0 graded now, 3 judged again from recordings, 0 unchanged, 1 not graded"));
}
#endif

TEST_F(KitRegrading, HasNothingToJudgeAgainWithoutResults) {
  const Answer answer = lab({"regrade", utf8(folder.path())});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("class_no_results", {{"folder", utf8(folder.path())}}));
}

}  // namespace
}  // namespace lab::tests
