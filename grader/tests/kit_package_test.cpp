// lab package, as its user runs it: what the archives hold, what is refused, and what a student kit can do and what it says it cannot.
#include <algorithm>
#include <regex>
#include <set>

#include "cut/student_kit.h"
#include "rubric/rubric.h"
#include "tests/kit_command.h"
#include "tests/phrases.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

compile::Finished run(std::vector<std::string> argv, const fs::path& folder = {}) {
  compile::Command command;
  command.argv = std::move(argv);
  command.folder = folder;
  return compile::run(command);
}

std::set<std::string> files_below(const fs::path& folder) {
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.insert(utf8(fs::relative(entry.path(), folder)));
  return files;
}

// Empty where there is none.
fs::path archive_in(const fs::path& folder, const std::string& kit, const std::string& ending) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (utf8(entry.path().filename()).ends_with("-" + kit + ending)) return entry.path();
  return {};
}

// The archive's top folder, which lies alone in `folder` then.
fs::path unpacked_to(const fs::path& folder, const fs::path& archive) {
  fs::create_directories(folder);
  EXPECT_EQ(run({"cmake", "-E", "tar", "xf", utf8(archive)}, folder).exit_status, 0) << archive;
  const std::vector<fs::path> top{fs::directory_iterator(folder), fs::directory_iterator()};
  EXPECT_EQ(top.size(), 1u) << archive;
  return top.empty() ? folder : top.front();
}

// All files of this kit but what was built, beside a list of them: for a kit that came here without git.
void copy_with_manifest(const Folder& to) {
  std::string manifest;
  for (auto entry = fs::recursive_directory_iterator(kRoot); entry != fs::recursive_directory_iterator(); ++entry) {
    const std::string name = utf8(fs::relative(entry->path(), kRoot));
    if (name == "build" || name == ".git") entry.disable_recursion_pending();
    if (!entry->is_regular_file() || name == ".git") continue;
    const fs::path copy = to.write(name, text_of(entry->path()));
    fs::permissions(copy, entry->status().permissions());
    manifest += name + "\n";
  }
  to.write("MANIFEST.txt", manifest);
}

// The kits of this kit, made once and unpacked.
class Kits {
 public:
  static const Kits& get() {
    static const Kits kits;
    return kits;
  }

  const Answer& answer() const { return answer_; }
  fs::path archive(const std::string& kit, const std::string& ending) const { return archive_in(out_.path(), kit, ending); }
  fs::path unpacked(const std::string& kit) const {
    const fs::path folder = out_.path() / kit;
    return fs::exists(folder) ? fs::directory_iterator(folder)->path() : unpacked_to(folder, archive(kit, ".zip"));
  }

 private:
  Kits() : answer_(lab({"package", "--only", "sources", "--out", utf8(out_.path())})) {
    if (says(answer_.err, said("package_no_list", {{"detail", kAnything}}))) {
      copy_with_manifest(copy_);
      answer_ = lab({"package", "--only", "sources", "--out", utf8(out_.path())}, {{"LAB_ROOT", utf8(copy_.path())}});
    }
    EXPECT_EQ(answer_.status, 0) << answer_.out << answer_.err;
  }

  Folder out_, copy_;
  Answer answer_;
};

TEST(KitPackage, EachKitIsTwoArchivesWithHashesAndATopFolder) {
  for (const char* kit : {"student", "repository", "instructor"}) {
    for (const char* ending : {".zip", ".tar.gz", ".zip.sha256", ".tar.gz.sha256"})
      EXPECT_TRUE(fs::exists(Kits::get().archive(kit, ending))) << kit << ending;
    const std::string top = utf8(Kits::get().unpacked(kit).filename());
    EXPECT_TRUE(std::regex_match(top, std::regex(std::string(R"(win-ipc-lab-\d+\.\d+\.\d+-)") + kit))) << top;
  }
}

