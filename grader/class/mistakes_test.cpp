// Tests the grouping of a class's failed checks by mistake, and the page for it.
#include "class/mistakes_page.h"

#include <gmock/gmock.h>

#include "class/class_samples.h"
#include "labs/labs.h"

namespace lab::classes {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Json = nlohmann::ordered_json;

Json failed(const char* id, const char* reason, Json args = Json::object(), const char* outcome = "failed") {
  Json one = check(id, outcome, 0, 4, reason);
  one["because"]["args"] = std::move(args);
  one["because"]["run"] = "worker_1_first";
  one["because"]["program"] = "AdderManager";
  one["because"]["order"] = 10;
  return one;
}

Unit student(const std::string& name, const Checks& checks) { return unit_with(name, name, {lab_of("05", checks, 0)}); }

// A line "cause exit_code_read_too_early: an, bo (3)" for each mistake.
std::vector<std::string> found(const std::vector<Unit>& units) {
  std::vector<std::string> lines;
  for (const Mistake& mistake : mistakes(units, labs::reason)) {
    std::string line = mistake.kind == Mistake::Kind::kCause ? "cause " : mistake.kind == Mistake::Kind::kCheck ? "check " : "single ";
    line += std::string(mistake.example().because.id()) + ":";
    for (const Unit* unit : mistake.students) line += " " + unit->hand_in.id;
    lines.push_back(line + " (" + std::to_string(mistake.failures()) + ")");
  }
  return lines;
}

Json never_read(const char* worker) { return failed("AdderManager.ReadsBothExitCodes", "exit_code_never_read", {{"worker", worker}}); }
Json wrong_sum(int seen) {
  return failed("PartAdder.AddsItsRange", "wrong_sum", {{"arguments", "1 5"}, {"expected", "15"}, {"seen", seen}});
}

TEST(Mistakes, AreSharedByReason) {
  const std::vector<Unit> class_of = {student("an", {never_read("PartAdder 1 5"), wrong_sum(5)}),
                                      student("bo", {never_read("PartAdder 6 10")}), student("choi", {wrong_sum(14)}),
                                      student("da", {wrong_sum(0)}), student("eun", {check("PartAdder.AddsItsRange", "passed", 4)})};
  EXPECT_THAT(found(class_of), ElementsAre("cause wrong_sum: an choi da (3)", "cause exit_code_never_read: an bo (2)"));
}

TEST(Mistakes, DifferInNumbersAndAreOneVariant) {
  const std::vector<Unit> class_of = {
      student("an", {failed("A.B", "exit_code_read_too_early",
                            {{"call", "GetExitCodeProcess"}, {"at_ms", 5.1}, {"value", 259}, {"worker", "PartAdder 1 5"}})}),
      student("bo", {failed("A.B", "exit_code_read_too_early",
                            {{"call", "GetExitCodeProcess"}, {"at_ms", 7}, {"value", 15}, {"worker", "PartAdder 0x6f 10"}})}),
      student("choi", {failed("A.B", "exit_code_read_too_early",
                              {{"call", "GetProcessTimes"}, {"at_ms", 7}, {"value", 15}, {"worker", "PartAdder 6 10"}})})};
  const std::vector<Mistake> all = mistakes(class_of, labs::reason);
  ASSERT_THAT(all, SizeIs(1));
  ASSERT_THAT(all[0].variants, SizeIs(2));
  EXPECT_THAT(all[0].variants[0].failures, SizeIs(2));
}

TEST(Mistakes, OfOneCauseAreOne) {
  EXPECT_TRUE(same_mistake(*labs::reason("exit_code_read_too_early"), *labs::reason("exit_code_read_too_early")));
  const trace::Reason* first = nullptr;
  const trace::Reason* second = nullptr;
  for (const auto& table : labs::reason_tables())
    for (const trace::Reason& one : table) {
      if (one.cause.empty() || one.outcome != trace::Outcome::kFailed) continue;
      if (!first) first = &one;
      if (!second && &one != first && one.cause == first->cause) second = &one;
    }
  ASSERT_TRUE(first && second);
  const std::vector<Unit> class_of = {student("an", {failed("A.B", std::string(first->id).c_str())}),
                                      student("bo", {failed("A.C", std::string(second->id).c_str())})};
  EXPECT_THAT(mistakes(class_of, labs::reason), SizeIs(1));
}

TEST(Mistakes, ThatAreLeftAreGroupedByCheckAndElseStandAlone) {
  const std::vector<Unit> class_of = {
      student("an", {wrong_sum(5), never_read("PartAdder 1 5")}),
      student("bo", {failed("PartAdder.AddsItsRange", "summed_nothing", {{"arguments", "1 5"}, {"expected", "15"}, {"seen", 0}})})};
  const std::vector<std::string> all = found(class_of);
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_THAT(all[0], testing::AllOf(HasSubstr("check "), HasSubstr(": an bo (2)")));
  EXPECT_EQ(all[1], "single exit_code_never_read: an (1)");
}

TEST(Mistakes, AreNotWhatWasNotHandedInOrNotJudged) {
  EXPECT_THAT(found({absent("", "an", "An"), student("bo", {check("A.B", "not_gradable", 0, 4, "no_files"), check("A.C", "skipped", 0)})}),
              IsEmpty());
  EXPECT_THAT(found({student("bo", {failed("A.B", "not_built_log", {{"program", "A"}}, "not_built")}),
                     student("an", {failed("A.B", "not_built_log", {{"program", "A"}}, "not_built")})}),
              ElementsAre("cause not_built_log: bo an (2)"));
}

TEST(Mistakes, HaveAPageWithTheSentenceThePictureAndTheStudents) {
  const std::vector<Unit> class_of = {student("<an>", {never_read("PartAdder 1 5"), wrong_sum(5)}),
                                      student("bo", {never_read("PartAdder 6 10")})};
  const std::string page = mistakes_page(
      mistakes(class_of, labs::reason), {},
      [](const Failure& failure, const std::string& name) { return "<svg id=\"" + name + failure.lab + "\"></svg>"; },
      text::Language::kKorean);
  EXPECT_THAT(page, HasSubstr("<html lang=\"ko\""));
  EXPECT_THAT(page, HasSubstr("<svg id=\"m105\"></svg>"));
  EXPECT_THAT(page, HasSubstr("<a href=\"units/" + folder_name("bo") + "/page.html\">bo</a>"));
  EXPECT_THAT(page, HasSubstr("&lt;an&gt;</a>"));
  EXPECT_THAT(page, Not(HasSubstr("<an>")));
  EXPECT_THAT(page, HasSubstr("PartAdder 1 5"));
  EXPECT_THAT(page, HasSubstr("3 failed checks in 1 group; 1 with only one student."));
}

TEST(Mistakes, OfAClassWithoutAnyHaveAPage) {
  EXPECT_THAT(mistakes_page(
                  {}, {}, [](const Failure&, const std::string&) { return ""; }, text::Language::kEnglish),
              HasSubstr("None."));
}

}  // namespace
}  // namespace lab::classes
