// Tests text in columns: Hangul is two columns wide, and lines are wrapped and cut by columns, never inside a character.
#include "report/columns.h"

#include <gtest/gtest.h>

namespace lab::report {
namespace {

TEST(Columns, HangulIsTwoWide) {
  EXPECT_EQ(columns("abc"), 3);
  EXPECT_EQ(columns("덧셈 관리자"), 11);
  EXPECT_EQ(columns("e\u0301"), 1);
  EXPECT_EQ(columns("\xff"), 1);
  EXPECT_EQ(fitted("덧셈", 6), "덧셈  ");
  EXPECT_EQ(clipped("덧셈 관리자", 8), "덧셈 ...");
  EXPECT_EQ(clipped("덧셈관리자", 8), "덧셈...");
  EXPECT_EQ(clipped("abcdef", 6), "abcdef");
  EXPECT_EQ(clipped("abcdef", 2), "..");
}

TEST(Columns, WrapsAtBlanksAndInsideWordsThatAreTooLong) {
  EXPECT_EQ(wrapped("one two three", 2, 9), "  one two\n  three\n");
  EXPECT_EQ(wrapped("one   two", 0, 5), "one\ntwo\n");
  EXPECT_EQ(wrapped("abcdefgh", 1, 5), " abcd\n efgh\n");
  EXPECT_EQ(wrapped("가나다라", 0, 5), "가나\n다라\n");
  EXPECT_EQ(wrapped("a\n\nb", 2, 9), "  a\n\n  b\n");
  EXPECT_EQ(wrapped("", 4, 9), "\n");
  EXPECT_EQ(wrapped("가나", 0, 1), "가\n나\n");
}

TEST(Columns, OneLineHasNoLineEnds) {
  EXPECT_EQ(one_line("a\r\nb\tc\x1b", 40), "a\\nb\\tc\\x1b");
  EXPECT_EQ(one_line(std::string(1000, 'x'), 10), "xxxxxxx...");
  std::string korean;
  for (int i = 0; i < 100; ++i) korean += "가";
  EXPECT_EQ(one_line(korean, 9), "가가가...");
}

}  // namespace
}  // namespace lab::report
