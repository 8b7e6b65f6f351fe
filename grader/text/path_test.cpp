// Paths there and back.
#include "text/path.h"

#include <gtest/gtest.h>

namespace lab::text {
namespace {

TEST(Path, GoesThereAndBack) {
  const std::string name = "labs/\xEC\x8B\xA4\xEC\x8A\xB5/A.cpp";
  EXPECT_EQ(generic_utf8(path_of(name)), name);
  EXPECT_EQ(path_of(utf8(path_of(name))), path_of(name));
}

TEST(Path, GenericHasSlashesBetweenItsParts) { EXPECT_EQ(generic_utf8(std::filesystem::path("labs") / "05" / "A.cpp"), "labs/05/A.cpp"); }

}  // namespace
}  // namespace lab::text
