// Tests the layout of the download from each platform, and of instructors' own folders.
#include "class/hand_ins.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "class/archive_samples.h"
#include "class/unpack.h"
#include "tests/folder.h"
#include "text/problem.h"

namespace lab::classes {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

class HandIns : public testing::Test {
 protected:
  void add(const std::vector<std::string>& files) const {
    for (const std::string& file : files) folder.write(fs::path("class") / text::path_of(file), "int main() {}\n");
  }
  // A line "PLATFORM ID STUDENT [late] [#ATTEMPT]: NAME, NAME" for each hand-in.
  std::vector<std::string> find(const FindOptions& options = {}) { return find_in(folder.path() / "class", options); }
  std::vector<std::string> find_in(const fs::path& download, const FindOptions& options) {
    passed_over.clear();
    found = find_hand_ins(download, options, &passed_over);
    std::vector<std::string> lines;
    for (const HandIn& one : found) {
      std::string line = (one.platform.empty() ? "" : one.platform + " ") + one.id + " " + one.student;
      if (one.late) line += " late";
      if (one.attempt != 1) line += " #" + std::to_string(one.attempt);
      std::string names;
      for (const fs::path& path : one.from) names += (names.empty() ? ": " : ", ") + text::utf8(path.filename());
      lines.push_back(line + names);
    }
    return lines;
  }

  tests::Folder folder;
  std::vector<HandIn> found;
  std::vector<Finding> passed_over;
};

TEST_F(HandIns, OfCanvas) {
  add({"lee_LATE_1003_2005_AdderManager-1.cpp", "lee_LATE_1003_2006_PartAdder.cpp", "김민수_1004_2007_lab05.zip",
       "parkjisu_1005_2008_my_file_3.cpp", "choi_1006_text.html"});
  EXPECT_THAT(find(),
              ElementsAre("canvas 1006 choi: choi_1006_text.html",
                          "canvas 1003 lee late #2: lee_LATE_1003_2005_AdderManager-1.cpp, lee_LATE_1003_2006_PartAdder.cpp",
                          "canvas 1005 parkjisu: parkjisu_1005_2008_my_file_3.cpp", "canvas 1004 김민수: 김민수_1004_2007_lab05.zip"));
  EXPECT_THAT(passed_over, IsEmpty());
}

TEST_F(HandIns, OfCanvasTheLastCountsUnlessAnotherIsAskedFor) {
  add({"lee_1003_2005_AdderManager.cpp", "lee_LATE_1003_2099_AdderManager-1.cpp", "lee_1003_2006_PartAdder.cpp"});
  EXPECT_THAT(find(), ElementsAre("canvas 1003 lee late #2: lee_LATE_1003_2099_AdderManager-1.cpp, lee_1003_2006_PartAdder.cpp"));
  ASSERT_EQ(found[0].findings.size(), 1u);
  EXPECT_EQ(found[0].findings[0].facts.at("names"), "lee_1003_2005_AdderManager.cpp");
  const auto on_time = ElementsAre("canvas 1003 lee: lee_1003_2005_AdderManager.cpp, lee_1003_2006_PartAdder.cpp");
  EXPECT_THAT(find({.attempt = Attempt::kOnTime, .work = {}}), on_time);
  EXPECT_THAT(find({.attempt = Attempt::kFirst, .work = {}}), on_time);
}

TEST_F(HandIns, OfCanvasThatAreAllLateSaySo) {
  add({"lee_LATE_1003_2005_AdderManager.cpp", "kim_1004_2006_AdderManager.cpp"});
  const FindOptions on_time{.attempt = Attempt::kOnTime, .work = {}};
  EXPECT_THAT(find(on_time),
              ElementsAre("canvas 1004 kim: kim_1004_2006_AdderManager.cpp", "canvas 1003 lee late: lee_LATE_1003_2005_AdderManager.cpp"));
  EXPECT_THAT(found[0].findings, IsEmpty());
  ASSERT_EQ(found[1].findings.size(), 1u);
  EXPECT_EQ(found[1].findings[0].id, "class_all_late");
  find();
  EXPECT_THAT(found[1].findings, IsEmpty()) << "the last one counts, which is what was asked for";
}

#ifndef _WIN32
TEST_F(HandIns, AreGivenBackOnOneLine) {
  folder.write("class/of\nlee/AdderManager.cpp", "");
  find();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].given_as.find('\n'), std::string::npos) << found[0].given_as;
}
#endif

