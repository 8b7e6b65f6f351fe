// Tests lab class as an instructor runs it.
#include <algorithm>
#include <chrono>
#include <thread>

#include "class/archive.h"
#include "class/archive_samples.h"
#include "tests/kit_grading.h"
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

// A Canvas download with a variety of hand-ins.
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
                                HasSubstr("1007  kang\n    05  PartAdder: not found; AdderManager: possibly MyAdderManager.cpp\n"),
                                HasSubstr("1004  김민수\n    05  PartAdder: two sources (a/PartAdder.cpp, b/PartAdder.cpp); "),
                                HasSubstr("\n    06  MailChat: source\n"), Says("class_no_programs", {{"files", "report.pdf"}})));
  EXPECT_THAT(answer.out, Says("class_does_not_count", {{"names", "lee_1003_2001_AdderManager.cpp"}}));
  EXPECT_THAT(answer.out, Says("class_escapes", {{"names", "../AdderManager.cpp"}, {"count", "1"}}));
  EXPECT_THAT(answer.out, Says("class_archive_unreadable", {{"names", "yoon_1009_2013_lab05.zip"}, {"count", "1"}}));
  EXPECT_THAT(answer.out, Says("class_summary", {{"students", 5}, {"late", 1}, {"empty", 2}, {"found", 4}}));
  EXPECT_THAT(answer.out, Says("class_misnamed", {{"names", "kang (MyAdderManager.cpp)"}, {"count", "1"}}));
}

// kang's Manager.cpp may be the missing AdderManager, and bae has two sources for one program.
TEST_F(KitClass, CountsAndNamesWhatIsToBeChecked) {
  fs::remove_all(folder.path() / "class");
  for (const char* name : {"kang/PartAdder.cpp", "kang/Manager.cpp", "bae/a/PartAdder.cpp", "bae/b/PartAdder.cpp", "bae/AdderManager.cpp",
                           "an/PartAdder.cpp", "an/AdderManager.cpp", "an/MyTest.cpp"})
    folder.write(fs::path("class") / name, kProgram);
  const Answer answer = list({"--lab", "05"});
  EXPECT_THAT(answer.out, HasSubstr("kang\n    05  PartAdder: source; AdderManager: not found\n    Other program files: Manager.cpp.\n"));
  EXPECT_THAT(answer.out, Not(HasSubstr("MyTest"))) << "nothing is missing there";
  EXPECT_THAT(answer.out, Says("class_summary", {{"students", 3}, {"late", 0}, {"empty", 0}, {"found", 2}}));
}

TEST_F(KitClass, NamesEmptyFilesOnce) {
  folder.write("class/song_1010_2014_MailChat.cpp", "");
  folder.write("class/song_1010_2015_AdderManager.cpp", "");
  EXPECT_THAT(list().out, Says("class_empty_files", {{"names", "song (AdderManager.cpp), song (MailChat.cpp)"}, {"count", "2"}}));
}

TEST_F(KitClass, ListsInKorean) {
  const Answer answer = list({"--lang", "ko"});
  EXPECT_THAT(answer.out, AllOf(HasSubstr("lee     늦음  2번째 제출\n"), HasSubstr("MailChat: 소스"),
                                Says("class_summary", {{"students", 5}, {"late", 1}, {"empty", 2}, {"found", 4}}, Language::kKorean)));
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
  const Answer absent = lab({"class", "no such.zip", "--list"});
  EXPECT_EQ(absent.status, 2);
  EXPECT_THAT(absent.err, Says("path_missing", {{"path", "no such.zip"}}));
}

// Control characters in students' names could control the terminal.
TEST_F(KitClass, WritesNoControlCharacters) {
#ifndef _WIN32
  folder.write("class/evil\x1b]0;title\a\r\nname/\x1b[2JAdderManager.cpp", kProgram);
#endif
  const Answer answer = list();
  EXPECT_EQ(std::count_if(answer.out.begin(), answer.out.end(), [](char c) { return c >= 0 && c < ' ' && c != '\n'; }), 0) << answer.out;
}

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
                                                    {"yoon", " of 20, 20 open"}};
  EXPECT_EQ(grades(), expected);
  EXPECT_THAT(text_of(gradebook()), HasSubstr(classes::folder_name("yoon") + ",,1,,20,20,program not found,,,"))
      << "what was not judged is no 0";
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
// Whenever a signal arrives, the next call produces the same grades as an undisturbed grading, and does not repeat finished submissions.
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
      if (signal != SIGKILL) EXPECT_THAT(grading.all(), AllOf(HasSubstr("graded now"), HasSubstr("Run the same command again")));
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

TEST_F(KitGrading, KeepsTheGradesOfOtherLabs) {
  lab(command());
  const std::string before = text_of(gradebook());
  std::vector<std::string> other = command();
  std::replace(other.begin(), other.end(), std::string("01"), std::string("05"));
  const Answer answer = lab(other);
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("class_other_labs", {{"folder", utf8(out())}, {"labs", "--lab 01"}}));
  EXPECT_EQ(text_of(gradebook()), before);
}

