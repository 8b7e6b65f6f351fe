// Tests lab handouts as a user runs it: outdated blocks and figures are reported and rewritten, content that cannot be shown is rejected,
// and writing the pages does not damage any other files.
#include "tests/kit_command.h"
#include "tests/phrases.h"

namespace lab::tests {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kTodo4[] = "code labs/05_adder_manager/AdderManager.cpp 4";

// A kit with only two handouts that show a line of lab 05, and everything required for that.
class KitOfTwoPages {
 public:
  KitOfTwoPages() {
    for (const char* shelf : {"labs", "solutions"})
      std::filesystem::copy(kRoot / shelf, folder_.path() / shelf, std::filesystem::copy_options::recursive);
    for (const std::string language : {"en", "ko"})
      folder_.write("handouts/index." + language + ".md",
                    "# All\n\n- [00](00." + language + ".md): begin.\n- [lan](lan." + language + ".md): a LAN.\n");
    show(kTodo4);
  }

  void show(const std::string& what) { show_in("00", what); }

  void show_in(const std::string& name, const std::string& what) {
    for (const char* ending : {".en.md", ".ko.md"})
      folder_.write("handouts/" + name + ending, "# 00\n\n<!-- shown: " + what + " -->\n```cpp\nan older line\n```\n");
  }

  void show_figure() {
    for (const char* language : {"en", "ko"})
      folder_.write("handouts/00." + std::string(language) + ".md",
                    "# 00\n\n<!-- shown: figure 05/solution AdderManager worker_1_first -->\n![Two bars.]()\n");
  }

