// lab class, as an instructor runs it.
#include <algorithm>

#include "class/archive_samples.h"
#include "tests/kit_command.h"
#include "tests/phrases.h"

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

}  // namespace
}  // namespace lab::tests
