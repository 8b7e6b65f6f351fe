// Tests ./lab on Linux: its builds, and the cases in which it cannot build, with a fake cmake and a fake ninja that only print build
// output.
#ifndef _WIN32
#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>
#include <utility>
#include <vector>

#include "compile/process.h"
#include "tests/folder.h"

namespace lab {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

// A kit that contains only the script. Its ninja prints build output and creates a grader.
class LabScript : public testing::Test {
 protected:
  LabScript() {
    fs::copy_file(fs::path(LAB_SOURCE_DIR) / "lab", kit.path() / "lab");
    program("grader/compile/wine", "d=$LAB_ROOT/build/wine/drive_c/windows/system32; mkdir -p \"$d\"; touch \"$d/kernel32.dll\"");
    program("bin/cmake",
            "mkdir -p \"build/$2\"; echo \"CMAKE_HOME_DIRECTORY:INTERNAL=$PWD\" >build/$2/CMakeCache.txt; touch build/$2/build.ninja");
    ninja("");
  }

  void program(const fs::path& name, const std::string& script) const {
    fs::permissions(kit.write(name, "#!/bin/sh\n" + script + "\n"),
                    fs::perms::owner_all | fs::perms::group_exec | fs::perms::group_read | fs::perms::others_exec | fs::perms::others_read);
  }

  // `script` runs before the end of a build; $2 is the folder of the half.
  void ninja(const std::string& script) const {
    program("bin/ninja", "echo '[7/9] Building'\necho \"$2\" >>\"$LAB_ROOT/builds\"\n" + script +
                             "\nprintf '#!/bin/sh\\necho graded \"$@\"\\n' >\"$2/grader\"; chmod +x \"$2/grader\"");
  }

  compile::Command command(const std::vector<std::string>& argv) const {
    compile::Command command;
    command.argv = argv;
    command.folder = kit.path();
    command.environment = {{"PATH", (kit.path() / "bin").string() + ":" + std::getenv("PATH")}, {"LC_ALL", "C"}};
    command.limit = std::chrono::minutes(3);
    return command;
  }

  compile::Finished check(const std::string& language = "en") const {
    return compile::run(command({"./lab", "check", "05", "--lang", language}));
  }

  // The number of builds of a half.
  std::ptrdiff_t builds() const {
    const std::string lines = text(kit.path() / "builds");
    return std::count(lines.begin(), lines.end(), '\n');
  }