TEST_F(HandIns, OfCanvasNumberedArchivesMayBeOfDifferentLabs) {
  add({"lee_1003_2005_lab-1.zip", "lee_1003_2006_lab-2.zip"});
  EXPECT_THAT(find(), ElementsAre("canvas 1003 lee #3: lee_1003_2005_lab-1.zip, lee_1003_2006_lab-2.zip"));
  EXPECT_THAT(found[0].findings, IsEmpty());
}

TEST_F(HandIns, NamesThatOnlyLookLikeCanvasAreNot) {
  add({"kim_2024_5_lab.zip", "lee_2024_5_lab.zip"});
  EXPECT_THAT(find(),
              ElementsAre("kim_2024_5_lab kim_2024_5_lab: kim_2024_5_lab.zip", "lee_2024_5_lab lee_2024_5_lab: lee_2024_5_lab.zip"));
}

TEST_F(HandIns, OfMoodleInFolders) {
  add({"김민수_12345_assignsubmission_file_/lab 05/AdderManager.cpp", "김민수_12345_assignsubmission_onlinetext_/onlinetext.html",
       "김민수_12346_assignsubmission_file/AdderManager.cpp", "Lee Su-Jin_12347_assignsubmission_file_/lab05.zip"});
  EXPECT_THAT(find(), ElementsAre("moodle 12347 Lee Su-Jin: Lee Su-Jin_12347_assignsubmission_file_",
                                  "moodle 12345 김민수: 김민수_12345_assignsubmission_file_, 김민수_12345_assignsubmission_onlinetext_",
                                  "moodle 12346 김민수: 김민수_12346_assignsubmission_file"));
  EXPECT_EQ(found[0].given_as, "Lee Su-Jin_12347_assignsubmission_file_");
}

TEST_F(HandIns, OfMoodleInOneFolder) {
  add({"Lee Su-Jin_12347_assignsubmission_file_AdderManager.cpp", "Lee Su-Jin_12347_assignsubmission_file_PartAdder.cpp"});
  EXPECT_THAT(find(), ElementsAre("moodle 12347 Lee Su-Jin: Lee Su-Jin_12347_assignsubmission_file_AdderManager.cpp, "
                                  "Lee Su-Jin_12347_assignsubmission_file_PartAdder.cpp"));
  unpack(found[0], folder.path() / "unpacked");
  EXPECT_TRUE(fs::exists(folder.path() / "unpacked" / "PartAdder.cpp"));
}

TEST_F(HandIns, OfGradescope) {
  add({"assignment_9_export/submission_100/AdderManager.cpp", "assignment_9_export/submission_101/AdderManager.cpp",
       "assignment_9_export/submission_102/AdderManager.cpp"});
  folder.write("class/assignment_9_export/submission_metadata.yml",
               "---\nsubmission_100:\n  :submitters:\n  - :name: 김민수\n    :sid: '2024001'\n    :email: kim@example.org\n"
               "  :created_at: 2024-03-01 10:00:00.000000000 Z\n  :history:\n  - :id: 7\n    :name: not a student\nsubmission_101:\n"
               "  :submitters:\n  - :name: \"Lee \\\"Su\\\" Jin\"\n    :sid: 200\n  - :name: Pair Two\n    :sid: 201\n"
               "submission_102:\n  :submitters:\n  - :name: No Number\n    :sid: \n");
  EXPECT_THAT(find(), ElementsAre("gradescope 200+201 Lee \"Su\" Jin, Pair Two: submission_101", "gradescope 102 No Number: submission_102",
                                  "gradescope 2024001 김민수: submission_100"));
  EXPECT_EQ(found[0].given_as, "submission_101");
}

TEST_F(HandIns, OfClassroom50) {
  const std::string top = "cs-lab05_submissions_2026_09_01_T_10_00_00/cs-lab05-";
  add({top + "Kim-MS/AdderManager.cpp", top + "lee/AdderManager.cpp"});
  folder.write(
      "class/cs-lab05_submissions_2026_09_01_T_10_00_00/scores.csv",
      "username,first_name,last_name,email,section,score,max_score,datetime,submission_tag,submitted_by,review_url,late,override\r\n"
      "kim-ms,민수,\"김, Jr\",k@example.org,1,,,,submit/1,,,true,\r\nlee,,,,,,,,,,,false,\r\n");
  EXPECT_THAT(find(), ElementsAre("classroom50 lee lee: cs-lab05-lee", "classroom50 Kim-MS 민수 김, Jr late: cs-lab05-Kim-MS"));
}

