// Sentences are filled in with the correct particles; student output is decoded and made harmless.
#include "text/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "text/code_page_949.h"
#include "text/codes.h"
#include "text/particles.h"
#include "text/problem.h"

namespace lab::text {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// The tests use their own sentences, in one language, so that they do not depend on the kit's sentences.
std::string english(std::string_view text, const nlohmann::json& args) { return filled(Language::kEnglish, text, "", args); }
std::string korean(std::string_view text, const nlohmann::json& args) { return filled(Language::kKorean, "", text, args); }

const nlohmann::json kTooEarly = {{"call", "GetExitCodeProcess"}, {"at_ms", 5.1}, {"worker", "PartAdder 1 5"}, {"value", 259}};

TEST(Sentence, IsFilledInEnglish) {
  EXPECT_EQ(english("{call} was called at {at_ms} ms; {worker} was running, so it returned {value:code}.", kTooEarly),
            "GetExitCodeProcess was called at 5.1 ms; PartAdder 1 5 was running, so it returned 259 (STILL_ACTIVE).");
}

TEST(Sentence, IsFilledInKoreanWithItsParticles) {
  EXPECT_EQ(korean("{at_ms} ms에 {call}을/를 호출했습니다. {worker}은/는 실행 중이어서 {value:code}이/가 반환되었습니다.", kTooEarly),
            "5.1 ms에 GetExitCodeProcess를 호출했습니다. PartAdder 1 5는 실행 중이어서 259(STILL_ACTIVE)가 반환되었습니다.");
}

TEST(Sentence, AMissingIdOrArgumentIsTheKitsMistake) {
  EXPECT_THROW(sentence(Language::kEnglish, "no_such_sentence"), std::logic_error);
  EXPECT_THROW(sentence(Language::kEnglish, "unknown_language"), std::logic_error);
  EXPECT_THROW(filled(Language::kEnglish, "{worker}", "{worker}", {}), std::logic_error);
  EXPECT_TRUE(has_sentence("unknown_language"));
  EXPECT_FALSE(has_sentence("no_such_sentence"));
}

TEST(Sentence, ArgumentsAreNotReadAsPatterns) {
  EXPECT_EQ(korean("{worker}이/가 끝날 때까지", {{"worker", "{x}을/를 8"}}), "{x}을/를 8이 끝날 때까지");
}

TEST(Sentence, ArgumentsCannotSteerATerminalOrFloodIt) {
  const std::string text = english("It waited for {worker}.", {{"worker", "\x1b[2J" + std::string(1'000'000, 'a')}});
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_LT(text.size(), 3000u);
}

TEST(Listed, TellsNamesApart) {
  EXPECT_EQ(listed({"Lee", "Kim, Hana"}), "Lee, \"Kim, Hana\"");
  EXPECT_EQ(listed({"a", "b", "c"}, 2), "a, b, ...");
  EXPECT_EQ(listed(std::vector<std::string>()), "");
}

TEST(Sentence, NumbersComeWithTheirNames) {
  const auto code = [](const nlohmann::json& seen) { return english("code {seen:code}", {{"seen", seen}}); };
  EXPECT_EQ(code(7), "code 7");
  EXPECT_EQ(code(4294967295u), "code 0xFFFFFFFF (-1)");
  EXPECT_EQ(code(-1), "code 0xFFFFFFFF (-1)");
  EXPECT_EQ(code("nothing"), "code nothing");
  EXPECT_EQ(english("error {error:error}", {{"error", 6}}), "error 6 (ERROR_INVALID_HANDLE)");
}

TEST(Sentence, NamesOfNumbersOpenNoBracketInABracket) {
  const nlohmann::json args = {{"error", 6}, {"code", 259}};
  EXPECT_EQ(english("It failed (error {error:error}) with {error:error}.", args),
            "It failed (error 6, ERROR_INVALID_HANDLE) with 6 (ERROR_INVALID_HANDLE).");
  EXPECT_EQ(english("(1) {code:code} (exit code {code:code})", args), "(1) 259 (STILL_ACTIVE) (exit code 259, STILL_ACTIVE)");
  EXPECT_EQ(korean("실패했습니다(오류 {error:error}).", args), "실패했습니다(오류 6, ERROR_INVALID_HANDLE).");
  EXPECT_EQ(english("(error {error:error})", {{"error", 77777}}), "(error 77777)");
}

TEST(Sentence, FractionsOfMillisecondsHaveOneDigit) {
  const auto at = [](double ms) { return english("after {at} ms", {{"at", ms}}); };
  EXPECT_EQ(at(10.0), "after 10 ms");
  EXPECT_EQ(at(0.04), "after 0 ms");
  EXPECT_EQ(at(1234567.85), "after 1234567.9 ms");
}

TEST(Sentence, NoArgumentsLeaveNoBlank) {
  EXPECT_EQ(english("{program}{arguments:after} ran", {{"program", "AdderManager"}, {"arguments", ""}}), "AdderManager ran");
  EXPECT_EQ(english("{program}{arguments:after} ran", {{"program", "PartAdder"}, {"arguments", "1 -1"}}), "PartAdder 1 -1 ran");
}

TEST(Sentence, HandlesHaveNamesInBothLanguages) {
  const nlohmann::json args = {{"handle", "thread"}};
  EXPECT_EQ(english("The {handle:handle} is open.", args), "The thread handle is open.");
  EXPECT_EQ(korean("{handle:handle}이/가 열려 있습니다.", args), "스레드 핸들이 열려 있습니다.");
}

TEST(Codes, ExceptionsHaveNamesInBothLanguages) {
  EXPECT_EQ(exit_code_name(Language::kEnglish, 0xC0000005), "0xC0000005 (access violation)");
  EXPECT_EQ(exit_code_name(Language::kKorean, 0xC0000005), "0xC0000005(액세스 위반)");
  EXPECT_EQ(exit_code_name(Language::kEnglish, 0x80000000), "0x80000000");
  EXPECT_EQ(exit_code_name(Language::kEnglish, 0x7FFFFFFF), "2147483647");
}

TEST(Codes, WaitResultsHaveTheirNames) {
  EXPECT_EQ(wait_result_name(0), "WAIT_OBJECT_0");
  EXPECT_EQ(wait_result_name(1), "WAIT_OBJECT_0 + 1");
  EXPECT_EQ(wait_result_name(0x80), "WAIT_ABANDONED_0");
  EXPECT_EQ(wait_result_name(258), "WAIT_TIMEOUT");
  EXPECT_EQ(wait_result_name(0xFFFFFFFF), "WAIT_FAILED");
  EXPECT_EQ(wait_result_name(5000), "5000");
}

TEST(Problem, SpeaksBothLanguages) {
  const Problem problem("folder_missing", {{"folder", "제출물"}});
  EXPECT_EQ(problem.what(), sentence(Language::kEnglish, "folder_missing", {{"folder", "제출물"}}));
  EXPECT_EQ(problem.in(Language::kKorean), sentence(Language::kKorean, "folder_missing", {{"folder", "제출물"}}));
}

struct Word {
  const char* word;
  const char* object;     // with 을/를
  const char* direction;  // with 으로/로
};

void PrintTo(const Word& word, std::ostream* out) { *out << word.word; }

class Particle : public ::testing::TestWithParam<Word> {};

TEST_P(Particle, FollowsTheLastSound) {
  const auto with = [](std::string word, std::string_view pair) {
    EXPECT_EQ(settle_particle(word, pair), pair.size());
    return word;
  };
  const std::string word = GetParam().word;
  EXPECT_EQ(with(word, "을/를"), word + GetParam().object);
  EXPECT_EQ(with(word, "으로/로"), word + GetParam().direction);
}

INSTANTIATE_TEST_SUITE_P(Words, Particle,
                         ::testing::Values(Word{"파일", "을", "로"}, Word{"핸들", "을", "로"}, Word{"프로세스", "를", "로"},
                                           Word{"메일슬롯", "을", "으로"}, Word{"값", "을", "으로"}, Word{"1", "을", "로"},
                                           Word{"2", "를", "로"}, Word{"3", "을", "으로"}, Word{"4", "를", "로"}, Word{"5", "를", "로"},
                                           Word{"6", "을", "으로"}, Word{"7", "을", "로"}, Word{"8", "을", "로"}, Word{"9", "를", "로"},
                                           Word{"0", "을", "으로"}, Word{"10", "을", "으로"}, Word{"5.1", "을", "로"},
                                           Word{"259(STILL_ACTIVE)", "를", "로"}, Word{"0xC0000005(액세스 위반)", "를", "로"},
                                           Word{"PartAdder 6 10", "을", "으로"}, Word{"PartAdder", "를", "로"},
                                           Word{"AdderManager", "를", "로"}, Word{"CloseHandle", "을", "로"}, Word{"Sleep", "을", "으로"},
                                           Word{"GetExitCodeProcess", "를", "로"}, Word{"DLL", "을", "로"}, Word{"JSON", "을", "으로"},
                                           Word{"CPP", "를", "로"}, Word{"mailslot", "을", "으로"}, Word{"exit", "를", "로"},
                                           Word{"MailChat.StopsOnExit", "를", "로"}, Word{"\"exit\"(8바이트)", "를", "로"},
                                           Word{"WAIT_TIMEOUT", "을", "으로"}, Word{"type", "을", "으로"}, Word{"Wait", "를", "로"},
                                           Word{"\"파일\"", "을", "로"}, Word{"(파일)", "을", "로"}, Word{"", "를", "로"},
                                           Word{"...", "를", "로"}, Word{"漢", "를", "로"}, Word{"\xff", "를", "로"}));

TEST(Particle, EveryPairIsSettled) {
  const auto both = [](const char* pair) {
    std::string after_consonant = "값", after_vowel = "코드";
    settle_particle(after_consonant, pair);
    settle_particle(after_vowel, pair);
    return after_consonant + " " + after_vowel;
  };
  EXPECT_EQ(both("을/를"), "값을 코드를");
  EXPECT_EQ(both("은/는"), "값은 코드는");
  EXPECT_EQ(both("이/가"), "값이 코드가");
  EXPECT_EQ(both("과/와"), "값과 코드와");
  EXPECT_EQ(both("이라는/라는"), "값이라는 코드라는");
  EXPECT_EQ(both("이어야/여야"), "값이어야 코드여야");
  EXPECT_EQ(both("이었/였"), "값이었 코드였");
  std::string word = "값";
  EXPECT_EQ(settle_particle(word, "을 / 를"), 0u);
  EXPECT_EQ(word, "값");
}

TEST(Language, HasTwoNames) {
  EXPECT_EQ(parse_language("ko"), Language::kKorean);
  EXPECT_EQ(parse_language("en"), Language::kEnglish);
  try {
    parse_language("de");
    FAIL() << "de was accepted";
  } catch (const std::invalid_argument& problem) {
    for (const Language language : {Language::kEnglish, Language::kKorean})
      EXPECT_THAT(problem.what(), HasSubstr(sentence(language, "unknown_language", {{"name", "de"}})));
  }
}

#ifndef _WIN32
class SystemLanguage : public ::testing::Test {
 protected:
  SystemLanguage() { set(nullptr, nullptr, nullptr); }
  static void set(const char* all, const char* messages, const char* lang) {
    change("LC_ALL", all);
    change("LC_MESSAGES", messages);
    change("LANG", lang);
  }

