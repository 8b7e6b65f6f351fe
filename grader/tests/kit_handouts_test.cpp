// lab handouts, as its user runs it: a block or a figure that is no longer true is told and rewritten, what cannot be shown is refused, and
// the pages are written without harm to anybody's files.
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

  void show_figure() {
    for (const char* language : {"en", "ko"})
      folder_.write("handouts/00." + std::string(language) + ".md",
                    "# 00\n\n<!-- shown: figure 05/solution AdderManager worker_1_first -->\n![Two bars.]()\n");
  }

  Answer handouts(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "handouts");
    return lab(std::move(arguments), {{"LAB_ROOT", utf8(folder_.path())}});
  }

  const std::filesystem::path& path() const { return folder_.path(); }
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

TEST(Handouts, ChecksAndRewritesFigures) {
  KitOfTwoPages kit;
  // Recordings are made by the Windows programs of this kit, and need its own known-wrong ones.
  std::filesystem::copy(kRoot / "grader", kit.path() / "grader", std::filesystem::copy_options::recursive);
  for (const char* half : {"mingw", "windows"})
    if (std::filesystem::exists(kRoot / "build" / half / "bin")) {
      std::filesystem::create_directories(kit.path() / "build" / half);
      std::filesystem::copy(kRoot / "build" / half / "bin", kit.path() / "build" / half / "bin", std::filesystem::copy_options::recursive);
    }
  kit.show_figure();
  const std::filesystem::path figure = kit.path() / "handouts" / "figures" / "05-solution-AdderManager-worker_1_first.en.svg";
  const Answer missing = kit.handouts({"--check"});
  EXPECT_EQ(missing.status, 1) << missing.err;
  EXPECT_THAT(missing.out, HasSubstr("handouts/00.en.md:3: what is shown here is no longer so: figure 05/solution"));
  EXPECT_FALSE(std::filesystem::exists(figure));

  const Answer written = kit.handouts({"--update"});
  EXPECT_EQ(written.status, 0) << written.out << written.err;
  EXPECT_THAT(kit.page(), HasSubstr("![Two bars.](figures/05-solution-AdderManager-worker_1_first.en.svg)\n"));
  const std::string svg = text_of(figure);
  EXPECT_THAT(svg, HasSubstr(" = OBJECT_0</text>"));
  const Answer fresh = kit.handouts({"--check"});
  EXPECT_EQ(fresh.status, 0) << fresh.out;

  std::ofstream(figure, std::ios::binary) << svg << "<!-- changed -->";
  const Answer changed = kit.handouts({"--check"});
  EXPECT_EQ(changed.status, 1);
  EXPECT_THAT(changed.out, HasSubstr("handouts/00.en.md:3:"));
  EXPECT_THAT(changed.out, Not(HasSubstr("handouts/00.ko.md:3:")));
  EXPECT_EQ(kit.handouts({"--update"}).status, 0);
  EXPECT_EQ(text_of(figure), svg);
}

TEST(Handouts, WritesPagesToReadAndSaysWhere) {
  const KitOfTwoPages kit;
  const Answer answer = kit.handouts({});
  EXPECT_EQ(answer.status, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("Open " + utf8(kit.path() / "build" / "handouts" / "index.html") + " in a browser"));
  EXPECT_THAT(text_of(kit.path() / "build" / "handouts" / "00.ko.html"), HasSubstr("<html lang=\"ko\">"));
  EXPECT_THAT(kit.page(), HasSubstr("an older line")) << "the handouts themselves stay";
  EXPECT_THAT(kit.handouts({"--lang", "ko"}).out, HasSubstr("브라우저에서"));
}

TEST(Handouts, LeavesOtherPeoplesFilesAlone) {
  const KitOfTwoPages kit;
  const Folder target;
  target.write("notes.txt", "mine");
  EXPECT_EQ(kit.handouts({"--out", utf8(target.path())}).status, 0);
  EXPECT_EQ(kit.handouts({"--out", utf8(target.path())}).status, 0) << "its own pages are written again";
  EXPECT_EQ(text_of(target.path() / "notes.txt"), "mine");

  const Folder other;
  other.write("index.html", "<title>my homepage</title>");
  const Answer refused = kit.handouts({"--out", utf8(other.path())});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("index.html was not made by lab handouts"));
  EXPECT_THAT(refused.err, HasSubstr("Choose another folder with --out."));
  EXPECT_EQ(text_of(other.path() / "index.html"), "<title>my homepage</title>");
  EXPECT_FALSE(std::filesystem::exists(other.path() / "00.en.html"));

  const Answer file = kit.handouts({"--out", utf8(target.path() / "notes.txt")});
  EXPECT_EQ(file.status, 2);
  EXPECT_THAT(file.err, HasSubstr("cannot be made a folder"));
  const Answer korean = kit.handouts({"--out", utf8(target.path() / "notes.txt" / "below"), "--lang", "ko"});
  EXPECT_EQ(korean.status, 2);
  EXPECT_THAT(korean.err, HasSubstr("--out으로 다른 폴더를 고르세요."));
}

TEST(Handouts, TakesNumbersOnlyWhereTheyMeanSomething) {
  const KitOfTwoPages kit;
  const Answer answer = kit.handouts({"00"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, HasSubstr("add --check or --update"));
  EXPECT_EQ(kit.handouts({"--check", "--out", "x"}).status, 2);
}

TEST(Handouts, KnowsItsPages) {
  const KitOfTwoPages kit;
  const Answer answer = kit.handouts({"--check", "07"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, HasSubstr("There is no handout \"07\""));
}

}  // namespace
}  // namespace lab::tests
