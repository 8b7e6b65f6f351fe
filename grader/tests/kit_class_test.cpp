// lab class, as an instructor runs it.
#include <algorithm>
#include <chrono>
#include <sstream>
#include <thread>

#include "class/archive.h"
#include "class/archive_samples.h"
#include "class/results.h"
#include "tests/kit_command.h"
#include "tests/phrases.h"
#ifndef _WIN32
#include "tests/kit_running.h"
#endif

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using classes::ArchiveWriter;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr char kProgram[] = "int main() {}\n";

// A download of Canvas with a bit of everything.
class KitClass : public testing::Test {
 protected:
  KitClass() {
    for (const char* name : {"lee_1003_2001_AdderManager.cpp", "lee_LATE_1003_2005_AdderManager-1.cpp", "lee_LATE_1003_2006_PartAdder.cpp",
                             "kang_1007_2011_MyAdderManager.cpp", "park_1008_2012_report.pdf", "yoon_1009_2013_lab05.zip"})
      folder.write(fs::path("class") / name, kProgram);
    ArchiveWriter writer(folder.path() / "class" / text::path_of("김민수_1004_2007_labs.zip"));
    writer.add("한 반/lab 06/MailChat.cpp", kProgram);
    writer.add("a/PartAdder.cpp", kProgram);
    writer.add("b/PartAdder.cpp", kProgram);
    writer.add("../AdderManager.cpp", kProgram);
  }

  Answer list(std::vector<std::string> options = {}) const {
    options.insert(options.begin(), {"class", utf8(folder.path() / "class"), "--list"});
    return lab(options);
  }

  Folder folder;
};

TEST_F(KitClass, ListsStudentsAndTheirPrograms) {
  const Answer answer = list();
  EXPECT_EQ(answer.status, 0) << answer.err;
  EXPECT_THAT(answer.out, AllOf(HasSubstr("1003  lee     late  attempt 2\n    05  PartAdder: source; AdderManager: source\n"),
                                HasSubstr("1007  kang\n    05  PartAdder: not found; AdderManager: perhaps MyAdderManager.cpp\n"),
                                HasSubstr("1004  김민수\n    05  PartAdder: two sources (a/PartAdder.cpp, b/PartAdder.cpp); "),
                                HasSubstr("\n    06  MailChat: source\n"), Says("class_no_programs", {{"files", "report.pdf"}})));
  EXPECT_THAT(answer.out, Says("class_does_not_count", {{"names", "lee_1003_2001_AdderManager.cpp"}}));
  EXPECT_THAT(answer.out, Says("class_escapes", {{"names", "../AdderManager.cpp"}, {"count", "1"}}));
  EXPECT_THAT(answer.out, Says("class_archive_unreadable", {{"names", "yoon_1009_2013_lab05.zip"}, {"count", "1"}}));
  EXPECT_THAT(answer.out, Says("class_summary", {{"students", 5}, {"late", 1}, {"empty", 2}, {"found", 3}}));
}

TEST_F(KitClass, ListsInKorean) {
  const Answer answer = list({"--lang", "ko"});
  EXPECT_THAT(answer.out, AllOf(HasSubstr("lee     늦음  2번째 제출\n"), HasSubstr("MailChat: 소스"),
                                Says("class_summary", {{"students", 5}, {"late", 1}, {"empty", 2}, {"found", 3}}, Language::kKorean)));
  EXPECT_THAT(lab({"class", "--help", "--lang", "ko"}).out, HasSubstr("학생"));
}

TEST_F(KitClass, TakesAnotherAttemptAndOneLab) {
  const Answer answer = list({"--attempt", "on-time", "--lab", "05"});
  EXPECT_THAT(answer.out, AllOf(HasSubstr("1003  lee"), Not(HasSubstr("attempt")), Not(HasSubstr("MailChat: source"))));
}

TEST_F(KitClass, WritesJson) {
  const fs::path file = folder.path() / "class.json";
  ASSERT_EQ(list({"--json", utf8(file)}).status, 0);
  const nlohmann::json whole = nlohmann::json::parse(text_of(file));
  const auto lee = std::find_if(whole["students"].begin(), whole["students"].end(), [](const auto& one) { return one["id"] == "1003"; });
  ASSERT_NE(lee, whole["students"].end());
  EXPECT_EQ((*lee)["platform"], "canvas");
  EXPECT_EQ((*lee)["late"], true);
  EXPECT_EQ((*lee)["attempt"], 2);
  EXPECT_EQ((*lee)["findings"][0]["id"], "class_does_not_count");
  EXPECT_EQ((*lee)["labs"][4]["programs"][1]["found"], "source");
  EXPECT_EQ((*lee)["labs"][4]["programs"][1]["file"], "AdderManager.cpp");
}

TEST_F(KitClass, SaysWhereNoHandInIs) {
  const Folder empty;
  const Answer none = lab({"class", utf8(empty.path()), "--list"});
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, Says("class_nothing", {{"folder", utf8(empty.path())}}));
  const Answer absent = lab({"class", "no such folder", "--list"});
  EXPECT_EQ(absent.status, 2);
  EXPECT_THAT(absent.err, Says("folder_missing", {{"folder", "no such folder"}}));
}

