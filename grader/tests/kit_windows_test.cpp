// Tests the kit for Windows under Wine, unpacked into a folder with a blank and Korean letters in its name. Its compiler is a stand-in for
// cl (tests/cl), so a source file is compiled and judged without leaving "Windows".
#ifndef _WIN32
#include <algorithm>
#include <cctype>

#include "tests/kit_command.h"
#include "tests/phrases.h"
#include "tests/watched_page.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const fs::path kMadeBy = LAB_WINDOWS_KIT;  // the folder into which the test windows_kit packed it with `lab package`

compile::Finished run(std::vector<std::string> argv, const fs::path& folder = {}, std::map<std::string, std::string> environment = {}) {
  compile::Command command;
  command.argv = std::move(argv);
  command.folder = folder;
  command.environment = std::move(environment);
  command.limit = std::chrono::minutes(5);
  return compile::run(command);
}

// The path as Windows programs know it.
std::string on_z(const fs::path& path) {
  std::string name = "Z:" + utf8(path);
  std::replace(name.begin(), name.end(), '/', '\\');
  return name;
}

fs::path archive() {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(kMadeBy, error))
    if (entry.path().extension() == ".zip") return entry.path();
  return {};
}

const std::string kWine = utf8(kRoot / "grader" / "compile" / "wine");
const std::map<std::string, std::string> kPrompt = {
    {"WINEPATH", on_z(kRoot / "build" / "mingw" / "cl")}, {"INCLUDE", "Z:\\usr"}, {"VSCMD_ARG_TGT_ARCH", "x64"}, {"LAB_ROOT", ""}};

class KitWindows : public testing::Test {
 protected:
  void SetUp() override {
    if (archive().empty()) GTEST_SKIP() << "there is no kit for Windows: the test windows_kit says why";
    ASSERT_EQ(run({"cmake", "-E", "tar", "xf", utf8(archive())}, folder_.path()).exit_status, 0);
    kit_ = fs::directory_iterator(folder_.path())->path();
  }

  // Runs a program on "Windows", where the compiler of an x64 prompt is the stand-in.
  Answer windows(std::vector<std::string> argv, const fs::path& from = {}, std::map<std::string, std::string> environment = {}) const {
    argv.insert(argv.begin(), kWine);
    environment.insert(kPrompt.begin(), kPrompt.end());
    const compile::Finished ended = run(argv, from, environment);
    EXPECT_FALSE(ended.timed_out) << argv.back();
    return {ended.exit_status, ended.out, ended.err};
  }
  Answer grader(std::vector<std::string> arguments, std::map<std::string, std::string> environment = {}) const {
    arguments.insert(arguments.begin(), utf8(kit_ / "bin" / "grader.exe"));
    return windows(std::move(arguments), {}, std::move(environment));
  }

  // Hands in lab 05 with the AdderManager from a known-wrong program, and with Windows line breaks.
  void hand_in(const std::string& wrong = "") const {
    for (const char* name : {"AdderManager.cpp", "PartAdder.cpp"}) {
      const fs::path own = programs_of("05") / "wrong" / wrong / name;
      std::string text;
      for (const char c : text_of(!wrong.empty() && fs::exists(own) ? own : kSolutions / name)) {
        if (c == '\n') text += '\r';
        text += c;
      }
      handed_in_.add(name, text);
    }
  }
  Answer check(std::vector<std::string> more = {}, std::map<std::string, std::string> environment = {}) const {
    more.insert(more.begin(), {"check", "05", "--from", on_z(handed_in_.path())});
    return grader(std::move(more), std::move(environment));
  }

  Folder folder_;
  fs::path kit_;
  HandIn handed_in_;
};

TEST_F(KitWindows, GivesASolutionEveryPointFromItsSources) {
  hand_in();
  const Answer answer = check();
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_THAT(answer.out, AllOf(Says("report_score", {{"score", 20}, {"max", 20}, {"passed", kChecksOfLab05}, {"checks", kChecksOfLab05}}),
                                Not(HasSubstr("\xEF\xBF\xBD"))));
}