  void show_failure_in_readme() {
    for (const char* page : {"README.md", "README.ko.md"})
      folder_.write(page, "# Kit\n\n<!-- shown: failure 05/wrong/no_wait AdderManager.WaitsForBothWorkers -->\n![A mark.]()\n");
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
  EXPECT_THAT(answer.out, Says("handout_stale", {{"file", "handouts/00.en.md"}, {"line", 3}, {"what", kTodo4}}));
  EXPECT_THAT(answer.out, HasSubstr("was \"an older line\" and is now \"// TODO 4: "));
  EXPECT_THAT(answer.out, HasSubstr("handouts/00.ko.md:3:"));
  EXPECT_THAT(answer.out, HasSubstr("lab handouts --update"));
  EXPECT_THAT(kit.page(), HasSubstr("an older line"));
}

TEST(Handouts, WritesWhatIsTrueNow) {
  const KitOfTwoPages kit;
  EXPECT_EQ(kit.handouts({"--update", "00"}).status, 0);
  EXPECT_THAT(kit.page(), HasSubstr("```cpp\n// TODO 4: "));
  EXPECT_THAT(kit.page(), Not(HasSubstr("an older line")));
  const Answer again = kit.handouts({"--check"});
  EXPECT_EQ(again.status, 0) << again.out;
  EXPECT_THAT(again.out, Says("handout_fresh", {{"file", "handouts/00.ko.md"}}));
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
  const auto not_there = [](const char* name) {
    return Says("handout_not_there", {{"file", "handouts/00.en.md"}, {"line", 3}, {"name", name}});
  };
  const auto unknown = [](const char* what) {
    return Says("handout_unknown_kind", {{"file", "handouts/00.en.md"}, {"line", 3}, {"what", what}});
  };
  EXPECT_THAT(refusal("code labs/05_adder_manager/AdderManager.cpp 99"),
              Says("handout_no_todo", {{"file", "labs/05_adder_manager/AdderManager.cpp"}, {"number", 99}}));
  EXPECT_THAT(refusal("code labs/05_adder_manager/Nobody.cpp 1"), not_there("labs/05_adder_manager/Nobody.cpp"));
  EXPECT_THAT(refusal("sample Nobody"), not_there("Nobody"));
  EXPECT_THAT(refusal("code 05/right/nobody/AdderManager.cpp main"), not_there("05/right/nobody/AdderManager.cpp"));
  EXPECT_THAT(refusal("code 99/right/owner_type/X.cpp main"), not_there("99/right/owner_type/X.cpp"));
  EXPECT_THAT(refusal("output 99/solution Nobody nowhere"), not_there("99/solution"));
  EXPECT_THAT(refusal("picture of a mailslot"), unknown("picture of a mailslot"));
  EXPECT_THAT(refusal("code labs/05_adder_manager/AdderManager.cpp"), unknown("code labs/05_adder_manager/AdderManager.cpp"));
}

TEST(Handouts, ChecksAndRewritesFigures) {
  KitOfTwoPages kit;
  // Recordings are made by this kit's Windows programs, and need its known-wrong programs.
  std::filesystem::copy(kRoot / "grader", kit.path() / "grader", std::filesystem::copy_options::recursive);
  for (const char* half : {"mingw", "windows"})
    if (std::filesystem::exists(kRoot / "build" / half / "bin")) {
      std::filesystem::create_directories(kit.path() / "build" / half);
      std::filesystem::copy(kRoot / "build" / half / "bin", kit.path() / "build" / half / "bin", std::filesystem::copy_options::recursive);
    }
  kit.show_figure();
  kit.show_failure_in_readme();
  const std::filesystem::path figure = kit.path() / "handouts" / "figures" / "05-solution-AdderManager-worker_1_first.en.svg";
  const Answer missing = kit.handouts({"--check"});
  EXPECT_EQ(missing.status, 1) << missing.err;
  EXPECT_THAT(missing.out, Says("handout_stale",
                                {{"file", "handouts/00.en.md"}, {"line", 3}, {"what", "figure 05/solution AdderManager worker_1_first"}}));
  EXPECT_FALSE(std::filesystem::exists(figure));

  const Answer written = kit.handouts({"--update"});
  EXPECT_EQ(written.status, 0) << written.out << written.err;
  EXPECT_THAT(kit.page(), HasSubstr("![Two bars.](figures/05-solution-AdderManager-worker_1_first.en.svg)\n"));
  const std::string svg = text_of(figure);
  EXPECT_THAT(svg, HasSubstr(" = OBJECT_0</text>"));
  const std::filesystem::path failure = "handouts/figures/05-wrong-no_wait-AdderManager-WaitsForBothWorkers.ko.svg";
  EXPECT_THAT(text_of(kit.path() / "README.ko.md"), HasSubstr("![A mark.](" + failure.generic_string() + ")\n"));
  EXPECT_THAT(text_of(kit.path() / failure), HasSubstr(">AdderManager.WaitsForBothWorkers</text>"));
  const std::filesystem::path recording = kit.path() / "handouts" / "figures" / "05-solution-AdderManager-worker_1_first.jsonl";
  const std::string recorded = text_of(recording);
  EXPECT_THAT(recorded, HasSubstr("WaitForSingleObject"));
  EXPECT_THAT(recorded, Not(HasSubstr("AdderManager.cpp"))) << "students receive it: it says nothing about the source";
  const Answer fresh = kit.handouts({"--check"});
  EXPECT_EQ(fresh.status, 0) << fresh.out;
  EXPECT_EQ(kit.handouts({"--update"}).status, 0);
  EXPECT_EQ(text_of(recording), recorded) << "another recording of the same run differs in its times, and does not replace it";
  std::filesystem::remove(recording);
  EXPECT_EQ(kit.handouts({"--check"}).status, 1);
  EXPECT_EQ(kit.handouts({"--update"}).status, 0);
  EXPECT_EQ(kit.handouts({}).status, 0);
  EXPECT_THAT(text_of(kit.path() / "build" / "handouts" / "run-05-solution-AdderManager-worker_1_first.ko.html"),
              HasSubstr("class=\"steps\""));

  std::ofstream(figure, std::ios::binary) << svg << "<!-- changed -->";
  const Answer changed = kit.handouts({"--check"});
  EXPECT_EQ(changed.status, 1);
  EXPECT_THAT(changed.out, HasSubstr("handouts/00.en.md:3:"));
  EXPECT_THAT(changed.out, Not(HasSubstr("handouts/00.ko.md:3:")));
  EXPECT_EQ(kit.handouts({"--update"}).status, 0);
  EXPECT_EQ(text_of(figure), svg);
}

TEST(Handouts, MayHaveNames) {
  KitOfTwoPages kit;
  kit.show_in("lan", kTodo4);
  EXPECT_EQ(kit.handouts({"--update", "lan"}).status, 0);
  EXPECT_THAT(text_of(kit.path() / "handouts" / "lan.ko.md"), HasSubstr("// TODO 4: "));
  EXPECT_THAT(kit.page(), HasSubstr("an older line")) << "only that one was asked for";
  EXPECT_EQ(kit.handouts({}).status, 0);
  EXPECT_THAT(text_of(kit.path() / "build" / "handouts" / "index.html"), HasSubstr("<a href=\"lan.en.html\">"));
}

TEST(Handouts, WritesPagesToReadAndSaysWhere) {
  const KitOfTwoPages kit;
  const Answer answer = kit.handouts({});
  EXPECT_EQ(answer.status, 0) << answer.err;
  const nlohmann::json made = {
      {"count", kAnything}, {"folder", kAnything}, {"index", utf8(kit.path() / "build" / "handouts" / "index.html")}};
  EXPECT_THAT(answer.out, Says("handout_site_made", made));
  EXPECT_THAT(text_of(kit.path() / "build" / "handouts" / "00.ko.html"), HasSubstr("<html lang=\"ko\">"));
  EXPECT_THAT(kit.page(), HasSubstr("an older line")) << "the handouts themselves stay";
  const nlohmann::json in_korean = {
      {"count", kAnything}, {"folder", kAnything}, {"index", utf8(kit.path() / "build" / "handouts" / "index.ko.html")}};
  EXPECT_THAT(kit.handouts({"--lang", "ko"}).out, Says("handout_site_made", in_korean, Language::kKorean));
  EXPECT_THAT(text_of(kit.path() / "build" / "handouts" / "index.ko.html"), HasSubstr("<a href=\"00.ko.html\">"));
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
  EXPECT_THAT(refused.err, Says("handout_site_foreign", {{"file", utf8(other.path() / "index.html")}}));
  EXPECT_EQ(text_of(other.path() / "index.html"), "<title>my homepage</title>");
  EXPECT_FALSE(std::filesystem::exists(other.path() / "00.en.html"));

  const Answer file = kit.handouts({"--out", utf8(target.path() / "notes.txt")});
  EXPECT_EQ(file.status, 2);
  EXPECT_THAT(file.err, Says("handout_site_no_folder", {{"folder", kAnything}, {"detail", kAnything}}));
  const Answer korean = kit.handouts({"--out", utf8(target.path() / "notes.txt" / "below"), "--lang", "ko"});
  EXPECT_EQ(korean.status, 2);
  EXPECT_THAT(korean.err, Says("handout_site_no_folder", {{"folder", kAnything}, {"detail", kAnything}}, Language::kKorean));
}

TEST(Handouts, TakesNumbersOnlyWhereTheyMeanSomething) {
  const KitOfTwoPages kit;
  const Answer answer = kit.handouts({"00"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("handout_site_whole"));
  EXPECT_EQ(kit.handouts({"--check", "--out", "x"}).status, 2);
}

TEST(Handouts, KnowsItsPages) {
  const KitOfTwoPages kit;
  const Answer answer = kit.handouts({"--check", "07"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("handout_no_pages", {{"name", "07"}, {"folder", kAnything}}));
}

}  // namespace
}  // namespace lab::tests