// Where students' names would steer the terminal.
TEST_F(KitClass, WritesNoControlCharacters) {
#ifndef _WIN32
  folder.write("class/evil\x1b]0;title\a\r\nname/\x1b[2JAdderManager.cpp", kProgram);
#endif
  const Answer answer = list();
  EXPECT_EQ(std::count_if(answer.out.begin(), answer.out.end(), [](char c) { return c >= 0 && c < ' ' && c != '\n'; }), 0) << answer.out;
}

// A class whose grades are known, graded into a folder.
class KitGrading : public testing::Test {
 protected:
  KitGrading() {
    hand_in("an", kRoot / "solutions" / "01_mailslot_receiver");
    hand_in("choi", programs_of("01") / "wrong" / "not_terminated");
    folder.write("class/kang/MailReceiver.cpp", "int main( {\n");
    folder.write("class/yoon/report.txt", "I could not finish.\n");
  }

  void hand_in(const std::string& student, const fs::path& programs) const {
    for (const auto& file : fs::directory_iterator(programs))
      if (file.path().extension() == ".cpp") folder.write(fs::path("class") / student / file.path().filename(), text_of(file.path()));
  }

  std::vector<std::string> command() const {
    return {"class", utf8(folder.path() / "class"), "--no-box", "--lab", "01", "--out", utf8(out())};
  }
  fs::path out() const { return folder.path() / "out"; }
  fs::path gradebook() const { return out() / "gradebook.csv"; }
  static std::string graded(int now, int before) {
    return std::to_string(now) + " graded now, 0 judged again from recordings, " + std::to_string(before) + " as they were, 0 not graded";
  }
  fs::path result_of(const std::string& id) const { return out() / "units" / classes::folder_name(id) / classes::kResultFile; }
  // How many submissions have been graded.
  std::size_t units() const {
    std::size_t count = 0;
    std::error_code error;
    for (const auto& unit : fs::directory_iterator(out() / "units", error)) count += unit.path().filename().string()[0] != '.' ? 1 : 0;
    return count;
  }
  // The scores and open points by student.
  std::map<std::string, std::string> grades() const {
    std::map<std::string, std::string> all;
    std::istringstream lines(text_of(gradebook()));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
      std::vector<std::string> cells;
      std::istringstream rest(line);
      for (std::string cell; std::getline(rest, cell, ',');) cells.push_back(cell);
      all[cells.at(0)] = cells.at(6) + " of " + cells.at(7) + ", " + cells.at(8) + " open";
    }
    return all;
  }

  Folder folder;
};

TEST_F(KitGrading, GivesEachStudentWhatACheckGives) {
  const Answer answer = lab(command());
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_THAT(unwrapped(answer.out), HasSubstr(graded(4, 0)));
  EXPECT_THAT(answer.out, Says("class_open", {{"open", 1}}));
  const fs::path json = folder.path() / "choi.json";
  lab({"check", "01", "--from", utf8(folder.path() / "class" / "choi"), "--json", utf8(json)});
  const std::map<std::string, std::string> expected{{"an", "20 of 20, 0 open"},
                                                    {"choi", std::to_string(Verdicts(json).score()) + " of 20, 0 open"},
                                                    {"kang", "0 of 20, 0 open"},
                                                    {"yoon", "0 of 20, 20 open"}};
  EXPECT_EQ(grades(), expected);
  EXPECT_THAT(text_of(gradebook()), HasSubstr(classes::folder_name("yoon") + ",,1,0,20,20,0,,,")) << "what was not judged is no 0";
}

TEST_F(KitGrading, GradesOnlyWhatHasChangedSince) {
  lab(command());
  const std::string before = text_of(gradebook());
  EXPECT_THAT(unwrapped(lab(command()).out), HasSubstr(graded(0, 4)));
  EXPECT_EQ(text_of(gradebook()), before);
  hand_in("yoon", kRoot / "solutions" / "01_mailslot_receiver");
  EXPECT_THAT(unwrapped(lab(command()).out), HasSubstr(graded(1, 3)));
  EXPECT_EQ(grades()["yoon"], "20 of 20, 0 open");
}