// ... the same verdicts as on Linux, in the reader's language.
TEST_F(KitWindows, SaysWhatIsWrongWithASourceInBothLanguages) {
  hand_in("no_wait");
  const fs::path here = folder_.path() / "linux.json", there = folder_.path() / "windows.json", runs = folder_.path() / "runs";
  const Answer on_linux = lab({"check", "05", "--from", handed_in_.path(), "--json", utf8(here)});
  const Answer korean = check({"--lang", "ko", "--json", on_z(there), "--runs", on_z(runs)});
  EXPECT_EQ(korean.status, 1) << korean.out << korean.err;
  EXPECT_EQ(Verdicts(there).in_short(), Verdicts(here).in_short()) << on_linux.out;
  // DbgHelp must find the same line as objdump.
  const auto place_in = [](const fs::path& verdicts) {
    const nlohmann::json because = Verdicts(verdicts).checks.at("AdderManager.WaitsForBothWorkers").at("because");
    return because.value("file", "") + "(" + std::to_string(because.value("line", 0)) + "): " + because.value("code", "");
  };
  EXPECT_EQ(place_in(there), place_in(here));
  EXPECT_THAT(place_in(there), AllOf(StartsWith("AdderManager.cpp("), HasSubstr("GetExitCodeProcess")));
  const Answer english = grader({"judge", on_z(runs)}, {{"VSAPPIDNAME", "devenv.exe"}});
  EXPECT_EQ(english.status, 1) << english.err;
  EXPECT_THAT(unwrapped(english.out), HasSubstr(place_in(there)));
  const std::string because = Verdicts(there).because("AdderManager.WaitsForBothWorkers");
  EXPECT_THAT(korean.out,
              Says(because, Verdicts(there).checks.at("AdderManager.WaitsForBothWorkers").at("because").at("args"), Language::kKorean));
  const Answer shown = grader({"show", on_z(runs / "05" / "AdderManager.worker_1_first.jsonl")});
  EXPECT_EQ(shown.status, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr("CreateProcess"));
}

TEST_F(KitWindows, JudgesProgramsThatWereBuiltElsewhere) {
  const fs::path built = kRoot / "build" / "mingw" / "solutions" / "05_adder_manager";
  for (const char* name : {"AdderManager.exe", "PartAdder.exe"}) handed_in_.add(built / name);
  const Answer answer = check({}, {{"WINEPATH", ""}});
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
}

TEST_F(KitWindows, ShowsTheMessagesOfAKoreanCompiler) {
  hand_in();
  handed_in_.add("AdderManager.cpp", "int main() {\r\n  return nowhere;\r\n}\r\n");
  const Answer answer = check();
  EXPECT_EQ(answer.status, 1) << answer.out << answer.err;
  EXPECT_THAT(answer.out,
              AllOf(HasSubstr("AdderManager.cpp(2): error C2065: 선언되지 않은 식별자입니다."), Not(HasSubstr("\xEF\xBF\xBD"))));
}

TEST_F(KitWindows, RefusesASourceThatReadsWhatWasNotHandedIn) {
  hand_in();
  const Folder elsewhere;
  elsewhere.write("secret.h", "#error secret\r\n");
  handed_in_.add("AdderManager.cpp", "#include \"" + utf8(elsewhere.path() / "secret.h") + "\"\r\nint main() {}\r\n");
  const Answer answer = check();
  EXPECT_EQ(answer.status, 1) << answer.out << answer.err;
  EXPECT_THAT(unwrapped(answer.out), AllOf(HasSubstr("which was not handed in"), Not(HasSubstr("error C"))));
}

TEST_F(KitWindows, WithoutACompilerSaysWhereItIs) {
  hand_in();
  const Answer answer = check({}, {{"WINEPATH", ""}});
  EXPECT_EQ(answer.status, 2) << answer.out;
  EXPECT_THAT(answer.err, Says("visual_studio_missing"));
}