TEST(KitPackage, StudentsReceiveTheirLabsAndTheGrader) {
  const std::set<std::string> files = files_below(Kits::get().unpacked("student"));
  for (const char* file :
       {"README.md", "README.ko.md", "LICENSE", "lab", "lab.cmd", "CMakeLists.txt", "CMakePresets.json",
        "labs/05_adder_manager/AdderManager.cpp", "labs/05_adder_manager/lab.toml", "cmake/labs.cmake", "handouts/05.ko.md",
        "handouts/samples/TwoHandles.cpp", "grader/cli/main.cpp", "grader/compile/wine", ".gitignore"})
    EXPECT_THAT(files, Contains(file));
  for (const std::string& file : files) {
    EXPECT_FALSE(file.starts_with("solutions/") || file.starts_with("grader/tests/") || file.starts_with("kits/") ||
                 file.starts_with(".github/") || file.starts_with("build/"))
        << file;
    EXPECT_EQ(file.find("stubs.txt"), std::string::npos) << file;
    EXPECT_EQ(file.find("/programs/"), std::string::npos) << file;
    EXPECT_FALSE(file.ends_with("_test.cpp")) << file;
  }
  for (const char* program : {"lab", "grader/compile/wine"})
    EXPECT_NE(fs::status(Kits::get().unpacked("student") / program).permissions() & fs::perms::owner_exec, fs::perms::none) << program;
}

// ... to compare with, one for each program and scenario, and not where they were played, nor by which lines.
TEST(KitPackage, StudentsReceiveRecordingsOfCorrectPrograms) {
  const fs::path top = Kits::get().unpacked("student");
  for (const auto& lab : fs::directory_iterator(top / "labs"))
    EXPECT_TRUE(fs::exists(top / "correct" / utf8(lab.path().filename()).substr(0, 2))) << lab.path();
  const std::string run = text_of(top / "correct/05/AdderManager.worker_1_first.jsonl");
  EXPECT_THAT(run, AllOf(HasSubstr("\"api\":\"WaitForSingleObject\""), HasSubstr("total: 55"), Not(HasSubstr("\"line\"")),
                         Not(HasSubstr("AdderManager.cpp"))));
}

// ... and it serves where nothing is built, with the libraries that it brings.
TEST(KitPackage, StudentsReceiveAGraderThatStarts) {
  const Folder folder;
  const fs::path kit = unpacked_to(folder.path(), Kits::get().archive("student", ".zip"));
  if (!fs::exists(kit / "bin")) GTEST_SKIP() << "this kit is packed from a copy without a Windows half";
  for (const char* file : {"stage.exe", "probe.dll", "standin.exe"}) EXPECT_TRUE(fs::exists(kit / "bin" / file)) << file;
  for (const auto& library : fs::directory_iterator(kit / "bin" / "lib"))
    EXPECT_THAT(run({"ldd", utf8(kit / "bin" / "grader")}).out, HasSubstr(utf8(library.path())));
  compile::Command check;
  check.argv = {utf8(kit / "bin" / "grader"), "check", "05", "--from", utf8(kSolutions), "--no-box", "--lang", "en"};
  check.environment = {{"LAB_ROOT", utf8(kit)}, {"LAB_WINEPREFIX", utf8(kRoot / "build" / "wine")}};
  const compile::Finished checked = compile::run(check);
  EXPECT_THAT(checked.out, Says("report_score", {{"score", 20}, {"max", 20}, {"passed", kChecksOfLab05}, {"checks", kChecksOfLab05}}))
      << checked.err;
}

// By content, and not by name: no file of a kit for students is one of the hidden files, nor holds their lines.
TEST(KitPackage, NothingForStudentsHoldsASolution) {
  std::set<std::string> hidden;
  for (const char* folder : {"solutions", "grader/labs", "grader/tests"})
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      const bool program = folder == std::string_view("solutions") || entry.path().generic_string().find("/programs/") != std::string::npos;
      if (entry.is_regular_file() && program) hidden.insert(text_of(entry.path()));
    }
  EXPECT_GT(hidden.size(), 100u);
  const cut::Secrets secrets(kRoot);
  for (const char* kit : {"student", "repository"}) {
    const fs::path top = Kits::get().unpacked(kit);
    for (const std::string& file : files_below(top)) {
      const std::string text = text_of(top / file);
      EXPECT_FALSE(hidden.contains(text)) << file;
      if (file.starts_with("bin/")) continue;  // programs
      for (const cut::Leak& leak : secrets.in(text)) ADD_FAILURE() << kit << ": " << file << ": " << leak.from << ": " << leak.line;
    }
  }
}

