// Tests lab package --gradescope: the contents of the archive, and its run_autograder, started as Gradescope does except for the folders.
// setup.sh requires root and a network, so the unpacked files are used instead of its results.
#ifndef _WIN32
#include <unistd.h>

#include <algorithm>
#include <set>

#include "box/other_user.h"
#include "cut/student_kit.h"
#include "report/gradescope_by_hand.h"
#include "tests/kit_archives.h"
#include "tests/kit_command.h"
#include "tests/phrases.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const char kLooping[] = "int main() { for (volatile int i = 0;;) i = i + 1; }\n";

class KitAutograder : public testing::Test {
 protected:
  void SetUp() override {
    const Answer answer = package(out_);
    if (says(answer.err, said("package_no_list", {{"detail", kAnything}}))) GTEST_SKIP() << "git does not know this kit";
    ASSERT_EQ(answer.status, 0) << answer.out << answer.err;
    ASSERT_EQ(run({"cmake", "-E", "tar", "xf", utf8(zip_in(out_))}, source_.path()).exit_status, 0);
    for (const char* folder : {"submission", "results"}) fs::create_directory(autograder_.path() / folder);
    fs::rename(source_.path() / "kit", home_);
    fs::copy_file(source_.path() / "settings.sh", home_ / "settings.sh");
  }

  static Answer package(const Folder& out) { return lab({"package", "--gradescope", "05", "--lang", "en", "--out", utf8(out.path())}); }

  static fs::path zip_in(const Folder& out) { return archive_in(out.path(), "gradescope-05", ".zip"); }

  void hand_in(const std::string& name, const std::string& text) const {
    std::ofstream(autograder_.path() / "submission" / name, std::ios::binary) << text;
  }

  // Returns its output; expects it to create a results.json that Gradescope accepts.
  std::string grade(std::map<std::string, std::string> more = {}) {
    more.insert({{"LAB_AUTOGRADER", utf8(autograder_.path())},
                 {"LAB_AUTOGRADER_HOME", utf8(home_)},
                 {"LAB_AUTOGRADER_PLAYER", ""},
                 {"LAB_AUTOGRADER_WINEPREFIX", utf8(kRoot / "build" / "wine")}});
    const compile::Finished finished = run({utf8(source_.path() / "run_autograder")}, {}, more);
    EXPECT_EQ(finished.exit_status, 0) << finished.err;
    EXPECT_THAT(finished.out, HasSubstr("win-ipc-lab: labs 05, sandbox: "));
    results_ = nlohmann::json::parse(text_of(autograder_.path() / "results" / "results.json"), nullptr, false);
    EXPECT_THAT(report::gradescope_problems(results_), IsEmpty()) << finished.out << finished.err;
    return finished.out;
  }

  Folder out_, source_, autograder_;
  fs::path home_ = source_.path() / "prepared";
  nlohmann::json results_;
};

TEST_F(KitAutograder, IsTheSameArchiveEachTimeAndHoldsNoSolution) {
  const Folder again;
  EXPECT_EQ(package(again).status, 0);
  EXPECT_TRUE(text_of(zip_in(out_)) == text_of(zip_in(again)));

  EXPECT_THAT(text_of(source_.path() / "settings.sh"), "labs=(05)\nlanguage=en\n");
  for (const char* file : {"setup.sh", "run_autograder"}) {
    EXPECT_EQ(run({"bash", "-n", utf8(source_.path() / file)}).exit_status, 0) << file;
    EXPECT_NE(fs::status(source_.path() / file).permissions() & fs::perms::others_exec, fs::perms::none) << file;
  }
  for (const char* file : {"bin/grader", "bin/stage.exe", "grader/compile/wine", "grader/compile/student/first.h",
                           "labs/05_adder_manager/lab.toml", "labs/05_adder_manager/AdderManager.cpp", "licences/googletest.txt"})
    EXPECT_TRUE(fs::exists(home_ / file)) << file;
  for (const auto& library : fs::directory_iterator(home_ / "bin" / "lib")) {
    const std::string name = utf8(library.path().filename()), found = run({"dpkg-query", "--search", "*/" + name}).out;
    EXPECT_TRUE(fs::exists(home_ / "licences" / (found.substr(0, found.find(':')) + ".txt"))) << name;
  }

  std::set<std::string> hidden;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "solutions"))
    if (entry.is_regular_file()) hidden.insert(text_of(entry.path()));
  const cut::Secrets secrets(kRoot);
  for (const auto& entry : fs::recursive_directory_iterator(source_.path())) {
    if (!entry.is_regular_file()) continue;
    EXPECT_FALSE(hidden.contains(text_of(entry.path()))) << entry.path();
    if (entry.path().parent_path() != home_ / "bin" && entry.path().parent_path() != home_ / "bin" / "lib")
      EXPECT_THAT(secrets.in(text_of(entry.path())), IsEmpty()) << entry.path();
  }
}

TEST_F(KitAutograder, GradesThePrograms) {
  for (const char* name : {"AdderManager.cpp", "PartAdder.cpp"}) hand_in(name, text_of(kSolutions / name));
  EXPECT_THAT(grade(), HasSubstr("ended with status 0, "));
  EXPECT_EQ(results_["score"], 20);
  EXPECT_EQ(results_["tests"].size(), kChecksOfLab05);

  fs::remove(autograder_.path() / "submission" / "PartAdder.cpp");
  hand_in("AdderManager.cpp", "#error \"{\\\"score\\\": 20}\"\n");
  hand_in("results.json", "{\"score\": 20}");
  std::ofstream(autograder_.path() / "results" / "results.json") << "{\"score\": 20}";
  EXPECT_THAT(grade(), HasSubstr("ended with status 1, "));
  EXPECT_EQ(results_["score"], 0);
  EXPECT_THAT(results_.dump(), HasSubstr("AdderManager.cpp does not compile"));
}

