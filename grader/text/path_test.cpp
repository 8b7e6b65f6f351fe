// Paths converted to UTF-8 and back.
#include "text/path.h"

#include <gtest/gtest.h>

namespace lab::text {
namespace {

TEST(Path, GoesThereAndBack) {
  const std::string name = "labs/\xEC\x8B\xA4\xEC\x8A\xB5/A.cpp";
  EXPECT_EQ(generic_utf8(path_of(name)), name);
  EXPECT_EQ(path_of(utf8(path_of(name))), path_of(name));
}

// Narrow strings are UTF-8 on every system, even for characters that need two wchar_t.
TEST(Path, OfANarrowStringIsThatOfItsUtf8) {
  for (const std::string name : {"lab \xEC\x8B\x9C\xED\x97\x98/\xC3\xA9.cpp", "\xF0\x9F\x98\x80.cpp"})
    EXPECT_EQ(generic_utf8(std::filesystem::path(name)), name);
}

TEST(Path, GenericHasSlashesBetweenItsParts) { EXPECT_EQ(generic_utf8(std::filesystem::path("labs") / "05" / "A.cpp"), "labs/05/A.cpp"); }

}  // namespace
}  // namespace lab::text
