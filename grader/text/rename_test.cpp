// Tests renaming what is temporarily in use.
#include "text/rename.h"

#ifdef _WIN32
#include <windows.h>
#endif

#include <gtest/gtest.h>

#include "tests/folder.h"

namespace lab::text {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

const std::error_code kDenied = std::make_error_code(std::errc::permission_denied);

class RenameWhenFree : public testing::Test {
 protected:
  // Fails `times` times with `why`, as Windows does while another program has something in the folder open.
  Rename failing(int times, std::error_code why) {
    return [this, times, why](const fs::path& from, const fs::path& to, std::error_code& error) {
      if (++calls_ <= times)
        error = why;
      else
        fs::rename(from, to, error);
    };
  }
  bool rename(const Rename& how) { return rename_when_free(from_, to_, error_, milliseconds(0), how); }

  tests::Folder folder_;
  const fs::path from_ = folder_.write("from/file", "made").parent_path(), to_ = folder_.path() / "to";
  std::error_code error_;
  int calls_ = 0;
};

TEST_F(RenameWhenFree, RenamesAtOnceWhatNobodyUses) {
  EXPECT_TRUE(rename_when_free(from_, to_, error_));
  EXPECT_TRUE(fs::exists(to_ / "file"));
}

TEST_F(RenameWhenFree, TriesAgainWhileItIsDenied) {
  EXPECT_TRUE(rename(failing(3, kDenied)));
  EXPECT_EQ(calls_, 4);
  EXPECT_FALSE(error_);
  EXPECT_TRUE(fs::exists(to_ / "file"));
}

TEST_F(RenameWhenFree, ReplacesAFileThatWasBeingRead) {
  const fs::path fresh = folder_.write("report.html.new", "new"), old = folder_.write("report.html", "old");
  EXPECT_TRUE(rename_when_free(fresh, old, error_, milliseconds(0), failing(3, kDenied)));
  EXPECT_EQ(calls_, 4);
  EXPECT_EQ(fs::file_size(old), 3u);
  EXPECT_FALSE(fs::exists(fresh));
}

#ifdef _WIN32
// Windows, Wine and their C libraries report an open file as different errors.
TEST_F(RenameWhenFree, TriesAgainUntilTheFileIsClosed) {
  const fs::path fresh = folder_.write("report.html.new", "new");
  HANDLE held = CreateFileW(fresh.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr);
  ASSERT_NE(held, INVALID_HANDLE_VALUE);
  const Rename closes = [&](const fs::path& from, const fs::path& to, std::error_code& error) {
    fs::rename(from, to, error);
    if (++calls_ > 1) return;
    EXPECT_TRUE(error);
    CloseHandle(held);
  };
  EXPECT_TRUE(rename_when_free(fresh, folder_.path() / "report.html", error_, milliseconds(0), closes)) << error_.message();
  EXPECT_EQ(calls_, 2);
}
#endif

TEST_F(RenameWhenFree, GivesUpInTheEndAndSaysWhy) {
  EXPECT_FALSE(rename(failing(1000, kDenied)));
  EXPECT_EQ(calls_, 150);
  EXPECT_EQ(error_, kDenied);
  EXPECT_TRUE(fs::exists(from_ / "file"));
}

TEST_F(RenameWhenFree, DoesNotTryAgainWhatCannotSucceed) {
  EXPECT_FALSE(rename(failing(1000, std::make_error_code(std::errc::no_space_on_device))));
  EXPECT_EQ(calls_, 1);
}

TEST_F(RenameWhenFree, LeavesWhatAnotherProcessHasPutThere) {
  folder_.write("to/file", "theirs");
  EXPECT_FALSE(rename(failing(1000, kDenied)));
  EXPECT_EQ(calls_, 1);
}

}  // namespace
}  // namespace lab::text
