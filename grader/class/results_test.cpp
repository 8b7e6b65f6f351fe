// Tests that units are saved completely, found again by what they were graded from, and read in the order of their ids.
#include "class/results.h"

#include <gmock/gmock.h>

#include "tests/folder.h"
#include "text/problem.h"

namespace lab::classes {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

HandIn hand_in(const std::string& id) {
  HandIn one;
  one.id = id;
  one.student = "이 " + id;
  one.platform = "canvas";
  one.given_as = "lee_" + id;
  one.late = true;
  one.attempt = 2;
  one.findings = {{"hand_in_earlier", {{"count", "1"}}}};
  return one;
}

class ResultsOfAClass : public testing::Test {
 protected:
  void grade(const HandIn& who, const std::string& key, int score) {
    folder.write(results.begin(who).lexically_relative(folder.path()) / "result.json", nlohmann::json{{"score", score}}.dump());
    results.finish(who, key);
  }

  static fs::path unit(const HandIn& who) { return fs::path("out") / "units" / folder_name(who.id); }

  tests::Folder folder;
  Results results{folder.path() / "out"};
};

TEST_F(ResultsOfAClass, KeepWhatWasGraded) {
  grade(hand_in("7"), "key", 12);
  const std::vector<Unit> units = results.units();
  ASSERT_EQ(units.size(), 1u);
  EXPECT_EQ(units[0].key, "key");
  EXPECT_EQ(units[0].result.at("score"), 12);
  const HandIn& who = units[0].hand_in;
  EXPECT_EQ(who.id + who.student + who.platform + who.given_as, "7이 7canvaslee_7");
  EXPECT_TRUE(who.late);
  EXPECT_EQ(who.attempt, 2);
  ASSERT_EQ(who.findings.size(), 1u);
  EXPECT_EQ(who.findings[0].facts.at("count"), "1");
}

TEST_F(ResultsOfAClass, CountOnlyForTheSameKey) {
  EXPECT_FALSE(results.find(hand_in("7"), "key"));
  grade(hand_in("7"), "key", 12);
  EXPECT_TRUE(results.find(hand_in("7"), "key"));
  EXPECT_FALSE(results.find(hand_in("7"), "another key"));
}

TEST_F(ResultsOfAClass, TakeTheNewUnitForTheOld) {
  grade(hand_in("7"), "old", 12);
  grade(hand_in("7"), "new", 13);
  ASSERT_EQ(results.units().size(), 1u);
  EXPECT_EQ(results.units()[0].result.at("score"), 13);
}

TEST_F(ResultsOfAClass, HaveNoUnitThatWasNotFinished) {
  folder.write(results.begin(hand_in("7")).lexically_relative(folder.path()) / "result.json", "{\"score\": 3}");
  EXPECT_THAT(results.units(), IsEmpty());
  EXPECT_TRUE(fs::is_empty(results.begin(hand_in("7"))));
}

// A check that belongs to that grading may still be writing there while it exits.
TEST_F(ResultsOfAClass, TakeNoFolderOfAnotherGrading) {
  const Results another(folder.path() / "out");
  const fs::path theirs = another.begin(hand_in("7"));
  EXPECT_NE(results.begin(hand_in("7")), theirs);
  EXPECT_FALSE(fs::exists(theirs));
}

TEST_F(ResultsOfAClass, LeaveOutAUnitThatIsDamaged) {
  grade(hand_in("7"), "key", 12);
  folder.write(unit(hand_in("7")) / "result.json", "{\"sco");
  EXPECT_THAT(results.units(), IsEmpty());
  EXPECT_FALSE(results.find(hand_in("7"), "key"));
}

TEST_F(ResultsOfAClass, AreInTheOrderOfTheIds) {
  for (const char* id : {"b", "c", "a"}) grade(hand_in(id), "key", 1);
  std::vector<std::string> ids;
  for (const Unit& unit : results.units()) ids.push_back(unit.hand_in.id);
  EXPECT_THAT(ids, ElementsAre("a", "b", "c"));
}

// A student's number on another platform is another person's.
TEST_F(ResultsOfAClass, AreForTheSamePeople) {
  EXPECT_NO_THROW(results.require_same_people({hand_in("1")})) << "nothing is there yet";
  grade(hand_in("7"), "key", 1);
  EXPECT_NO_THROW(results.require_same_people({hand_in("1"), hand_in("7")}));
  EXPECT_THROW(results.require_same_people({hand_in("1"), hand_in("2")}), text::Problem);
  HandIn elsewhere = hand_in("7");
  elsewhere.platform = "moodle";
  EXPECT_NO_THROW(results.require_same_people({elsewhere})) << "the name is the same";
  elsewhere.student = "박 하나";
  EXPECT_THROW(results.require_same_people({elsewhere}), text::Problem);
}

TEST_F(ResultsOfAClass, AreForTheSameLabsAndTheSameWorker) {
  const Class whole{{"01", "05"}, "grader", {"a", "b", "c"}, {1, 2}};
  results.keep_for(whole);
  EXPECT_NO_THROW(results.keep_for(whole));
  Class other = whole;
  other.labs = {"05"};
  EXPECT_THROW(results.keep_for(other), text::Problem);
  other = whole;
  other.shard.number = 2;
  EXPECT_THROW(results.keep_for(other), text::Problem);
  const std::optional<Class> kept = results.kept_for();
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->grader, "grader");
  EXPECT_EQ(kept->shard, whole.shard);
  EXPECT_THAT(kept->own(), ElementsAre("a", "c"));
}