TEST_F(KitGrading, KeepsTheGradesOfOtherPeople) {
  lab(command());
  const std::string before = text_of(gradebook()), about = text_of(out() / "class.json");
  std::vector<std::string> other = command();
  other[1] = utf8(folder.path() / "other");
  folder.write("other/han/MailReceiver.cpp", "int main() {}\n");
  const Answer answer = lab(other);
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("class_other_people", {{"folder", utf8(out())}, {"student", "an"}}));
  EXPECT_EQ(text_of(gradebook()), before);
  EXPECT_EQ(text_of(out() / "class.json"), about);
  folder.write("other/An/MailReceiver.cpp", "int main() {}\n");
  EXPECT_EQ(lab(other).status, 0) << "a second download of the same class, with one student of the first";
}

// The line that says so keeps an instructor from entering the grades of somebody who left.
TEST_F(KitGrading, NamesWhomTheClassNoLongerHas) {
  lab(command());
  fs::remove_all(folder.path() / "class" / "yoon");
  const Answer answer = lab(command());
  EXPECT_EQ(answer.status, 0) << answer.err;
  EXPECT_THAT(answer.out, Says("class_removed", {{"count", 1}, {"names", "yoon"}}));
  EXPECT_THAT(text_of(gradebook()), AllOf(HasSubstr("no longer in the class"), HasSubstr("yoon")));
  EXPECT_THAT(text_of(out() / "junit.xml"), AllOf(HasSubstr("kang"), Not(HasSubstr("yoon"))));
  EXPECT_THAT(unwrapped(answer.out), HasSubstr(graded(0, 3)));
}

TEST_F(KitGrading, SaysThatItGradesAllLabs) {
  std::vector<std::string> all = command();
  all.erase(std::find(all.begin(), all.end(), "--lab"), all.end() - 2);
  all[1] = utf8(folder.path() / "few");
  folder.write("few/yoon/report.txt", "I could not finish.\n");
  EXPECT_THAT(lab(all).out, Says("class_all_labs", {{"labs", "01, 02, 03, 04, 05, 06, 07"}}));
}

TEST_F(KitGrading, RefusesResultsAmongTheHandIns) {
  std::vector<std::string> inside = command();
  inside.back() = utf8(folder.path() / "class" / "results");
  const Answer answer = lab(inside);
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("class_out_inside", {{"out", inside.back()}}));
  EXPECT_FALSE(fs::exists(inside.back()));
}

TEST_F(KitGrading, RefusesAFolderWithOtherFilesForTheResults) {
  std::vector<std::string> among = command();
  among.back() = utf8(folder.path() / "hong");
  folder.write("hong/MailReceiver.cpp", "int main() {}\n");
  const Answer answer = lab(among);
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("class_out_other", {{"out", among.back()}, {"file", "MailReceiver.cpp"}}));
  EXPECT_EQ(std::distance(fs::directory_iterator(among.back()), {}), 1);
}

// Missing parts of the download would cost students points.
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
    EXPECT_THAT(text_of(page_of(student)),
                Not(testing::AnyOf(HasSubstr("/tmp"), HasSubstr("--from"), HasSubstr(classes::folder_name(student)))))
        << student;
}

TEST_F(KitGrading, GivesEachStudentsPageBackInOneArchive) {
  lab(command());
  classes::Unpacking unpacking;
  classes::unpack_archive(out() / "feedback.zip", folder.path() / "feedback", unpacking);
  EXPECT_EQ(unpacking.entries, 4u);
  EXPECT_EQ(text_of(folder.path() / "feedback" / "choi.html"), text_of(result_of("choi").parent_path() / classes::kPageFile));
}

TEST_F(KitGrading, FillsThePlatformsTable) {
  const fs::path roster = folder.write(
      "export.csv", "Student,ID,Lab 1 (7),Note\r\n    Points Possible,,100,\r\n\"choi\",1,,\"a, b\"\r\nYoon,2,3,\r\nseo,3,,\r\n");
  std::vector<std::string> all = command();
  all.insert(all.end(), {"--roster", utf8(roster), "--column", "lab 1"});
  const Answer answer = lab(all);
  EXPECT_EQ(answer.status, 0) << answer.err;
  const std::string points = std::to_string(nlohmann::json::parse(text_of(result_of("choi"))).at("score").get<int>());
  const fs::path filled = out() / "export-filled.csv";
  EXPECT_EQ(text_of(filled),
            "Student,ID,Lab 1 (7),Note\r\n    Points Possible,,100,\r\n\"choi\",1," + points + ",\"a, b\"\r\nYoon,2,3,\r\nseo,3,,\r\n");
  EXPECT_THAT(answer.out, Says("roster_filled", {{"filled", 1}, {"column", "Lab 1 (7)"}, {"file", utf8(filled)}}));
  EXPECT_THAT(answer.out, Says("roster_open", {{"names", "yoon (program not found)"}}));
  EXPECT_THAT(answer.out, Says("roster_not_found", {{"names", "an, kang"}}));
  EXPECT_THAT(answer.out, Says("roster_no_hand_in", {{"names", "seo"}}));
  EXPECT_THAT(answer.out, Says("roster_other_total", {{"total", "100"}, {"max", 20}}));
  const Answer again = lab({"export", utf8(out()), "--roster", utf8(filled), "--column", "lab 1"});
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(text_of(out() / "export-filled-filled.csv"), text_of(filled));
  EXPECT_THAT(lab({"export", utf8(out()), "--roster", "no such file"}).err, Says("class_table_not_read", {{"file", "no such file"}}));
  for (const std::string& bytes : {std::string(" \n"), std::string("PK\x03\x04\0\0", 6)}) {
    const std::string file = utf8(folder.write("grades.xlsx", bytes));
    const Answer none = lab({"export", utf8(out()), "--roster", file});
    EXPECT_EQ(none.status, 2);
    EXPECT_THAT(none.err, Says("roster_no_table", {{"file", file}}));
  }
}