  static std::string text(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  // Whether the build that wrote its process id into `other` has exited. Its parent no longer exists, so it may remain as a zombie.
  bool has_other_ended() const {
    const std::string id = text(kit.path() / "other"), process = "/proc/" + id.substr(0, id.find('\n')) + "/stat";
    for (int i = 0; !id.empty() && i < 1200; ++i) {
      const std::string state = text(process);
      if (state.empty() || state.find(") Z ") != std::string::npos) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return id.empty();
  }

  tests::Folder kit;
};

// Its ninja continues a first build only after the expected text has appeared on the screen, which is saved in `screen`.
class FirstBuild : public LabScript {
 protected:
  FirstBuild() {
    ninja(
        "[ -e \"$2/grader\" ] && exit\n"
        "for i in $(seq 300); do grep -q '7/9.*7/9' \"$SCREEN\" && break; sleep 0.2; done");
  }

  // The terminal output.
  std::string run(const std::string& arguments) const {
    const fs::path screen = kit.path() / "screen";
    compile::Command shown = command({"script", "-qefc", "./lab " + arguments, screen.string()});
    shown.environment["SCREEN"] = screen.string();
    EXPECT_EQ(compile::run(shown).exit_status, 0);
    return text(screen);
  }
};

// The progress of both halves on one line, which is then erased.
constexpr char kBothHalves[] = "\rlab: [^\r\n]*\\[7/9\\][^\r\n]*\\[7/9\\]\033\\[K";
// A byte of Korean text in UTF-8.
const auto kHangul = testing::AllOf(testing::Ge('\xEA'), testing::Le('\xED'));

TEST_F(FirstBuild, SaysHowFarItIsOnOneLine) {
  const std::string shown = run("check 05");
  EXPECT_THAT(shown, AllOf(ContainsRegex(kBothHalves), HasSubstr("\r\033[Kgraded check 05"), Not(Contains(kHangul))));
  EXPECT_THAT(run("check 05"), AllOf(Not(HasSubstr("[7/9]")), HasSubstr("graded check 05"))) << "only the first time";
}

// Help needs no optimized grader, which takes minutes to build.
TEST_F(LabScript, BuildsNoOptimizedGraderForHelp) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--help"}, {"results", "-h"}}) {
    std::vector<std::string> argv{"./lab", "regrade"};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    EXPECT_EQ(compile::run(command(argv)).exit_status, 0);
    EXPECT_FALSE(fs::exists(kit.path() / "build" / "linux-fast"));
  }
}

// The optimized grader, which only regrade needs.
TEST_F(FirstBuild, SaysHowFarTheOptimizedGraderIs) {
  ninja(
      "[ -e \"$2/grader\" ] && exit\n"
      "for i in $(seq 300); do grep -q '7/9' \"$SCREEN\" && break; sleep 0.2; done");
  EXPECT_THAT(run("regrade results"), ContainsRegex("\rlab: [^\r\n]*\\[7/9\\]\033\\[K.*graded regrade results"));
  EXPECT_THAT(run("regrade results"), AllOf(Not(HasSubstr("[7/9]")), HasSubstr("graded regrade results"))) << "only the first time";
}

TEST_F(LabScript, EndsTheBuildOfTheOptimizedGraderOnCtrlC) {
  ninja("sleep 1; kill -INT $(cut -d' ' -f4 /proc/$PPID/stat); echo $$ >\"$LAB_ROOT/other\"; exec sleep 170");
  const compile::Finished ended = compile::run(command({"./lab", "regrade", "results"}));
  EXPECT_EQ(ended.exit_status, 130);
  EXPECT_THAT(ended.err, HasSubstr("\nlab: stopped."));
  EXPECT_TRUE(has_other_ended());
}

TEST_F(FirstBuild, SaysSoInKorean) { EXPECT_THAT(run("check 05 --lang ko"), AllOf(ContainsRegex(kBothHalves), Contains(kHangul))); }

TEST_F(LabScript, BuildsNothingWhereTheKitCarriesAGraderThatStarts) {
  program("bin/grader", "echo carried \"$@\"");
  EXPECT_THAT(check().out, HasSubstr("carried check 05"));
  EXPECT_EQ(builds(), 0);
  EXPECT_TRUE(fs::exists(kit.path() / "build/wine/drive_c/windows/system32/kernel32.dll"));
}

TEST_F(LabScript, BuildsWhereTheGraderThatTheKitCarriesDoesNotStart) {
  program("bin/grader", "echo \"version 'GLIBC_2.99' not found\" >&2; exit 1");
  EXPECT_THAT(check().out, HasSubstr("graded check 05"));
  EXPECT_EQ(builds(), 2);
}

TEST_F(LabScript, BuildsWhereItIsToldTo) {
  program("bin/grader", "echo carried \"$@\"");
  EXPECT_THAT(compile::run(command({"./lab", "--build", "check", "05"})).out, HasSubstr("graded check 05"));
  EXPECT_EQ(builds(), 2);
  EXPECT_THAT(check().out, HasSubstr("graded check 05")) << "the grader that was built here comes first";
}

TEST_F(LabScript, BuildsAgainOnlyWhatHasChanged) {
  EXPECT_THAT(check().out, HasSubstr("graded check 05"));
  EXPECT_EQ(builds(), 2);
  EXPECT_THAT(check().out, HasSubstr("graded check 05"));
  EXPECT_EQ(builds(), 2);
  kit.write("grader/checks/judge.cpp", "");
  check();
  EXPECT_EQ(builds(), 4);
}

// Otherwise, the other half would take three more minutes.
TEST_F(LabScript, SaysAtOnceThatAHalfDoesNotBuild) {
  ninja("case $2 in */mingw) echo 'wire.h:304: error'; exit 1;; esac\necho $$ >\"$LAB_ROOT/other\"; exec sleep 170");
  const compile::Finished ended = check();
  EXPECT_EQ(ended.exit_status, 2);
  EXPECT_FALSE(ended.timed_out);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("wire.h:304: error"), HasSubstr("could not build the Windows half.")));
  EXPECT_TRUE(has_other_ended());
}

