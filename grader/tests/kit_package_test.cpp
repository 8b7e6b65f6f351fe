// Tests lab package as a user runs it: the contents of the archives, what is refused, and what a student kit can do or says that it cannot
// do.
#include <algorithm>
#include <cstdlib>
#include <regex>
#include <set>

#include "cut/student_kit.h"
#include "rubric/rubric.h"
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

// Copies all files in this kit except build output, with a list of them: a kit that was obtained without git.
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

// The packages of this kit, unpacked. CTest builds them once for all tests (source_kits); otherwise, each process builds its own.
class Kits {
 public:
  static const Kits& get() {
    static const Kits kits;
    return kits;
  }

  fs::path archive(const std::string& kit, const std::string& ending) const { return archive_in(packed_, kit, ending); }
  fs::path unpacked(const std::string& kit) const {
    const fs::path folder = own_.path() / kit;
    return fs::exists(folder) ? fs::directory_iterator(folder)->path() : unpacked_to(folder, archive(kit, ".zip"));
  }

 private:
  Kits() {
    const char* const packed = std::getenv("LAB_SOURCE_KITS");
    std::error_code error;
    if (packed && fs::exists(packed, error) && !archive_in(packed, "student", ".zip").empty()) {
      packed_ = packed;
      return;
    }
    Answer answer = lab({"package", "--only", "sources", "--out", utf8(packed_)});
    if (says(answer.err, said("package_no_list", {{"detail", kAnything}}))) {
      const Folder copy;
      copy_with_manifest(copy);
      answer = lab({"package", "--only", "sources", "--out", utf8(packed_)}, {{"LAB_ROOT", utf8(copy.path())}});
    }
    EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  }

  Folder own_;
  fs::path packed_ = own_.path();
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

// ... one for each program and scenario, without the path where they were recorded and without source lines.
TEST(KitPackage, StudentsReceiveRecordingsOfCorrectPrograms) {
  const fs::path top = Kits::get().unpacked("student");
  for (const auto& lab : fs::directory_iterator(top / "labs"))
    EXPECT_TRUE(fs::exists(top / "correct" / utf8(lab.path().filename()).substr(0, 2))) << lab.path();
  const std::string run = text_of(top / "correct/05/AdderManager.worker_1_first.jsonl");
  EXPECT_THAT(run, AllOf(HasSubstr("\"api\":\"WaitForSingleObject\""), HasSubstr("total: 55"), Not(HasSubstr("\"line\"")),
                         Not(HasSubstr("AdderManager.cpp"))));
}

// ... a grader that works without any build, with the libraries that it brings along.
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

// Compares contents, not names: no file in a kit for students is one of the hidden files, or contains lines from them.
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

}  // namespace
}  // namespace lab::tests