TEST_F(KitWindows, RefusesAPromptForAnotherTarget) {
  hand_in();
  const Answer answer = check({"--lang", "ko"}, {{"VSCMD_ARG_TGT_ARCH", "x86"}});
  EXPECT_EQ(answer.status, 2) << answer.out;
  EXPECT_THAT(answer.err, Says("visual_studio_not_x64", {{"target", "x86"}}, Language::kKorean));
}

TEST_F(KitWindows, GivesHintsAndPagesAndSaysWhatItCannotDo) {
  EXPECT_THAT(grader({"hint", "05"}).out, HasSubstr("PartAdder.AddsItsRange"));
  EXPECT_TRUE(fs::exists(kit_ / "handouts" / "index.html"));
  EXPECT_TRUE(fs::exists(kit_ / "handouts" / "lan.en.html"));
  EXPECT_FALSE(fs::exists(kit_ / "handouts" / "instructors.en.html")) << "students do not receive it";
  const nlohmann::json begin = {{"lab", "01"}, {"handout", "handouts/01.ko.html"}, {"folder", "labs/01_mailslot_receiver"}};
  EXPECT_THAT(grader({"--lang", "ko"}).out, Says("stand_begin", begin, Language::kKorean));
  EXPECT_THAT(grader({"handouts"}).out, Says("handout_site_there", {{"index", kAnything}}));
  const Answer package = grader({"package", "--lang", "ko"});
  EXPECT_EQ(package.status, 2);
  EXPECT_THAT(package.err, Says("student_kit", {{"what", "package"}, {"command", ".\\lab"}}, Language::kKorean));
}

// In both code pages of a Korean console. The grader's own language comes from the environment, or from Windows.
TEST_F(KitWindows, StartsByTheOneCommandInACommandPrompt) {
  for (const char* page : {"949", "65001"}) {
    const Answer hint = windows({"cmd.exe", "/d", "/c", std::string("chcp ") + page + " >nul & lab.cmd hint 05 --lang ko"}, kit_);
    EXPECT_EQ(hint.status, 0) << page << hint.out << hint.err;
    EXPECT_THAT(hint.out, AllOf(HasSubstr("PartAdder.AddsItsRange"), HasSubstr("힌트"))) << page;
  }
  const Answer tests = windows({"cmd.exe", "/d", "/c", "lab.cmd test"}, kit_);
  EXPECT_EQ(tests.status, 2) << tests.out;
  EXPECT_THAT(tests.err, HasSubstr("lab check"));
  const Answer build = windows({"cmd.exe", "/d", "/c", "lab.cmd --build check 05"}, kit_);
  EXPECT_EQ(build.status, 2) << build.out;
  EXPECT_THAT(build.err, HasSubstr("no sources"));
}

TEST_F(KitWindows, ChecksTheStubsByTheOneCommand) {
  const Answer answer = windows({"cmd.exe", "/d", "/c", "lab.cmd check 05"}, kit_);
  EXPECT_EQ(answer.status, 1) << answer.out << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("PartAdder.AddsItsRange"));
}

// Under Wine, another program's browser reaches a Windows program's server.
TEST_F(KitWindows, ServesTheReportPageAfterEverySave) {
  const fs::path labs = kit_ / "labs" / "05_adder_manager";
  Running watch({utf8(kit_ / "bin" / "grader.exe"), "watch", "05", "--page", "--lang", "ko"}, kPrompt, false, kWine);
  const Address address = address_of(watch, Language::kKorean);
  Connection events(address.port);
  events.send("GET " + address.path + "events HTTP/1.1\r\n" + address.host() + "\r\n");
  ASSERT_TRUE(events.shows("\"report\":1}"));
  EXPECT_THAT(address.get("report"), AllOf(StartsWith("HTTP/1.1 200 "), HasSubstr("class=\"check bad\"")));
  EXPECT_THAT(answer(address.port, address.path, "Host: evil.example\r\n"), StartsWith("HTTP/1.1 403 "));

  for (const char* name : {"PartAdder.cpp", "AdderManager.cpp"})
    fs::copy_file(kSolutions / name, labs / name, fs::copy_options::overwrite_existing);
  // Two saves may be judged together or one after the other.
  for (int number = 2; address.get("report").find("class=\"check bad\"") != std::string::npos; ++number)
    ASSERT_TRUE(events.shows("\"report\":" + std::to_string(number) + "}"));
  EXPECT_THAT(address.get("report"), HasSubstr(said("report_all_passed")));

  watch.send(SIGINT);  // Wine delivers it as Ctrl+C
  EXPECT_EQ(watch.end(), 128 + SIGINT);
  events.rest();
  EXPECT_FALSE(Connection(address.port).is_connected());
}