TEST(KitPackage, InstructorsReceiveWhatGitTracksAndAListOfIt) {
  const fs::path top = Kits::get().unpacked("instructor");
  std::set<std::string> files = files_below(top);
  EXPECT_EQ(files.erase("MANIFEST.txt"), 1u);
  std::string list;
  for (const std::string& file : files) list += file + "\n";
  EXPECT_EQ(text_of(top / "MANIFEST.txt"), list);
  for (const char* file : {"solutions/05_adder_manager/AdderManager.cpp", "grader/tests/kit_package_test.cpp", "kits/student.txt"})
    EXPECT_THAT(files, Contains(file));
}

TEST(KitPackage, AStudentsRepositoryHoldsStubsAndGradesWithThisVeryKit) {
  const fs::path top = Kits::get().unpacked("repository");
  EXPECT_THAT(files_below(top), AllOf(Contains("labs/05_adder_manager/AdderManager.cpp"), Not(Contains("labs/05_adder_manager/lab.toml")),
                                      Contains("README.md"), Contains(".gitignore")));
  const std::string workflow = text_of(top / ".github/workflows/grade.yml");
  const fs::path archive = Kits::get().archive("student", ".zip");
  EXPECT_THAT(workflow, AllOf(HasSubstr(utf8(archive.filename())), Not(HasSubstr("@KIT_"))));
  const compile::Finished hash = run({"cmake", "-E", "sha256sum", utf8(archive)});
  EXPECT_THAT(workflow, HasSubstr("KIT_SHA256: \"" + hash.out.substr(0, 64) + "\""));
}

TEST(KitPackage, LinksInTheStudentKitLeadSomewhere) {
  const fs::path top = Kits::get().unpacked("student");
  static const std::regex kLink(R"(\]\(([^)#\s]+)[^)\s]*\))");
  std::size_t seen = 0;
  for (const std::string& file : files_below(top)) {
    if (!file.ends_with(".md")) continue;
    const std::string text = text_of(top / file);
    for (std::sregex_iterator link(text.begin(), text.end(), kLink), end; link != end; ++link) {
      const std::string target = (*link)[1];
      if (target.starts_with("https://")) continue;
      ++seen;
      EXPECT_TRUE(fs::exists((top / file).parent_path() / target)) << file << ": " << target;
    }
  }
  EXPECT_GT(seen, 30u);
}

TEST(KitPackage, TheStudentReadmeHasEveryLabInBothLanguages) {
  const fs::path top = Kits::get().unpacked("student");
  for (const auto& lab : fs::directory_iterator(top / "labs")) {
    const std::string row = "](labs/" + utf8(lab.path().filename()) + ") |";
    for (const char* page : {"README.md", "README.ko.md"}) EXPECT_THAT(text_of(top / page), HasSubstr(row)) << page;
  }
}

TEST(KitPackage, TheWindowsReadmeHasEveryLabInBothLanguages) {
  for (const auto& lab : fs::directory_iterator(Kits::get().unpacked("student") / "labs")) {
    const std::string name = utf8(lab.path().filename()), number = name.substr(0, 2);
    for (const std::string language : {"en", "ko"})
      EXPECT_THAT(text_of(kRoot / "kits" / "windows" / (language == "en" ? "README.md" : "README.ko.md")),
                  AllOf(HasSubstr("](labs/" + name + ") |"), HasSubstr("](handouts/" + number + "." + language + ".html) |")));
  }
}

TEST(KitPackage, AStudentKitConfigures) {
  const Folder build;
  const compile::Finished configured =
      run({"cmake", "-S", utf8(Kits::get().unpacked("student")), "-B", utf8(build.path()), "-G", "Ninja", "-D", "LAB_COMMON_HEADERS=OFF"});
  EXPECT_EQ(configured.exit_status, 0) << configured.out << configured.err;
  const compile::Finished tests = run({"ctest", "--test-dir", utf8(build.path()), "-N"});
  EXPECT_THAT(tests.out, AllOf(HasSubstr("works.05"), Not(HasSubstr("selftest")), Not(HasSubstr("NOT_BUILT"))));
}

