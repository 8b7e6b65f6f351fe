// Checks the pages of a class with axe-core (tests/axe.h).
#include <gmock/gmock.h>

#ifndef _WIN32

#include "class/overview_samples.h"
#include "tests/axe.h"

namespace lab::classes {
namespace {

using ::testing::IsEmpty;
using Language = text::Language;

constexpr Language kLanguages[] = {Language::kEnglish, Language::kKorean};

using ClassByAxe = tests::AxeTest;

TEST_F(ClassByAxe, FindsNothingInTheOverview) {
  for (const Language language : kLanguages) {
    open(folder.write("overview.html", sample_overview(language)));
    EXPECT_THAT(violations(language == Language::kKorean ? "ko" : "en"), IsEmpty());
  }
}

TEST_F(ClassByAxe, FindsNothingInTheMistakes) {
  for (const Language language : kLanguages) {
    open(folder.write("mistakes.html", sample_mistakes(language)));
    ASSERT_TRUE(browser.evaluate("document.querySelectorAll('.mistake').length > 1"));
    EXPECT_THAT(violations(language == Language::kKorean ? "ko" : "en"), IsEmpty());
  }
}

}  // namespace
}  // namespace lab::classes

#endif