TEST_F(LabScript, EndsItsBuildOnCtrlC) {
  // The parent of the shell that started ninja is ./lab.
  ninja("case $2 in */mingw) sleep 1; kill -INT $(cut -d' ' -f4 /proc/$PPID/stat);; esac\necho $$ >\"$LAB_ROOT/other\"; exec sleep 170");
  const compile::Finished ended = check();
  EXPECT_EQ(ended.exit_status, 130);
  EXPECT_THAT(ended.err, HasSubstr("\nlab: stopped."));
  EXPECT_TRUE(has_other_ended());
  ninja("");
  EXPECT_THAT(check().out, HasSubstr("graded check 05")) << "the next one goes on";
}

TEST_F(LabScript, BuildsAgainWhereItWasMovedTo) {
  check();
  fs::create_directory(kit.path() / "moved");
  for (const char* part : {"lab", "grader", "build"}) fs::rename(kit.path() / part, kit.path() / "moved" / part);
  compile::Command there = command({"./lab", "check", "05"});
  there.folder = kit.path() / "moved";
  const compile::Finished ended = compile::run(there);
  EXPECT_THAT(ended.err, HasSubstr("this folder was moved"));
  EXPECT_THAT(ended.out, HasSubstr("graded check 05"));
}

TEST_F(LabScript, MakesAPrefixAgainThatIsNotWhole) {
  check();
  const fs::path dll = kit.path() / "build/wine/drive_c/windows/system32/kernel32.dll";
  ASSERT_TRUE(fs::remove(dll));
  const compile::Finished ended = check();
  EXPECT_THAT(ended.err, HasSubstr("the Wine prefix is incomplete; creating it again."));
  EXPECT_THAT(ended.out, HasSubstr("graded check 05"));
  EXPECT_TRUE(fs::exists(dll));
}

TEST_F(LabScript, NeedsNoHome) {
  const compile::Finished ended = compile::run(command({"env", "-u", "HOME", "./lab", "check", "05"}));
  EXPECT_THAT(ended.out, HasSubstr("graded check 05")) << ended.err;
}

TEST_F(LabScript, SaysWhatToDoWithoutATemporaryFolder) {
  for (const auto& [language, next] : {std::pair{"en", "Try: mkdir -p "}, {"ko", "다음을 실행하세요: mkdir -p "}}) {
    const compile::Finished ended = compile::run(command({"env", "TMPDIR=/not/there", "./lab", "check", "05", "--lang", language}));
    EXPECT_EQ(ended.exit_status, 2);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("/not/there"), HasSubstr(next)));
    EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1);
  }
  EXPECT_EQ(builds(), 0);
}

// A user who may not write there: anybody but root.
class WithoutRights : public LabScript {
 protected:
  WithoutRights() { fs::permissions(kit.path(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add); }
  ~WithoutRights() override { fs::permissions(kit.path(), fs::perms::owner_write, fs::perm_options::add); }

  std::string refused(const std::string& language) const {
    std::vector<std::string> argv = {"./lab", "check", "05", "--lang", language};
    if (geteuid() == 0) argv.insert(argv.begin(), {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"});
    fs::permissions(kit.path(), fs::perms::owner_write, fs::perm_options::remove);
    const compile::Finished ended = compile::run(command(argv));
    EXPECT_EQ(ended.exit_status, 2);
    EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << ended.err;
    EXPECT_EQ(builds(), 0);
    return ended.err;
  }
};

TEST_F(WithoutRights, CannotBuildInAFolderThatIsReadOnly) {
  EXPECT_THAT(refused("en"), AllOf(HasSubstr("cannot write to " + kit.path().string()), HasSubstr("Try a copy of your own: cp -r ")));
  EXPECT_THAT(refused("ko"), HasSubstr("복사본을 만들어 거기서 실행하세요: cp -r "));
}

TEST_F(WithoutRights, CannotBuildWhereAnotherUserHas) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can be another user";
  fs::create_directory(kit.path() / "build");
  EXPECT_THAT(refused("en"), AllOf(HasSubstr("belongs to another user (root)"), HasSubstr("Try a copy of your own: git clone ")));
  EXPECT_THAT(refused("ko"), HasSubstr("다른 사용자(root)의 것입니다. 복사본을 만들어 거기서 실행하세요: git clone "));
}

}  // namespace
}  // namespace lab
#endif
