// What is asked of a report's file before the programs run.
#include "cli/report_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

TEST(ReportFiles, AreTriedWithoutLeavingOneBehind) {
  const fs::path folder = fs::temp_directory_path() / "lab_report_files_test";
  fs::remove_all(folder);
  fs::create_directory(folder);
  const fs::path fresh = folder / "new.json", old = folder / "old.json";
  std::ofstream(old) << "{}";

  require_writable({text::utf8(fresh), text::utf8(old), ""});
  EXPECT_FALSE(fs::exists(fresh));
  EXPECT_EQ(fs::file_size(old), 2u) << "an older report stays until there is a new one";
  EXPECT_THROW(require_writable({text::utf8(folder / "no folder" / "new.json")}), text::Problem);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace lab::cli
