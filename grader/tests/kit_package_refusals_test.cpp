// Tests with a small kit what lab package refuses to pack, and what it leaves out.
#include <set>

#include "tests/kit_archives.h"
#include "tests/kit_command.h"
#include "tests/phrases.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

// An instructor's unpacked kit with one lab: it is not in git, but has a MANIFEST.txt.
class SmallKit {
 public:
  SmallKit() {
    for (const char* file : {"solutions/05_adder_manager/AdderManager.cpp", "labs/05_adder_manager/AdderManager.cpp",
                             "labs/05_adder_manager/lab.toml", "kits/student.txt", "cmake/package.cmake"})
      add(file, text_of(kRoot / file));
    add("kits/student/README.md", "# For students\n");
    add("kits/repository/README.md", "# Mine\n");
    add("grader/stage/main.cpp", "// stage\n");
  }

  void add(const std::string& file, const std::string& text) {
    folder_.write(file, text);
    files_.insert(file);
  }
  void add_untracked(const std::string& file, const std::string& text) const { folder_.write(file, text); }
  void remove(const std::string& file) const { fs::remove(folder_.path() / file); }

  Answer package() const {
    std::string manifest;
    for (const std::string& file : files_) manifest += file + "\n";
    folder_.write("MANIFEST.txt", manifest);
    return lab({"package", "--no-compare", "--only", "sources", "--out", utf8(out())}, {{"LAB_ROOT", utf8(folder_.path())}});
  }
  void expect_refused(const std::string& id, const nlohmann::json& args) const {
    const Answer answer = package();
    EXPECT_EQ(answer.status, 1) << answer.out << answer.err;
    EXPECT_THAT(answer.out, AllOf(Says(id, args), Says("package_refused")));
    EXPECT_FALSE(fs::exists(out())) << id;
  }
  fs::path unpacked(const std::string& name) const {
    return unpacked_to(folder_.path() / "build" / name, archive_in(out(), name, ".tar.gz"));
  }
  fs::path out() const { return folder_.path() / "build" / "packages"; }
  fs::path path() const { return folder_.path(); }

 private:
  Folder folder_;
  std::set<std::string> files_;
};

TEST(KitPackageRefusals, WithoutGitOnlyWhatTheManifestListsIsPacked) {
  SmallKit kit;
  kit.add_untracked("labs/05_adder_manager/mine.cpp", "int main() {}\n");
  kit.add_untracked("build/linux/grader", "built\n");
  kit.add_untracked("grader/stage/main.cpp~", "// an editor's\n");
  const Answer answer = kit.package();
  ASSERT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_THAT(
      files_below(kit.unpacked("student")),
      testing::UnorderedElementsAre("README.md", "cmake/package.cmake", "grader/stage/main.cpp", "labs/05_adder_manager/AdderManager.cpp",
                                    "labs/05_adder_manager/lab.toml", "stubs/05_adder_manager/AdderManager.cpp"));
}

bool has_git() {
  try {
    return run({"git", "--version"}).exit_status == 0;
  } catch (const std::runtime_error&) {
    return false;
  }
}

TEST(KitPackageRefusals, WithGitOnlyWhatItTracksIsPackedAndTheRestIsTold) {
  if (!has_git()) GTEST_SKIP() << "there is no git";
  SmallKit kit;
  ASSERT_EQ(kit.package().status, 0);
  fs::remove_all(kit.out());
  const auto git = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"git", "-c", "user.name=x", "-c", "user.email=x@example.org"});
    EXPECT_EQ(run(arguments, kit.path()).exit_status, 0) << arguments.back();
  };
  git({"init", "-q"});
  git({"add", "."});
  git({"commit", "-q", "-m", "all"});
  kit.add_untracked("grader/stage/notes.cpp", "// of nobody's business\n");
  kit.add_untracked("grader/stage/main.cpp", "// stage, changed\n");
  const Answer answer = kit.package();
  ASSERT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_THAT(answer.out, AllOf(HasSubstr(said("package_unknown", {{"files", "grader/stage/notes.cpp"}}) + "\n"),
                                HasSubstr(said("package_changed", {{"files", "grader/stage/main.cpp"}}) + "\n")));
  const fs::path top = kit.unpacked("instructor");
  EXPECT_THAT(files_below(top), AllOf(Contains("solutions/05_adder_manager/AdderManager.cpp"), Not(Contains("grader/stage/notes.cpp"))));
  EXPECT_EQ(text_of(top / "grader/stage/main.cpp"), "// stage, changed\n");
}

TEST(KitPackageRefusals, ASmuggledSolutionIsCaught) {
  SmallKit kit;
  kit.add("handouts/05.en.md", "# 05\n\n" + text_of(kSolutions / "AdderManager.cpp"));
  kit.expect_refused("package_leak", {{"file", "handouts/05.en.md"}, {"lines", kAnything}, {"from", kAnything}, {"text", kAnything}});
}

TEST(KitPackageRefusals, ASectionThatIsNotForStudentsStaysWithTheInstructor) {
  SmallKit kit;
  const std::string page = "# 05\n\n<!-- not for students -->\n\n" + text_of(kSolutions / "AdderManager.cpp") + "\n<!-- end -->\n";
  kit.add("handouts/05.en.md", page);
  const Answer answer = kit.package();
  ASSERT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_EQ(text_of(kit.unpacked("student") / "handouts/05.en.md"), "# 05\n");
  EXPECT_EQ(text_of(kit.unpacked("instructor") / "handouts/05.en.md"), page);
  SmallKit open;
  open.add("handouts/05.en.md", "# 05\n\n<!-- not for students -->\n\n## Later\n");
  open.expect_refused("student_section_open", {{"file", "handouts/05.en.md"}, {"line", 3}});
}

TEST(KitPackageRefusals, ASolvedStubIsCaught) {
  SmallKit kit;
  kit.add("labs/05_adder_manager/AdderManager.cpp", "// solved in words of my own\nint main() {}\n");
  kit.expect_refused("package_no_stub", {{"file", "labs/05_adder_manager/AdderManager.cpp"}});
}

TEST(KitPackageRefusals, WhatNobodyCanReadIsCaught) {
  SmallKit kit;
  kit.add("handouts/figure.exe", std::string("MZ\0\0", 4));
  kit.expect_refused("package_no_text", {{"file", "handouts/figure.exe"}});
}

TEST(KitPackageRefusals, WhatNobodyDecidedOnIsRefused) {
  SmallKit kit;
  kit.add("answers/05.cpp", "// to whom?\n");
  kit.expect_refused("package_undecided", {{"file", "answers/05.cpp"}});
}

TEST(KitPackageRefusals, AMissingFileIsRefused) {
  SmallKit kit;
  kit.remove("grader/stage/main.cpp");
  kit.expect_refused("package_missing", {{"file", "grader/stage/main.cpp"}});
}

TEST(KitPackageRefusals, WithoutAnyListNothingIsPacked) {
  const SmallKit kit;
  const Answer answer = lab({"package"}, {{"LAB_ROOT", utf8(kit.path())}});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("package_no_list", {{"detail", kAnything}}));
}

}  // namespace
}  // namespace lab::tests
