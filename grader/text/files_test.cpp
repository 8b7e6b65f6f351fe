// Every reader sees complete files, and failures to read or write are reported.
#include "text/files.h"

#include <gtest/gtest.h>

#include <iterator>
#include <thread>

#include "tests/folder.h"
#include "text/problem.h"

namespace lab::text {
namespace {

namespace fs = std::filesystem;

std::ptrdiff_t files_in(const fs::path& folder) { return std::distance(fs::directory_iterator(folder), {}); }

TEST(Files, AreReadWhole) {
  const tests::Folder folder;
  const std::string bytes("\r\n\0\xff", 4);
  EXPECT_EQ(read_text(folder.write("some", bytes)), bytes);
  EXPECT_EQ(read_file(folder.write("empty", "")), "");
  EXPECT_EQ(read_file(folder.path() / "absent"), std::nullopt);
  EXPECT_EQ(read_file(folder.path()), std::nullopt) << "a folder";
  EXPECT_EQ(read_text(folder.path() / "absent"), "");
}

TEST(Files, AreNeverHalfThereForAReader) {
  const tests::Folder folder;
  const fs::path file = folder.path() / "report.html";
  const std::string whole(100'000, 'x');
  write_file(file, whole);
  const auto write_often = [&] {
    for (int i = 0; i < 100; ++i) write_file(file, whole);
  };
  std::thread one(write_often), other(write_often);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(read_text(file).size(), whole.size());
  one.join();
  other.join();
  EXPECT_EQ(files_in(folder.path()), 1) << "nothing else is left behind";
}

TEST(Files, StayAsTheyWereWhereTheyCannotBeWritten) {
  const tests::Folder folder;
  fs::create_directories(folder.path() / "05.json" / "full");
  EXPECT_THROW(write_file(folder.path() / "05.json", "{}"), Problem);
  EXPECT_THROW(write_file(folder.path() / "no folder" / "05.json", "{}"), Problem);
  EXPECT_EQ(files_in(folder.path()), 1);
}

TEST(Files, AreTriedWithoutLeavingOneBehind) {
  const tests::Folder folder;
  const fs::path old = folder.write("old.json", "{}");
  require_writable(old, "old.json");
  require_writable(folder.path() / "new.json", "new.json");
  EXPECT_EQ(read_text(old), "{}");
  EXPECT_EQ(files_in(folder.path()), 1);
  EXPECT_THROW(require_writable(folder.path() / "no folder" / "new.json", "new.json"), Problem);
  EXPECT_THROW(require_writable(folder.path(), "folder"), Problem);
}

#ifndef _WIN32
TEST(Files, LeaveALinkWhereItIs) {
  const tests::Folder folder;
  const fs::path file = folder.write("file", "old"), link = folder.path() / "link";
  fs::create_symlink(file, link);
  write_file(link, "new");
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(read_text(file), "new");
}
#endif

}  // namespace
}  // namespace lab::text
