// Tests the outputs for other systems and for students: Gradescope's results, and a class's pages.
#include <future>
#include <set>
#include <thread>

#include "class/archive.h"
#include "class/results.h"
#include "report/gradescope_by_hand.h"
#include "tests/kit_command.h"
#include "tests/phrases.h"
#ifndef _WIN32
#include "tests/kit_running.h"
#endif

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

nlohmann::json json_in(const fs::path& file) { return nlohmann::json::parse(text_of(file), nullptr, false); }

#ifndef _WIN32
TEST(KitGradescope, HasAValidFileFromTheFirstSecondThatGrows) {
  const Folder folder;
  const fs::path file = folder.path() / "results.json", json = folder.path() / "hong.json";
  Running check({"check", "05", "--from", utf8(kSolutions), "--no-box", "--gradescope", utf8(file), "--json", utf8(json)},
                {{"LAB_ROOT", utf8(kRoot)}}, false);
  std::future<int> end = std::async(std::launch::async, [&] { return check.end(); });
  std::set<std::string> seen;
  std::size_t invalid = 0;
  while (end.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) {
    if (!fs::exists(file)) continue;
    const nlohmann::json all = json_in(file);
    if (!all.is_object() || !report::gradescope_problems(all).empty()) ++invalid;
    if (all.is_object() && all.value("score", 1) == 0) seen.insert(all.value("output", ""));
  }
  EXPECT_EQ(end.get(), 0) << check.all();
  EXPECT_EQ(invalid, 0u);
  EXPECT_GT(seen.size(), 2u) << "it tells how far the grading came";
  for (const std::string& output : seen) EXPECT_THAT(output, HasSubstr("This is not a grade"));
  const nlohmann::json done = json_in(file);
  EXPECT_THAT(report::gradescope_problems(done), IsEmpty());
  EXPECT_EQ(done["score"], json_in(json)["score"]);
  EXPECT_EQ(done["tests"].size(), kChecksOfLab05);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 2) << "nothing else is left behind";
}

TEST(KitGradescope, KeepsAValidFileWhereTheGradingWasEnded) {
  const Folder folder;
  const fs::path file = folder.path() / "results.json";
  Running check({"check", "05", "--from", utf8(kSolutions), "--no-box", "--gradescope", utf8(file)}, {{"LAB_ROOT", utf8(kRoot)}}, false);
  for (int i = 0; i < 30'000 && !fs::exists(file); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  check.send(SIGTERM);
  check.end();
  const nlohmann::json all = json_in(file);
  EXPECT_THAT(report::gradescope_problems(all), IsEmpty());
  EXPECT_EQ(all["score"], 0);
  EXPECT_FALSE(all["tests"][0].contains("score"));
}
#endif

// Students of lab 01, two of whom handed in the same source.
class KitOutputs : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new Folder;
    hand_in("an_1001_2001_MailReceiver.cpp", text_of(kRoot / "solutions" / "01_mailslot_receiver" / "MailReceiver.cpp"));
    int number = 1002;
    for (const char* wrong : {"not_terminated", "never_closes", "not_terminated"}) hand_in_wrong(number++, wrong);
    number = 1010;
    for (const char* wrong : {"closes_twice", "drains_once", "buffer_of_50"}) hand_in_wrong(number++, wrong);
    hand_in("kang_1005_2005_MailReceiver.cpp", "int main( {\n");
    hand_in("yoon_LATE_1006_2006_report.txt", "I could not finish.\n");
    graded_ = lab({"class", utf8(folder_->path() / "class"), "--no-box", "--lab", "01", "--out", utf8(out())});
  }
  static void TearDownTestSuite() { delete folder_; }
  static void hand_in(const std::string& name, const std::string& text) { folder_->write(fs::path("class") / name, text); }
  static void hand_in_wrong(int number, const char* wrong) {
    const std::string id = std::to_string(number);
    hand_in("s" + id + "_" + id + "_" + std::to_string(number + 2000) + "_MailReceiver.cpp",
            text_of(programs_of("01") / "wrong" / wrong / "MailReceiver.cpp"));
  }
  static fs::path out() { return folder_->path() / "out"; }
  static std::string feedback_of(const std::string& name) {
    const fs::path to = folder_->path() / "feedback";
    fs::remove_all(to);
    classes::Unpacking unpacking;
    classes::unpack_archive(out() / "feedback.zip", to, unpacking);
    return text_of(to / name);
  }

  static Folder* folder_;
  static Answer graded_;
};
Folder* KitOutputs::folder_ = nullptr;
Answer KitOutputs::graded_;

TEST_F(KitOutputs, HasTheClassOnAPageAndItsMistakesOnAnother) {
  ASSERT_EQ(graded_.status, 0) << graded_.out << graded_.err;
  EXPECT_THAT(text_of(out() / "overview.html"),
              AllOf(HasSubstr("MailReceiver.CreatesTheSlot"), HasSubstr("kang</a>"), HasSubstr("Not compared")));
  const std::string mistakes = text_of(out() / "mistakes.html");
  EXPECT_THAT(mistakes, AllOf(HasSubstr("<svg class=\"moment\""), HasSubstr("s1002</a>"), HasSubstr("s1004</a>")));
  EXPECT_THAT(text_of(out() / "junit.xml"), HasSubstr("<testsuite name=\"kang (1005)\""));
}

