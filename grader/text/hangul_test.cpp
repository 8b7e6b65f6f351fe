// The two forms of Hangul.
#include "text/hangul.h"

#include <gtest/gtest.h>

namespace lab::text {
namespace {

TEST(Hangul, IsComposed) {
  EXPECT_EQ(compose_hangul("\u1100\u1175\u11B7\u1106\u1175\u11AB\u1109\u116E.cpp"), "김민수.cpp");
  EXPECT_EQ(compose_hangul("\uAC00\u11A8"), "각") << "a syllable and a tail";
}

TEST(Hangul, WhatIsNoSyllableStays) {
  for (const char* text : {"", "김민수", "lab 05", "\u1100", "\u1161\u11A8", "ㄱㅏ", "\xFF\xC7\xD1", "각\u11A8"})
    EXPECT_EQ(compose_hangul(text), text);
}

}  // namespace
}  // namespace lab::text