TEST_F(KitAutograder, LeavesResultsWhereTheTimeIsOverAndWhereTheGraderDoesNotStart) {
  for (const char* name : {"AdderManager.cpp", "PartAdder.cpp"}) hand_in(name, kLooping);
  EXPECT_THAT(grade({{"LAB_AUTOGRADER_SECONDS", "3"}}), AllOf(HasSubstr("within 3 seconds"), HasSubstr("ended with status 124, ")));
  EXPECT_EQ(results_["score"], 0);
  EXPECT_THAT(results_["output"].get<std::string>(), HasSubstr("This is not a grade"));

  fs::remove(home_ / "bin" / "grader");
  EXPECT_THAT(grade(), HasSubstr("ended with status 127, "));
  EXPECT_EQ(results_["score"], 0);
  EXPECT_THAT(results_["output"].get<std::string>(), HasSubstr("This is not a grade"));
}

// A user account that is not otherwise used on any machine, with a separate Wine prefix.
class KitOtherUser : public testing::Test {
 protected:
  static constexpr const char* kUser = "games";

  void SetUp() override {
    if (geteuid() != 0) GTEST_SKIP() << "only root can become another user";
    if (run(with_rights({"test", "-r", utf8(kRoot / "grader" / "compile" / "wine")})).exit_status != 0)
      GTEST_SKIP() << "no other user may read this kit";
    const fs::path mine = kRoot / "build" / "wine";
    ASSERT_EQ(run({"cp", "-a", utf8(mine), utf8(prefix_)}).exit_status, 0);
    ASSERT_EQ(run({"chown", "-R", std::string(kUser) + ":" + kUser, utf8(prefix_), utf8(folder_.path())}).exit_status, 0);
  }
  void TearDown() override {
    for (const char* server : {"/usr/lib/wine/wineserver64", "/usr/lib/x86_64-linux-gnu/wine/wineserver"})
      for (const auto& entry : fs::directory_iterator(folder_.path()))
        if (fs::exists(server) && fs::exists(entry.path() / "system.reg"))
          run(with_rights({server, "-k"}), {}, {{"WINEPREFIX", utf8(entry.path())}});
  }
  static std::vector<std::string> with_rights(const std::vector<std::string>& command) { return box::as_user(kUser, command); }

  Folder folder_, results_;
  fs::path prefix_ = folder_.path() / "wine";
};

TEST_F(KitOtherUser, CompilesWithWhatThatUserMayRead) {
  const fs::path secret = results_.write("secret.h", "#define SECRET 1\n");
  fs::permissions(secret, fs::perms::owner_read);
  const HandIn hand_in;
  hand_in.add("AdderManager.cpp", "#include \"" + utf8(secret) + "\"\nint main() { return SECRET; }\n");
  const Answer answer = lab({"check", "05", "--from", hand_in.path(), "--as", kUser, "--only", "AdderManager.StartsBothWorkers"},
                            {{"LAB_WINEPREFIX", utf8(prefix_)}});
  EXPECT_THAT(answer.out, AllOf(HasSubstr("secret.h:"), HasSubstr("Permission denied"), Not(HasSubstr("#define"))));
}

TEST_F(KitOtherUser, PlaysProgramsThatReachNothingOfTheGraders) {
  const fs::path mine = results_.write("results.json", "mine"), json = results_.path() / "v.json", runs = results_.path() / "runs";
  std::string path = "Z:" + utf8(mine);
  std::replace(path.begin(), path.end(), '/', '\\');
  const HandIn hand_in;
  std::string source = R"!(#include <stdio.h>
#include <windows.h>
bool opens(const wchar_t* name, DWORD how) {
  return CreateFileW(name, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, how, 0, nullptr) != INVALID_HANDLE_VALUE;
}
int main() {
  printf("results %d, ", opens(LR"=(@RESULTS@)=", OPEN_EXISTING));
  printf("worker %d, own %d.\n", opens(L"PartAdder.exe", OPEN_EXISTING), opens(L"own.txt", CREATE_ALWAYS));
})!";
  hand_in.add("AdderManager.cpp", source.replace(source.find("@RESULTS@"), 9, path));
  const Answer answer = lab({"check", "05", "--from", hand_in.path(), "--as", kUser, "--json", utf8(json), "--runs", utf8(runs)},
                            {{"LAB_WINEPREFIX", utf8(prefix_)}});
  EXPECT_EQ(answer.status, 1) << answer.out << answer.err;
  EXPECT_THAT(answer.out, Says("report_other_user"));
  EXPECT_EQ(Verdicts(json).whole["sandbox"], "another user");
  EXPECT_THAT(text_of(runs / "05" / "AdderManager.worker_1_first.jsonl"), HasSubstr("results 0, worker 0, own 1."));
  EXPECT_EQ(text_of(mine), "mine");
}

TEST_F(KitOtherUser, GivesTheVerdictsOfTheOwnUser) {
  const Answer answer = lab({"check", "05", "--from", utf8(kSolutions), "--as", kUser}, {{"LAB_WINEPREFIX", utf8(prefix_)}});
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
}

TEST(KitOtherUsers, OneWhoIsNotThereIsRefused) {
  const Answer answer = lab({"check", "05", "--from", utf8(kSolutions), "--as", "no-such-user"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.err, Says("user_refused", {{"user", "no-such-user"}, {"detail", kAnything}}));
}

}  // namespace
}  // namespace lab::tests
#endif
