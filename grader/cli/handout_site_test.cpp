// Tests the pages of the handouts: complete ones for users with the whole kit, and those for students.
#include <gmock/gmock.h>

#include "cli/handouts.h"
#include "tests/folder.h"

namespace lab::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string page_in(const std::vector<handout::SiteFile>& files, const std::string& name) {
  for (const handout::SiteFile& file : files)
    if (file.name == name) return file.html;
  return "";
}

TEST(HandoutSite, PagesOfStudentsLackWhatIsNotForThem) {
  const tests::Folder folder;
  for (const char* language : {"en", "ko"}) {
    folder.write(
        "handouts/05." + std::string(language) + ".md",
        "# Adders\n\n## Steps\n\nFirst.\n\n<!-- not for students -->\n\n## Later\n\n```cpp\nCloseHandle(x);\n```\n\n<!-- end -->\n");
    folder.write("handouts/kits." + std::string(language) + ".md", "# Kits\n\nText.\n");
    folder.write("handouts/index." + std::string(language) + ".md", "# All\n");
  }
  const std::vector<handout::SiteFile> all = site_files(folder.path() / "handouts");
  EXPECT_THAT(page_in(all, "05.en.html"),
              AllOf(HasSubstr("CloseHandle(x)"), HasSubstr("href=\"#later\""), Not(HasSubstr("not for students"))));
  EXPECT_THAT(page_in(all, "kits.en.html"), HasSubstr("Text."));

  const cut::StudentFiles students("+ handouts/\n- handouts/kits.*\n");
  const std::vector<handout::SiteFile> pages = site_files(folder.path() / "handouts", &students);
  EXPECT_EQ(page_in(pages, "kits.en.html"), "");
  for (const char* page : {"05.en.html", "05.ko.html"})
    EXPECT_THAT(page_in(pages, page),
                AllOf(HasSubstr("First."), Not(HasSubstr("Later")), Not(HasSubstr("later")), Not(HasSubstr("CloseHandle"))));
}

}  // namespace
}  // namespace lab::cli
