// Tests which programs could be among what was left out of a hand-in.
#include "compile/left_out.h"

#include <gmock/gmock.h>

#include "tests/folder.h"

namespace lab::compile {
namespace {

using testing::ElementsAre;

TEST(LeftOut, MayContainAProgramOfThatName) {
  EXPECT_TRUE((LeftOut{{"src/addermanager.CPP"}, false}.may_contain("AdderManager")));
  EXPECT_FALSE((LeftOut{{"src/PartAdder.cpp", "movie.mp4"}, false}.may_contain("AdderManager")));
  EXPECT_FALSE(LeftOut().may_contain("AdderManager"));
}

TEST(LeftOut, MayContainAnythingWhereItsContentsAreUnknown) {
  EXPECT_TRUE((LeftOut{{"f5000.txt"}, true}.may_contain("AdderManager")));
  EXPECT_TRUE((LeftOut{{"lab.zip"}, false}.may_contain("AdderManager")));
  EXPECT_TRUE((LeftOut{{"v1.0/mine"}, false}.may_contain("AdderManager"))) << "a folder, or a link to one";
}

TEST(LeftOut, IsReadAsItWasSaved) {
  const tests::Folder folder;
  const std::filesystem::path files = folder.path() / "kim";
  std::filesystem::create_directories(files);
  keep_left_out({}, files);
  EXPECT_TRUE(read_left_out(files).empty());
  keep_left_out({{"a\xff.cpp", "b.zip"}, true}, files);
  const LeftOut read = read_left_out(files);
  EXPECT_THAT(read.names, ElementsAre("a\xEF\xBF\xBD.cpp", "b.zip"));
  EXPECT_TRUE(read.anything);
  EXPECT_TRUE(std::filesystem::is_empty(files)) << "the student's folder stays as it is";
}

}  // namespace
}  // namespace lab::compile