TEST_F(ResultsOfAClass, HaveTheLabsInOrderHoweverTheyWereNamed) {
  results.keep_for({{"05", "01"}, "grader", {"7"}, {}});
  EXPECT_NO_THROW(results.keep_for({{"01", "05"}, "grader", {"7"}, {}}));
  EXPECT_THAT(results.kept_for()->labs, ElementsAre("01", "05"));
  folder.write(results.begin(hand_in("7")).lexically_relative(folder.path()) / "result.json",
               R"({"score": 3, "labs": [{"lab": "05"}, {"lab": "01"}]})");
  results.finish(hand_in("7"), "key");
  const auto labs = results.units().at(0).result.at("labs");
  EXPECT_EQ(labs.at(0).at("lab"), "01");
  EXPECT_EQ(labs.at(1).at("lab"), "05");
}

// A student's folder, for example, which would be graded with the results in it.
TEST_F(ResultsOfAClass, AreNotPutAmongOtherFiles) {
  folder.write("hong/AdderManager.cpp", "int main() {}");
  EXPECT_THROW(Results(folder.path() / "hong"), text::Problem);
  EXPECT_FALSE(fs::exists(folder.path() / "hong" / "units"));
  folder.write("empty/.DS_Store", "");
  EXPECT_NO_THROW(Results(folder.path() / "empty"));
  EXPECT_NO_THROW(Results(folder.path() / "out")) << "results";
}

TEST_F(ResultsOfAClass, TellWhomTheClassNoLongerHas) {
  for (const char* id : {"a", "b"}) grade(hand_in(id), "key", 1);
  results.keep_for({{"01"}, "grader", {"a", "b"}, {}});
  for (const Unit& unit : results.units()) EXPECT_FALSE(unit.removed) << unit.hand_in.id;
  results.keep_for({{"01"}, "grader", {"b", "c"}, {}});
  const std::vector<Unit> units = results.units();
  ASSERT_EQ(units.size(), 2u);
  EXPECT_TRUE(units[0].removed);
  EXPECT_FALSE(units[1].removed);
}

TEST(FolderName, IsReadable) {
  EXPECT_TRUE(folder_name("김철수").starts_with("김철수-"));
  EXPECT_FALSE(folder_name(".hidden").starts_with("."));
  const std::string longest = folder_name(std::string(30, 'a') + "가나다라마바사");
  EXPECT_TRUE(longest.starts_with(std::string(30, 'a') + "가나다-")) << longest;
}

TEST(FolderName, IsOneOfEverySystem) {
  EXPECT_EQ(folder_name("../..").find_first_of("/\\:"), std::string::npos);
  EXPECT_NE(folder_name("Lee"), folder_name("lee")) << "Windows would treat the two as the same name without the number after them";
  EXPECT_NE(folder_name("이하나"), folder_name("이두나"));
}

TEST(KeyOfASubmission, ChangesWithTheFilesAndWithTheGrader) {
  tests::Folder folder;
  folder.write("A.cpp", "int main() {}");
  const std::string key = key_of(folder.path(), "1");
  EXPECT_EQ(key_of(folder.path(), "1"), key);
  EXPECT_NE(key_of(folder.path(), "2"), key);
  folder.write("A.cpp", "int main() { }");
  EXPECT_NE(key_of(folder.path(), "1"), key);
  folder.write("A.cpp", "int main() {}");
  fs::rename(folder.path() / "A.cpp", folder.path() / "B.cpp");
  EXPECT_NE(key_of(folder.path(), "1"), key);
}

TEST(KeyOfASubmission, ReadsNothingThroughALink) {
  tests::Folder folder;
  folder.write("outside/secret", "1");
  folder.write("in/A.cpp", "");
  const std::string key = key_of(folder.path() / "in", "");
  std::error_code error;
  fs::create_symlink(folder.path() / "outside" / "secret", folder.path() / "in" / "link", error);
  if (error) GTEST_SKIP() << "this user may not make links";
  EXPECT_EQ(key_of(folder.path() / "in", ""), key);
}

}  // namespace
}  // namespace lab::classes