TEST_F(KitOutputs, WritesThePlatformsTable) {
  const std::string table = text_of(out() / "gradebook-canvas.csv");
  EXPECT_THAT(table, AllOf(HasSubstr("    Points Possible,,,,,20\r\n"), HasSubstr("an,1001,,,,20\r\n"), HasSubstr("kang,1005,,,,0\r\n"),
                           HasSubstr("yoon,1006,,,,\r\n")));
  EXPECT_FALSE(fs::exists(out() / "gradebook-moodle.csv"));
}

TEST_F(KitOutputs, TellsStudentsAsMuchAsIsAskedFor) {
  const std::string name = "s1002_1002_3002_MailReceiver.html";
  const std::string hint = "class=\"hint\"", code = "MailReceiver.cpp:", run = "<figure class=\"run\"";
  EXPECT_EQ(lab({"export", utf8(out()), "--detail", "own"}).status, 0);
  EXPECT_THAT(feedback_of(name), AllOf(Not(HasSubstr(hint)), HasSubstr(code), HasSubstr(run)));
  EXPECT_EQ(lab({"export", utf8(out()), "--detail", "points"}).status, 0);
  EXPECT_THAT(feedback_of(name),
              AllOf(Not(HasSubstr(hint)), Not(HasSubstr(code)), Not(HasSubstr(run)), HasSubstr("MailReceiver"), HasSubstr("/20")));
  EXPECT_EQ(lab({"export", utf8(out()), "--detail", "full"}).status, 0);
  EXPECT_THAT(feedback_of(name), AllOf(HasSubstr(hint), HasSubstr(code), HasSubstr(run)));
}

TEST_F(KitOutputs, TellsStudentsNoMoreLaterUnlessAskedTo) {
  const std::string name = "s1002_1002_3002_MailReceiver.html", hint = "class=\"hint\"";
  EXPECT_EQ(lab({"export", utf8(out()), "--detail", "own"}).status, 0);
  EXPECT_THAT(unwrapped(lab({"regrade", utf8(out())}).out), Says("class_detail", {{"detail", "own"}}));
  EXPECT_THAT(feedback_of(name), Not(HasSubstr(hint)));
  EXPECT_THAT(lab({"export", utf8(out()), "--detail", "full"}).out, Not(HasSubstr("--detail")));
  EXPECT_THAT(feedback_of(name), HasSubstr(hint));
}

TEST_F(KitOutputs, NamesATableThatWasFilledBefore) {
  const fs::path table =
      folder_->write("canvas.csv", "Student,ID,SIS User ID,SIS Login ID,Section,Lab 01 (7)\n    Points Possible,,,,,20\nan,1001,,,,\n");
  const Answer filled = lab({"export", utf8(out()), "--roster", utf8(table), "--column", "Lab 01"});
  const fs::path old = out() / "canvas-filled.csv";
  ASSERT_TRUE(fs::exists(old)) << filled.out << filled.err;
  EXPECT_THAT(filled.out, Not(HasSubstr("--roster TABLE")));
  EXPECT_THAT(unwrapped(lab({"regrade", utf8(out())}).out), AllOf(HasSubstr(utf8(old)), HasSubstr("--roster TABLE")));
}

TEST_F(KitOutputs, FindsSourcesThatAreTheSame) {
  const Answer answer = lab({"export", utf8(out()), "--copies"});
  ASSERT_EQ(answer.status, 0) << answer.err;
  const nlohmann::json found = json_in(out() / "copies.json");
  ASSERT_FALSE(found["alike"].empty()) << found;
  EXPECT_EQ(found["alike"][0]["kind"], "bytes");
  EXPECT_EQ(found["alike"][0]["students"], nlohmann::json({"1002", "1004"}));
  EXPECT_THAT(text_of(out() / "overview.html"), AllOf(HasSubstr("not a verdict"), HasSubstr("The files are the same.")));
  EXPECT_EQ(text_of(out() / "overview.html").find("similarity-tester") == std::string::npos, found["compared"].get<bool>());
}

TEST_F(KitOutputs, RefusesATableThatIsNotThatOfTheClass) {
  const fs::path table = folder_->write("other.csv", "Student,ID,Grade\n\"Moon, Sol\",77,\n");
  const Answer answer = lab({"export", utf8(out()), "--roster", utf8(table)});
  EXPECT_EQ(answer.status, 2) << answer.out;
  EXPECT_THAT(unwrapped(answer.err),
              Says("roster_matches_nobody", {{"file", utf8(table)}, {"lines", "\"Moon, Sol\""}, {"students", kAnything}}));
  EXPECT_FALSE(fs::exists(out() / "other-filled.csv"));
}

TEST_F(KitOutputs, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(lab({"export", utf8(out()), "--detail", "everything"}).status, 2);
  EXPECT_THAT(lab({"export", utf8(folder_->path())}).err, Says("class_no_results", {{"folder", utf8(folder_->path())}}));
}

}  // namespace
}  // namespace lab::tests