 private:
  static void change(const char* name, const char* value) { value ? setenv(name, value, 1) : unsetenv(name); }
};

TEST_F(SystemLanguage, IsThatOfTheFirstVariableThatSaysSomething) {
  set(nullptr, nullptr, "ko_KR.UTF-8");
  EXPECT_EQ(system_language(), Language::kKorean);
  set("C", nullptr, "ko_KR.UTF-8");
  EXPECT_EQ(system_language(), Language::kEnglish);
  set("", "ko_KR", "en_US.UTF-8");
  EXPECT_EQ(system_language(), Language::kKorean);
  set(nullptr, nullptr, nullptr);
  EXPECT_EQ(system_language(), Language::kEnglish);
}
#endif

TEST(Decode, Utf8) {
  EXPECT_EQ(decode_output("안녕 total: 55\n"), "안녕 total: 55\n");
  EXPECT_EQ(decode_output("\xEF\xBB\xBF안녕"), "안녕");
  EXPECT_EQ(decode_output(""), "");
}

TEST(Decode, CodePage949) {
  EXPECT_EQ(decode_output("\xbe\xc8\xb3\xe7: 55\r\n"), "안녕: 55\r\n");
  EXPECT_EQ(decode_output("\x8c\x63\xb9\xe6\xb0\xa2\xc7\xcf"), "똠방각하");  // 똠 is in code page 949, but not in KS X 1001
  for (const char* invalid : {"\xbe", "\x80", "\xff", "\xff\xff", "a\xbe"})
    EXPECT_EQ(decode_code_page_949(invalid), std::nullopt) << invalid;
}

TEST(Decode, Utf16) {
  EXPECT_EQ(decode_output(std::string("\xff\xfe"
                                      "h\0i\0",
                                      6)),
            "hi");
  EXPECT_EQ(decode_output(std::string("t\0o\0t\0a\0l\0:\0 \0005\0005\0\r\0\n\0", 22)), "total: 55\r\n");
  EXPECT_EQ(decode_output(std::string("\x48\xc5\x55\xb1\r\0\n\0", 8)), "안녕\r\n");
  EXPECT_EQ(decode_output(std::string("h\0i\0!", 5)), "hi");  // cut in the middle of a character
  EXPECT_EQ(decode_output(std::string("\xff\xfe\x3d\xd8\x00\xde\x3d\xd8", 8)), "\xF0\x9F\x98\x80\xEF\xBF\xBD");
}

TEST(Decode, PlainTextWithATerminatorIsNotUtf16) {
  EXPECT_EQ(decode_output(std::string("hello\0\n\0", 8)), std::string("hello\0\n\0", 8));
  EXPECT_EQ(decode_output("ab"), "ab");
  EXPECT_EQ(decode_output(std::string("ab\0", 3)), std::string("ab\0", 3));
}

TEST(Decode, WhatIsNothingIsReplacedByteByByte) { EXPECT_EQ(decode_output("a\xff\xff z\x80"), "a\xEF\xBF\xBD\xEF\xBF\xBD z\xEF\xBF\xBD"); }

TEST(Decode, HarmlessTextSteersNoTerminal) {
  EXPECT_EQ(decode_output("\x1b[31mred\a\b\x7f\n\tx", true), "\\x1b[31mred\\x07\\x08\\x7f\n\tx");
  EXPECT_EQ(decode_output("a\r\nb\rc\r", true), "a\nb\\rc\\r");
  EXPECT_EQ(decode_output("\u202egnp.exe\u009b1m", true), "\\u202egnp.exe\\x9b1m");
  EXPECT_EQ(decode_output("\u061c\u2066x", true), "\\u061c\\u2066x");
  EXPECT_EQ(decode_output("a\ufeff\ufefe\ue000\uffff", true), "a\\ufeff\\ufefe\\ue000\\uffff");
  EXPECT_EQ(decode_output(std::string("a\0b", 3), true), "a\\x00b");
  EXPECT_EQ(decode_output("안녕 → ✓", true), "안녕 → ✓");
  EXPECT_EQ(decode_output("\x1b[31m"), "\x1b[31m");
}

}  // namespace
}  // namespace lab::text