TEST_F(HandIns, OfGitHubClones) {
  add({"hello-kim-a/.git/config", "hello-kim-a/AdderManager.cpp", "hello-kim-b/.git/config", "hello-lee/.git/config"});
  EXPECT_THAT(find(), ElementsAre("github kim-a kim-a: hello-kim-a", "github kim-b kim-b: hello-kim-b", "github lee lee: hello-lee"));
}

TEST_F(HandIns, OfGitHubArchives) {
  add({"hello-kim-main.zip", "hello-kim-main (1).zip", "hello-lee-master.zip"});
  EXPECT_THAT(find(), ElementsAre("github kim kim #2: hello-kim-main (1).zip", "github lee lee: hello-lee-master.zip"));
  EXPECT_EQ(found[0].findings[0].facts.at("names"), "hello-kim-main.zip");
  EXPECT_EQ(found[0].given_as, "hello-kim-main (1)");
}

TEST_F(HandIns, OfAnInstructorsOwnFolder) {
  add({"김민수/lab05/AdderManager.cpp", "\u1100\u1175\u11B7\u1106\u1175\u11AB\u1109\u116E (2).zip", "Lee Su Jin.tar.gz", "lab05-park/a.cpp",
       "lab05-choi/a.cpp", "notes.txt", ".DS_Store", "grades.csv"});
  EXPECT_THAT(find(), ElementsAre("Lee Su Jin Lee Su Jin: Lee Su Jin.tar.gz", "lab05-choi lab05-choi: lab05-choi",
                                  "lab05-park lab05-park: lab05-park",
                                  "김민수 김민수 #2: \u1100\u1175\u11B7\u1106\u1175\u11AB\u1109\u116E (2).zip"));
  EXPECT_EQ(found[3].findings[0].facts.at("names"), "김민수");
  ASSERT_EQ(passed_over.size(), 1u);
  EXPECT_EQ(passed_over[0].facts.at("names"), "notes.txt");
}

TEST_F(HandIns, AFolderOfOneStudentIsAClassOfOne) {
  add({"kim/lab05/AdderManager.cpp", "kim/lab06/MailChat.cpp"});
  EXPECT_THAT(find(), ElementsAre("kim kim: kim"));
}

#ifndef _WIN32
TEST_F(HandIns, LinksAreNoStudentsAndNamesAreOnOneLine) {
  add({"new\nline/AdderManager.cpp"});
  fs::create_directory_symlink("/", folder.path() / "class" / "root");
  EXPECT_THAT(find(), ElementsAre("new\\nline new\\nline: new\nline"));
  ASSERT_EQ(passed_over.size(), 1u);
  EXPECT_EQ(passed_over[0].id, "class_link");
}
#endif

TEST_F(HandIns, IdsDifferEvenWhereLetterCaseDoesNotCount) {
  add({"Kim/a.cpp", "kim/a.cpp", "lee_7_1_a.cpp", "park_7_2_a.cpp"});
  const std::vector<std::string> lines = find();
  EXPECT_THAT(lines, testing::Contains("canvas 7 lee: lee_7_1_a.cpp"));
  EXPECT_THAT(lines, testing::Contains("canvas 7~2 park: park_7_2_a.cpp"));
  EXPECT_THAT(lines, testing::Contains("Kim Kim: Kim"));
  EXPECT_THAT(lines, testing::Contains("kim~2 kim: kim"));
}

TEST_F(HandIns, ADownloadMayBeOneArchive) {
  {
    ArchiveWriter writer(folder.path() / "submissions.zip");
    writer.add("Lab 5/김민수/AdderManager.cpp", "1");
    writer.add("Lab 5/lee.zip", "PK");
  }
  EXPECT_THAT(find_in(folder.path() / "submissions.zip", {.work = folder.path() / "work"}),
              ElementsAre("lee lee: lee.zip", "김민수 김민수: 김민수"));
  EXPECT_THAT(text::utf8(found[0].from[0]), HasSubstr("work"));
}

TEST_F(HandIns, SaysWhatIsNoDownload) {
  EXPECT_THROW(find_hand_ins(folder.path() / "absent", {}), text::Problem);
  EXPECT_THROW(find_hand_ins(folder.write("a.zip", "no archive"), {.work = folder.path() / "work"}), text::Problem);
}

}  // namespace
}  // namespace lab::classes