TEST(KitPackage, AStudentKitSaysWhatItCannotDo) {
  const std::map<std::string, std::string> kit = {{"LAB_ROOT", utf8(Kits::get().unpacked("student"))}};
  const std::vector<std::pair<std::vector<std::string>, std::string>> commands = {
      {{"selftest"}, "selftest"},
      {{"cut"}, "cut"},
      {{"bench"}, "bench"},
      {{"package"}, "package"},
      {{"handouts", "--update"}, "handouts --update"},
      {{"handouts", "--check"}, "handouts --check"},
      {{"check", "05", "--solutions"}, "--solutions"},
      {{"lan", "PC1", "BroadcastReceiver", "--solutions"}, "--solutions"}};
  for (const auto& [arguments, what] : commands) {
    const Answer answer = lab(arguments, kit);
    EXPECT_EQ(answer.status, 2) << what << answer.out;
    EXPECT_THAT(answer.err, AllOf(Says("student_kit", {{"what", what}, {"command", kAnything}}), HasSubstr("lab check"))) << what;
  }
  const Answer korean = lab({"cut", "--lang", "ko"}, kit);
  EXPECT_THAT(korean.err, AllOf(Says("student_kit", {{"what", "cut"}, {"command", kAnything}}, Language::kKorean), HasSubstr("lab check")));
}

TEST(KitPackage, AStudentKitStillGivesHints) {
  const Answer answer = lab({"hint", "05"}, {{"LAB_ROOT", utf8(Kits::get().unpacked("student"))}});
  EXPECT_EQ(answer.status, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("PartAdder.AddsItsRange"));
}

TEST(KitPackage, AStudentKitHasNoSolutionForWhoeverHasEveryPoint) {
  const fs::path top = Kits::get().unpacked("student");
  nlohmann::json standing = {{"schema", "win-ipc-lab/standing/1"}, {"lab", "05"}, {"checks", nlohmann::json::array()}};
  const std::vector<rubric::Lab> labs = rubric::read_labs(top / "labs");
  for (const rubric::Check& check : rubric::find_lab(labs, "05").checks)
    standing["checks"].push_back({{"id", check.id}, {"outcome", "passed"}});
  fs::create_directories(top / "build" / "progress");
  std::ofstream(top / "build" / "progress" / "05.json") << standing;
  const Answer answer = lab({"hint", "05"}, {{"LAB_ROOT", utf8(top)}});
  EXPECT_EQ(answer.status, 0) << answer.err;
  EXPECT_THAT(answer.out, AllOf(Says("hint_no_solution", {{"lab", "05"}}), Not(HasSubstr("solutions/05"))));
}

// An instructor's kit of one lab, unpacked: git does not know it, its MANIFEST.txt does.
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

TEST(KitPackage, WithoutGitOnlyWhatTheManifestListsIsPacked) {
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

TEST(KitPackage, WithGitOnlyWhatItTracksIsPackedAndTheRestIsTold) {
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

TEST(KitPackage, ASmuggledSolutionIsCaught) {
  SmallKit kit;
  kit.add("handouts/05.en.md", "# 05\n\n" + text_of(kSolutions / "AdderManager.cpp"));
  kit.expect_refused("package_leak", {{"file", "handouts/05.en.md"}, {"lines", kAnything}, {"from", kAnything}, {"text", kAnything}});
}

TEST(KitPackage, ASectionThatIsNotForStudentsStaysWithTheInstructor) {
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

TEST(KitPackage, ASolvedStubIsCaught) {
  SmallKit kit;
  kit.add("labs/05_adder_manager/AdderManager.cpp", "// solved in words of my own\nint main() {}\n");
  kit.expect_refused("package_no_stub", {{"file", "labs/05_adder_manager/AdderManager.cpp"}});
}

TEST(KitPackage, WhatNobodyCanReadIsCaught) {
  SmallKit kit;
  kit.add("handouts/figure.exe", std::string("MZ\0\0", 4));
  kit.expect_refused("package_no_text", {{"file", "handouts/figure.exe"}});
}

TEST(KitPackage, WhatNobodyDecidedOnIsRefused) {
  SmallKit kit;
  kit.add("answers/05.cpp", "// to whom?\n");
  kit.expect_refused("package_undecided", {{"file", "answers/05.cpp"}});
}

TEST(KitPackage, AMissingFileIsRefused) {
  SmallKit kit;
  kit.remove("grader/stage/main.cpp");
  kit.expect_refused("package_missing", {{"file", "grader/stage/main.cpp"}});
}

TEST(KitPackage, WithoutAnyListNothingIsPacked) {
  const SmallKit kit;
  const Answer answer = lab({"package"}, {{"LAB_ROOT", utf8(kit.path())}});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("package_no_list", {{"detail", kAnything}}));
}

}  // namespace
}  // namespace lab::tests
