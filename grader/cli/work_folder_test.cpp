// Tests that a work folder lasts as long as its object.
#include "cli/work_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

TEST(WorkFolder, IsGoneWithItsObject) {
  fs::path path;
  {
    const WorkFolder folder, another;
    path = folder.path();
    fs::create_directories(path / "1" / "bin");
    std::ofstream(path / "1" / "bin" / "something") << "x";
    EXPECT_NE(path, another.path());
    EXPECT_TRUE(fs::exists(path / "1" / "bin" / "something"));
    EXPECT_TRUE(fs::exists(another.path()));
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(WorkFolder, OfAnotherNameIsGoneToo) {
  const WorkFolder outer;
  const fs::path path = outer.path() / "1";
  {
    const WorkFolder folder(path);
    std::ofstream(path / "something") << "x";
  }
  EXPECT_FALSE(fs::exists(path));
  EXPECT_TRUE(fs::exists(outer.path()));
}

}  // namespace
}  // namespace lab::cli
