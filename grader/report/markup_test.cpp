// Text on a page.
#include "report/markup.h"

#include <gtest/gtest.h>

namespace lab::report {
namespace {

TEST(Markup, CodeInASentenceIsAnElement) {
  EXPECT_EQ(both_with_code("Only `exit` ends it.", "`exit`일 때만 끝납니다."),
            "<span lang=\"en\">Only <code>exit</code> ends it.</span><span lang=\"ko\"><code>exit</code>일 때만 끝납니다.</span>");
  EXPECT_EQ(both_with_code("`a < b`", "`a < b`"), "<code>a &lt; b</code>");
}

TEST(Markup, WhatAProgramPrintedKeepsItsBackticks) {
  EXPECT_EQ(both_with_code("\"`a`\" is no `b`", "\"`a`\" is no `b`"), "&quot;`a`&quot; is no <code>b</code>");
  EXPECT_EQ(both_with_code("a ` \"b` c\"", "a ` \"b` c\""), "a ` &quot;b` c&quot;");
  EXPECT_EQ(both_with_code("", ""), "");
}

}  // namespace
}  // namespace lab::report
