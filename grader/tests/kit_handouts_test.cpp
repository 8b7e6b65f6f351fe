// lab handouts, as its user runs it: a block that is no longer true is told and rewritten, and what cannot be shown is refused.
#include "tests/kit_command.h"

namespace lab::tests {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A kit with no more than two handouts that show a line of lab 05, and what that takes.
class KitOfTwoPages {
 public:
  KitOfTwoPages() {
    for (const char* shelf : {"labs", "solutions"})
      std::filesystem::copy(kRoot / shelf, folder_.path() / shelf, std::filesystem::copy_options::recursive);
    show("code labs/05_adder_manager/AdderManager.cpp 4");
  }

  void show(const std::string& what) {
    for (const char* page : {"handouts/00.en.md", "handouts/00.ko.md"})
      folder_.write(page, "# 00\n\n<!-- shown: " + what + " -->\n```cpp\nan older line\n```\n");
  }

  Answer handouts(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "handouts");
    return lab(std::move(arguments), {{"LAB_ROOT", utf8(folder_.path())}});
  }

  std::string page() const { return text_of(folder_.path() / "handouts" / "00.en.md"); }

 private:
  Folder folder_;
};

TEST(Handouts, TellsWhatIsStaleAndWritesNothing) {
  const KitOfTwoPages kit;
  const Answer answer = kit.handouts({"--check"});
  EXPECT_EQ(answer.status, 1) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("handouts/00.en.md:3: what is shown here is no longer so"));
  EXPECT_THAT(answer.out, HasSubstr("handouts/00.ko.md:3:"));
  EXPECT_THAT(answer.out, HasSubstr("Run lab handouts --update"));
  EXPECT_THAT(kit.page(), HasSubstr("an older line"));
}

TEST(Handouts, WritesWhatIsTrueNow) {
  const KitOfTwoPages kit;
  EXPECT_EQ(kit.handouts({"--update", "00"}).status, 0);
  EXPECT_THAT(kit.page(), HasSubstr("```cpp\n// TODO 4: "));
  EXPECT_THAT(kit.page(), Not(HasSubstr("an older line")));
  const Answer again = kit.handouts({"--check"});
  EXPECT_EQ(again.status, 0) << again.out;
  EXPECT_THAT(again.out, HasSubstr("handouts/00.ko.md: up to date."));
}

TEST(Handouts, RefusesWhatCannotBeShown) {
  KitOfTwoPages kit;
  const auto refusal = [&](const std::string& what) {
    kit.show(what);
    const Answer answer = kit.handouts({"--update"});
    EXPECT_EQ(answer.status, 2) << what << answer.out;
    EXPECT_THAT(kit.page(), HasSubstr("an older line"));
    return answer.err;
  };
  EXPECT_THAT(refusal("code labs/05_adder_manager/AdderManager.cpp 99"), HasSubstr("has no TODO 99"));
  EXPECT_THAT(refusal("code labs/05_adder_manager/Nobody.cpp 1"), HasSubstr("Nobody.cpp does not exist"));
  EXPECT_THAT(refusal("sample Nobody"), HasSubstr("handouts/00.en.md:3: Nobody does not exist"));
  EXPECT_THAT(refusal("output 99/solution Nobody nowhere"), HasSubstr("99/solution does not exist"));
  EXPECT_THAT(refusal("picture of a mailslot"), HasSubstr("nothing is known that is shown so: picture of a mailslot"));
  EXPECT_THAT(refusal("code labs/05_adder_manager/AdderManager.cpp"), HasSubstr("nothing is known that is shown so"));
}

TEST(Handouts, KnowsItsPages) {
  const KitOfTwoPages kit;
  const Answer answer = kit.handouts({"--check", "07"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, HasSubstr("There is no handout \"07\""));
}

}  // namespace
}  // namespace lab::tests