std::string wide(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) out += {c, '\0'};
  return out;
}

TEST_F(KitWindows, ProgramsSayTheirVersionAndNameNoFolderOfTheirBuilder) {
  std::size_t seen = 0;
  for (const auto& entry : fs::directory_iterator(kit_ / "bin")) {
    const std::string bytes = text_of(entry.path());
    const std::string name = utf8(entry.path().filename());
    EXPECT_NE(bytes.find(wide("ProductVersion")), bytes.npos) << name;
    EXPECT_EQ(bytes.find(utf8(kRoot)), bytes.npos) << name;
    const std::string headers = run({"x86_64-w64-mingw32-objdump", "-p", utf8(entry.path())}).out;
    EXPECT_THAT(headers, AllOf(HasSubstr("KERNEL32.dll"), Not(HasSubstr("DLL Name: lib")))) << name;
    EXPECT_EQ(bytes.find("<activeCodePage") != bytes.npos, name == "grader.exe") << name;
    ++seen;
  }
  EXPECT_EQ(seen, 5u);
}

TEST_F(KitWindows, IsTheSameArchiveWhenItIsPackedAgain) {
  const Answer answer = lab({"package", "--only", "windows", "--out", utf8(folder_.path() / "again")});
  ASSERT_EQ(answer.status, 0) << answer.out << answer.err;
  const fs::path again = folder_.path() / "again" / archive().filename();
  EXPECT_TRUE(text_of(again) == text_of(archive()));
  const compile::Finished hash = run({"cmake", "-E", "sha256sum", utf8(again.filename())}, again.parent_path());
  EXPECT_EQ(text_of(fs::path(again) += ".sha256"), hash.out);
}

// The project that contains only the labs, as Visual Studio opens it; here MinGW builds it.
TEST_F(KitWindows, ItsLabsAreAProject) {
  const std::string build = utf8(folder_.path() / "build");
  const compile::Finished configured = run({"cmake", "-S", utf8(kit_), "-B", build, "-G", "Ninja", "-D", "CMAKE_BUILD_TYPE=Release", "-D",
                                            "CMAKE_EXE_LINKER_FLAGS=-municode", "-D", "CMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY", "-D",
                                            "CMAKE_TOOLCHAIN_FILE=" + utf8(kRoot / "cmake" / "mingw-w64.cmake")});
  ASSERT_EQ(configured.exit_status, 0) << configured.out << configured.err;
  const compile::Finished built = run({"cmake", "--build", build, "--target", "labs_05_PartAdder"});
  EXPECT_TRUE(fs::exists(fs::path(build) / "labs" / "05_adder_manager" / "PartAdder.exe")) << built.out << built.err;
  const std::string started = text_of(kit_ / "launch.vs.json"), targets = run({"ninja", "-C", build, "-t", "targets", "all"}).out;
  for (const char* program : {"Together.exe", "StateWatcher.exe", "FirstAndAll.exe", "PartAdder.exe", "AdderManager.exe"}) {
    EXPECT_THAT(started, HasSubstr(program));
    EXPECT_THAT(targets, HasSubstr(program));
  }
}

}  // namespace
}  // namespace lab::tests
#endif
