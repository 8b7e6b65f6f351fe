// Pages as a platform takes them back.
#include "class/feedback.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

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
  EXPECT_EQ(feedback_name(from("moodle", "김하나_12345_assignsubmission_file")), "김하나_12345_assignsubmission_file/report.html");
  EXPECT_EQ(feedback_name(from("canvas", "lee_1003_2001_AdderManager.cpp")), "lee_1003_2001_AdderManager.html");
  EXPECT_EQ(feedback_name(from("", "kim.zip")), "kim.html");
  EXPECT_EQ(feedback_name(from("", "lab 05.v2")), "lab 05.v2.html");
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

}  // namespace
}  // namespace lab::classes
