// Tests the names under which platforms accept pages.
#include "class/feedback.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "class/archive.h"
#include "tests/folder.h"

namespace lab::classes {
namespace {

namespace fs = std::filesystem;

HandIn from(const std::string& platform, const std::string& given_as) {
  HandIn hand_in;
  hand_in.platform = platform;
  hand_in.given_as = given_as;
  return hand_in;
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Feedback, GoesBackUnderThePlatformsName) {
  EXPECT_EQ(feedback_name(from("moodle", "김하나_12345_assignsubmission_file")), "김하나_12345_assignsubmission_file_/report.html");
  EXPECT_EQ(feedback_name(from("moodle", "Lee_12_assignsubmission_file_AdderManager.cpp")), "Lee_12_assignsubmission_file_/report.html");
  EXPECT_EQ(feedback_name(from("canvas", "lee_1003_2001_AdderManager.cpp")), "lee_1003_2001_AdderManager.html");
  EXPECT_EQ(feedback_name(from("", "kim.zip")), "kim.html");
  EXPECT_EQ(feedback_name(from("", "lab 05.v2")), "lab 05.v2.html");
}

// The student and the file name that Moodle derives from a path (importziplib.php).
std::pair<std::string, std::string> taken_by_moodle(const std::string& path) {
  std::vector<std::string> parts;
  std::istringstream in(path);
  for (std::string part; std::getline(in, part, '/');) parts.push_back(part);
  if (parts.back().starts_with(".") || parts.back().starts_with("~")) return {};
  static const std::regex kFolder("[^_]*_([0-9]+)_(assignsubmission)_(file)(?:_(.*))?");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::smatch match;
    if (!std::regex_match(parts[i], match, kFolder)) continue;
    std::string name = match[4].str();
    for (std::size_t more = i + 1; more < parts.size(); ++more) name += "/" + parts[more];
    return {match[1].str(), name};
  }
  return {};
}

// The user and attachment ids that Canvas finds in a file's name (infer_comment_context_from_filename).
std::vector<std::string> seen_by_canvas(const std::string& name) {
  std::vector<std::string> numbers;
  std::istringstream in(name);
  for (std::string part; std::getline(in, part, '_');)
    if (std::regex_match(part, std::regex("[0-9]+")) && numbers.size() < 2) numbers.push_back(part);
  return numbers;
}

TEST(Feedback, IsTakenByThePlatformsImporters) {
  EXPECT_EQ(taken_by_moodle(feedback_name(from("moodle", "김하나_12345_assignsubmission_file"))),
            std::pair(std::string("12345"), std::string("/report.html")));
  EXPECT_EQ(taken_by_moodle(feedback_name(from("moodle", "Lee Su-Jin_7_assignsubmission_file_lab.zip"))).first, "7");
  EXPECT_THAT(seen_by_canvas(feedback_name(from("canvas", "lee_LATE_1003_2001_AdderManager-1.cpp"))), testing::ElementsAre("1003", "2001"));
  EXPECT_THAT(seen_by_canvas(feedback_name(from("canvas", "김민수_1004_2007_lab05.zip"))), testing::ElementsAre("1004", "2007"));
}

TEST(Feedback, LeadsOutOfNoFolder) { EXPECT_EQ(feedback_name(from("moodle", "../../x")).find("../"), std::string::npos); }

TEST(Feedback, IsAnArchiveOfThePagesAndTheSameBytesEachTime) {
  const tests::Folder folder;
  const fs::path page = folder.write("page", "<p>통과</p>"), zip = folder.path() / "feedback.zip", unpacked = folder.path() / "unpacked";
  write_zip(zip, {{"김하나_1_assignsubmission_file/report.html", page}, {"lee.html", page}});
  const std::string bytes = text_of(zip);
  write_zip(zip, {{"김하나_1_assignsubmission_file/report.html", page}, {"lee.html", page}});
  EXPECT_EQ(text_of(zip), bytes);
  Unpacking unpacking;
  unpack_archive(zip, unpacked, unpacking);
  EXPECT_THAT(unpacking.findings, testing::IsEmpty());
  EXPECT_EQ(text_of(unpacked / "김하나_1_assignsubmission_file" / "report.html"), "<p>통과</p>");
  EXPECT_EQ(text_of(unpacked / "lee.html"), "<p>통과</p>");
}

TEST(Feedback, SaysWhatCannotBeWritten) {
  const tests::Folder folder;
  EXPECT_THROW(write_zip(folder.path() / "no such folder" / "a.zip", {}), std::runtime_error);
  EXPECT_THROW(write_zip(folder.path() / "a.zip", {{"a", folder.path() / "no such page"}}), std::runtime_error);
}

TEST(Feedback, LeavesNoHalfAnArchive) {
  const tests::Folder folder;
  EXPECT_ANY_THROW(write_zip(folder.path() / "feedback.zip", {{"kim.html", folder.path() / "no such page"}}));
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

}  // namespace
}  // namespace lab::classes
