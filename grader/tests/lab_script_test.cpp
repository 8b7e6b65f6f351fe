// ./lab on Linux: its first build, with a cmake and a ninja that only say that they build.
#ifndef _WIN32
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

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

// A kit of the script alone. Its ninja goes on with a first build only when the screen, which is kept in `screen`, shows what it said.
class FirstBuild : public testing::Test {
 protected:
  FirstBuild() {
    fs::copy_file(fs::path(LAB_SOURCE_DIR) / "lab", kit.path() / "lab");
    program("grader/compile/wine", "exit 0");
    program("bin/cmake",
            "mkdir -p \"build/$2\"; echo \"CMAKE_HOME_DIRECTORY:INTERNAL=$PWD\" >build/$2/CMakeCache.txt; touch build/$2/build.ninja");
    program("bin/ninja",
            "echo '[7/9] Building'\n"
            "[ -e \"$2/grader\" ] && exit\n"
            "for i in $(seq 300); do grep -q '7/9.*7/9' \"$SCREEN\" && break; sleep 0.2; done\n"
            "printf '#!/bin/sh\\necho graded \"$@\"\\n' >\"$2/grader\"; chmod +x \"$2/grader\"");
  }

  void program(const fs::path& name, const std::string& script) const {
    fs::permissions(kit.write(name, "#!/bin/sh\n" + script + "\n"), fs::perms::owner_all);
  }

  // What a terminal shows of it.
  std::string run(const std::string& arguments) const {
    const fs::path screen = kit.path() / "screen";
    compile::Command command;
    command.argv = {"script", "-qefc", "./lab " + arguments, screen.string()};
    command.folder = kit.path();
    command.environment = {
        {"PATH", (kit.path() / "bin").string() + ":" + std::getenv("PATH")}, {"SCREEN", screen.string()}, {"LC_ALL", "C"}};
    command.limit = std::chrono::minutes(3);
    EXPECT_EQ(compile::run(command).exit_status, 0);
    std::ifstream in(screen);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  tests::Folder kit;
};

// Both halves on one line, which is then cleared.
constexpr char kBothHalves[] = "\rlab: [^\r\n]*\\[7/9\\][^\r\n]*\\[7/9\\]\033\\[K";
// A byte of Korean text in UTF-8.
const auto kHangul = testing::AllOf(testing::Ge('\xEA'), testing::Le('\xED'));

TEST_F(FirstBuild, SaysHowFarItIsOnOneLine) {
  const std::string shown = run("check 05");
  EXPECT_THAT(shown, AllOf(ContainsRegex(kBothHalves), HasSubstr("\r\033[Kgraded check 05"), Not(Contains(kHangul))));
  EXPECT_THAT(run("check 05"), AllOf(Not(HasSubstr("[7/9]")), HasSubstr("graded check 05"))) << "only the first time";
}

TEST_F(FirstBuild, SaysSoInKorean) { EXPECT_THAT(run("check 05 --lang ko"), AllOf(ContainsRegex(kBothHalves), Contains(kHangul))); }

}  // namespace
}  // namespace lab
#endif