#ifndef _WIN32
// Whatever moment a signal comes at, the next call ends with the grades of an undisturbed one, and nothing that was graded is graded again.
TEST_F(KitGrading, GoesOnWhereASignalEndedIt) {
  const Answer undisturbed = lab(command());
  ASSERT_EQ(undisturbed.status, 0) << undisturbed.err;
  const std::string expected = text_of(gradebook());
  for (const int signal : {SIGKILL, SIGTERM, SIGINT}) {
    fs::remove_all(out());
    {
      Running grading(command(), {{"LAB_ROOT", utf8(kRoot)}}, false);
      for (int i = 0; i < 30'000 && units() == 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
      grading.send(signal);
      grading.end();
      if (signal != SIGKILL) EXPECT_THAT(grading.all(), HasSubstr("graded now")) << "how far it came";
    }
    const std::size_t kept = units();
    ASSERT_GT(kept, 0u) << signal;
    const Answer next = lab(command());
    EXPECT_EQ(next.status, 0) << signal << next.out << next.err;
    EXPECT_THAT(unwrapped(next.out), HasSubstr(graded(static_cast<int>(4 - kept), static_cast<int>(kept)))) << signal;
    EXPECT_EQ(text_of(gradebook()), expected) << signal;
  }
}
#endif

// As after a change of the rubric: the recordings are judged, and nothing is played.
TEST_F(KitGrading, JudgesTheRecordingsAgainForAnotherRubric) {
  lab(command());
  const std::string before = text_of(gradebook());
  const fs::path result = result_of("choi");
  const std::string whole = text_of(result);
  nlohmann::ordered_json other = nlohmann::ordered_json::parse(whole);
  other["rubric"] = "another";
  other["labs"][0]["checks"][0]["points"] = 100;
  std::ofstream(result) << other.dump();
  EXPECT_THAT(unwrapped(lab(command()).out), HasSubstr("0 graded now, 1 judged again from recordings, 3 as they were, 0 not graded"));
  EXPECT_EQ(text_of(result), whole);
  EXPECT_EQ(text_of(gradebook()), before);

  std::ofstream(result) << other.dump();
  const Answer again = lab({"regrade", utf8(out())});
  EXPECT_EQ(again.status, 0) << again.out << again.err;
  EXPECT_THAT(unwrapped(again.out), HasSubstr("1 check changed: "));
  EXPECT_EQ(text_of(result), whole);
  EXPECT_THAT(text_of(out() / "changes.csv"), HasSubstr("choi,choi,MailReceiver.CreatesTheSlot,100,1,passed,passed,,another,"));
}

TEST_F(KitGrading, KeepsTheGradesOfOtherLabs) {
  lab(command());
  const std::string before = text_of(gradebook());
  std::vector<std::string> other = command();
  std::replace(other.begin(), other.end(), std::string("01"), std::string("05"));
  const Answer answer = lab(other);
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("class_other_labs", {{"folder", utf8(out())}, {"labs", "\"01\""}}));
  EXPECT_EQ(text_of(gradebook()), before);
}

TEST_F(KitGrading, RefusesResultsAmongTheHandIns) {
  std::vector<std::string> inside = command();
  inside.back() = utf8(folder.path() / "class" / "results");
  const Answer answer = lab(inside);
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("class_out_inside", {{"out", inside.back()}}));
  EXPECT_FALSE(fs::exists(inside.back()));
}

// What was lost of it would cost students their points.
TEST_F(KitGrading, RefusesADownloadThatIsCutOff) {
  const fs::path whole = folder.path() / "whole.zip";
  {
    ArchiveWriter writer(whole);
    for (const char* student : {"an", "choi"}) {
      std::string program = text_of(folder.path() / "class" / student / "MailReceiver.cpp");
      writer.add(std::string(student) + "/MailReceiver.cpp", program);
    }
  }
  std::vector<std::string> all = command();
  all[1] = utf8(whole);
  EXPECT_THAT(unwrapped(lab(all).out), HasSubstr(graded(2, 0)));
  const std::string bytes = text_of(whole);
  all[1] = utf8(folder.write("cut.zip", bytes.substr(0, bytes.size() * 2 / 3)));
  const Answer answer = lab(all);
  EXPECT_EQ(answer.status, 2) << answer.out;
  EXPECT_THAT(answer.err, HasSubstr("nothing was graded"));
}

TEST_F(KitGrading, NamesNoFolderOfTheInstructorsInAStudentsPage) {
  lab(command());
  for (const char* student : {"an", "kang", "yoon"})
    EXPECT_THAT(text_of(result_of(student).parent_path() / classes::kPageFile), Not(testing::AnyOf(HasSubstr("/tmp"), HasSubstr("--from"))))
        << student;
}

TEST_F(KitGrading, GivesEachStudentsPageBackInOneArchive) {
  lab(command());
  classes::Unpacking unpacking;
  classes::unpack_archive(out() / "feedback.zip", folder.path() / "feedback", unpacking);
  EXPECT_EQ(unpacking.entries, 4u);
  EXPECT_EQ(text_of(folder.path() / "feedback" / "choi.html"), text_of(result_of("choi").parent_path() / classes::kPageFile));
}

TEST_F(KitGrading, HasNothingToJudgeAgainWithoutResults) {
  const Answer answer = lab({"regrade", utf8(folder.path())});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("class_no_results", {{"folder", utf8(folder.path())}}));
}

TEST_F(KitGrading, SaysWhatItWants) {
  std::vector<std::string> neither = command();
  neither.resize(2);
  const Answer answer = lab(neither);
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("class_list_or_out"));
  std::vector<std::string> both = command();
  both.push_back("--list");
  EXPECT_THAT(lab(both).err, Says("class_list_and_out"));
  std::vector<std::string> nowhere = command();
  nowhere.back() = utf8(folder.write("a file", "") / "out");
  EXPECT_EQ(lab(nowhere).status, 2);
}

}  // namespace
}  // namespace lab::tests