// The sum in the column of one lab would be a wrong grade.
TEST_F(KitGrading, RefusesTheColumnOfOneLabForSeveral) {
  std::vector<std::string> all = command();
  all.insert(all.end(),
             {"--lab", "02", "--roster", utf8(folder.write("export.csv", "Student,ID,Lab 1,Lab 2\nan,1,,\n")), "--column", "lab 2"});
  const auto refused = Says("roster_several_labs", {{"column", "Lab 2"}, {"labs", "01, 02"}, {"max", "40"}, {"first", "01"}});
  const Answer early = lab(all);
  EXPECT_EQ(early.status, 2);
  EXPECT_THAT(early.err, refused);
  EXPECT_EQ(units(), 0u) << "the table is read before anything is graded";
}

TEST_F(KitGrading, KeepsTheAttemptThatCounts) {
  fs::remove_all(folder.path() / "class");
  folder.write("class/lee_1003_2001_MailReceiver.cpp", text_of(kRoot / "solutions" / "01_mailslot_receiver" / "MailReceiver.cpp"));
  folder.write("class/lee_LATE_1003_2005_MailReceiver-1.cpp", "int main() {}\n");
  const std::map<std::string, std::string> full = {{"1003", "20 of 20, 0 open"}};
  std::vector<std::string> first = command(), last = command();
  first.insert(first.end(), {"--attempt", "first"});
  EXPECT_EQ(lab(first).status, 0);
  EXPECT_EQ(grades(), full);
  const Answer answer = lab(command());
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_THAT(answer.out, Says("class_attempt_counts", {{"attempt", "first"}}));
  EXPECT_EQ(grades(), full);
  last.insert(last.end(), {"--attempt", "last"});
  EXPECT_THAT(lab(last).out, Not(Says("class_attempt_counts", {{"attempt", kAnything}})));
  EXPECT_NE(grades(), full);
}

// The grader reports one lab as not built and the other as not judged.
TEST_F(KitGrading, LeavesOpenWhatWasNotHandedIn) {
  fs::remove_all(folder.path() / "class");
  hand_in("an", kRoot / "solutions" / "01_mailslot_receiver");
  fs::create_directories(folder.path() / "class" / "empty");
  std::vector<std::string> all = command();
  all.insert(all.end(), {"--lab", "02"});
  const Answer answer = lab(all);
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_THAT(text_of(gradebook()), AllOf(HasSubstr(",02: not handed in,20,,"), HasSubstr(",not handed in,,,")));
  EXPECT_EQ(lab({"export", utf8(out()), "--zero"}).status, 0);
  const auto zeros = AllOf(HasSubstr(",02: not handed in,20,0,"), HasSubstr(",not handed in,0,0,"));
  EXPECT_THAT(text_of(gradebook()), zeros);
  EXPECT_THAT(unwrapped(lab({"export", utf8(out()), "--detail", "own"}).out), Says("class_zero")) << "the choice holds later, too";
  EXPECT_THAT(text_of(gradebook()), zeros);
  EXPECT_EQ(lab({"export", utf8(out()), "--no-zero"}).status, 0);
  EXPECT_THAT(text_of(gradebook()), HasSubstr(",not handed in,,,"));
}

TEST_F(KitGrading, SaysOnEveryPageHowTheProgramsWereLimited) {
  lab(command());
  const fs::path unit = result_of("an").parent_path();
  const auto pretend = [](const fs::path& file, const std::string& now, const std::string& then) {
    std::string text = text_of(file);
    for (std::size_t at = 0; (at = text.find(now, at)) != std::string::npos; at += then.size()) text.replace(at, now.size(), then);
    std::ofstream(file, std::ios::binary) << text;
  };
  pretend(result_of("an"), R"("sandbox": "none")", R"("sandbox": "bubblewrap")");
  for (const auto& run : fs::directory_iterator(unit / classes::kRunsFolder / "01"))
    pretend(run.path(), R"("sandbox":"none")", R"("sandbox":"bubblewrap","sandbox_limits":"group")");
  for (const char* detail : {"own", "points"}) {
    ASSERT_EQ(lab({"export", utf8(out()), "--detail", detail}).status, 0);
    EXPECT_THAT(text_of(unit / ("page-" + std::string(detail) + ".html")), HasSubstr("apply to the whole sandbox")) << detail;
  }
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
