// Tests `check --from` in a sandbox. Skipped if this machine allows no sandboxes; the other tests of hand-ins do not use one
// (kit_command.h).
#ifndef _WIN32
#include <fmt/core.h>

#include <algorithm>
#include <sstream>
#include <thread>

#include "box/sandbox.h"
#include "tests/kit_command.h"
#include "tests/phrases.h"
#include "text/problem.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class KitBox : public testing::Test {
 protected:
  void SetUp() override try { box::require_sandbox(); } catch (const text::Problem& problem) {
    GTEST_SKIP() << "no sandbox can be made here: " << problem.what();
  }

  Answer check(const std::string& folder, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"check", "05", "--from", folder, "--json", utf8(verdicts_), "--runs", utf8(results_.path() / "runs")});
    return lab_as_typed(std::move(more));
  }

  // The output of the program built from `source`, run alone.
  std::string printed_by(const std::string& source) const {
    const HandIn folder;
    folder.add("AdderManager.cpp", source);
    const Answer answer = check(folder.path());
    std::istringstream lines(text_of(results_.path() / "runs" / "05" / "AdderManager.worker_1_first.jsonl"));
    for (std::string line; std::getline(lines, line);) {
      const auto json = nlohmann::json::parse(line);
      if (json.at("t") == "end") return json.value("stdout", "");
    }
    ADD_FAILURE() << answer.out << answer.err;
    return "";
  }

  Folder results_;
  fs::path verdicts_ = results_.path() / "v.json";
};

TEST_F(KitBox, GivesTheVerdictsThatAreGivenWithoutIt) {
  const Answer in = check(utf8(kSolutions));
  EXPECT_EQ(in.status, 0) << in.out << in.err;
  EXPECT_THAT(in.out, Not(Says("report_no_sandbox")));
  nlohmann::json boxed = Verdicts(verdicts_).whole;
  EXPECT_EQ(boxed["sandbox"], "bubblewrap");

  const Answer without = check(utf8(kSolutions), {"--no-box"});
  EXPECT_THAT(without.out, Says("report_no_sandbox"));
  const nlohmann::json open = Verdicts(verdicts_).whole;
  EXPECT_EQ(open["sandbox"], "none");
  boxed["sandbox"] = "none";
  EXPECT_EQ(boxed, open);
}

// Tries the paths by which Wine reaches the system's files.
TEST_F(KitBox, ShowsNoFilesOfTheMachines) {
  const std::string source = fmt::format(R"(
#include <windows.h>
#include <stdio.h>
#include <string>

int main() {{
  for (const std::string file : {{"/etc/passwd", "/root", "/home", "/var/lib/dpkg/status", "{}"}})
    for (const std::string place : {{"Z:", "\\\\?\\unix", "C:\\..\\..\\..\\.."}}) {{
      std::string path = place + file;
      for (char& c : path)
        if (c == '/') c = '\\';
      if (GetFileAttributesA(path.c_str()) != INVALID_FILE_ATTRIBUTES) printf("found %s\n", path.c_str());
    }}
  puts(GetFileAttributesA("\\\\?\\unix\\usr") != INVALID_FILE_ATTRIBUTES ? "looked" : "did not look");
  return 0;
}}
)",
                                         (kRoot / "README.md").string());
  EXPECT_EQ(printed_by(source), "looked\r\n");
}

// A computing thread is distinguished from a waiting one by its processor time.
TEST_F(KitBox, SeesAThreadThatSpins) {
  const HandIn folder;
  folder.add(programs_of("05") / "wrong" / "spins_in_a_thread" / "AdderManager.cpp");
  const Answer answer = check(folder.path());
  EXPECT_EQ(Verdicts(verdicts_).outcome("AdderManager.WaitsForBothWorkers"), "failed") << answer.out << answer.err;
}

TEST_F(KitBox, ReachesNoNetworkAndNoOtherProcess) {
  const std::string source = R"(
#include <winsock2.h>
#include <windows.h>
#include <tlhelp32.h>
#include <stdio.h>
#include <wchar.h>
#pragma comment(lib, "ws2_32")

int main() {
  WSADATA data;
  WSAStartup(MAKEWORD(2, 2), &data);
  SOCKET s = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in to = {};
  to.sin_family = AF_INET;
  to.sin_port = htons(80);
  to.sin_addr.s_addr = inet_addr("1.1.1.1");
  const int connected = connect(s, (sockaddr*)&to, sizeof to);
  printf("connect %d error %d\n", connected, WSAGetLastError());
  int stages = 0;
  HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
  PROCESSENTRY32W entry;
  entry.dwSize = sizeof entry;
  for (BOOL more = Process32FirstW(all, &entry); more; more = Process32NextW(all, &entry))
    if (!_wcsicmp(entry.szExeFile, L"stage.exe")) ++stages;
  printf("stages %d\n", stages);
  return 0;
}
)";
  EXPECT_EQ(printed_by(source), "connect -1 error 10051\r\nstages 1\r\n");
}

// Each hostile program gets the result in its first line, and none of them changes a byte of the next submission's result. PartAdder, which
// runs at the same time, keeps its points, unless the program changes the registry that both share.
TEST_F(KitBox, KeepsWhatHostileProgramsDoToThemselves) {
  check(utf8(kSolutions));
  const std::string undisturbed = text_of(verdicts_);
  for (const std::string name : {"forges_recordings", "ends_stage", "poisons_registry"}) {
    const HandIn folder;
    for (const auto& source : fs::directory_iterator(kSolutions)) folder.add(source.path());
    folder.add(kHostile / name / "AdderManager.cpp");
    const std::string first = text_of(kHostile / name / "AdderManager.cpp");
    const std::string mark = "// hostile, expected ";
    ASSERT_EQ(first.substr(0, mark.size()), mark) << name;
    const Answer answer = check(folder.path());
    const Verdicts verdicts(verdicts_);
    EXPECT_EQ(verdicts.outcome("AdderManager.StartsBothWorkers"), first.substr(mark.size(), first.find(':') - mark.size())) << name << "\n"
                                                                                                                            << answer.out;
    EXPECT_EQ(verdicts.points_of("AdderManager"), 0) << name;
    if (name != "poisons_registry") EXPECT_EQ(verdicts.points_of("PartAdder"), 5) << name;
    EXPECT_EQ(verdicts.checks.size(), kChecksOfLab05) << name;
  }
  check(utf8(kSolutions));
  EXPECT_EQ(text_of(verdicts_), undisturbed);
}

// PartAdder computes for as long as the hostile program needs to find its runs and terminate them: each stage carries out two runs at a
// time.
TEST_F(KitBox, PlaysAgainWhatAHostileProgramEnded) {
  const HandIn folder;
  folder.add(kHostile / "ends_stage" / "AdderManager.cpp");
  folder.add("PartAdder.cpp", text_of(kSolutions / "PartAdder.cpp") +
                                  "static int compute() { volatile int n = 0; while (n < 300000000) n = n + 1; return n; }\n"
                                  "static const int computed = compute();\n");
  const Answer answer = check(folder.path(), {"--jobs", std::to_string(2 * std::max(1u, std::thread::hardware_concurrency()))});
  const Verdicts verdicts(verdicts_);
  EXPECT_EQ(verdicts.points_of("PartAdder"), 5) << answer.out;
  EXPECT_EQ(verdicts.outcome("AdderManager.StartsBothWorkers"), "not_gradable") << answer.out;
}

// Tries all the ways in which a source can name a file; the file exists, outside the hand-in.
TEST_F(KitBox, ShowsTheCompilerNoOtherFiles) {
  const Folder outside;
  const std::string secret = utf8(outside.write("secret.h", ".ascii \"the secret\"\n"));
  for (const std::string& line :
       {R"(asm(".incbin \")" + secret + R"(\"");)", R"(asm(".include \")" + secret + R"(\"");)", "#include \"" + secret + "\"",
        "#if __has_include(\"" + secret + "\")\n#error it is there\n#else\n#error no file\n#endif"}) {
    const HandIn folder;
    folder.add("AdderManager.cpp", line + "\nint main() { return 0; }\n");
    const Answer answer = check(folder.path());
    EXPECT_EQ(Verdicts(verdicts_).outcome("AdderManager.StartsBothWorkers"), "not_built") << line;
    EXPECT_THAT(answer.out, testing::ContainsRegex("not found|can't open|such file|no file")) << line;
    EXPECT_THAT(answer.out, Not(testing::AnyOf(HasSubstr("the secret"), HasSubstr("it is there")))) << line;
  }
}

TEST(KitBoxMissing, IsSaidWithTheNextThingToTry) {
  const Folder empty;
  const Answer answer = lab_as_typed({"check", "05", "--from", utf8(kSolutions)}, {{"PATH", utf8(empty.path())}});
  EXPECT_EQ(answer.status, 2);
  EXPECT_EQ(answer.out, "");
  EXPECT_THAT(answer.err, AllOf(Says("sandbox_missing"), HasSubstr("apt-get install bubblewrap"), HasSubstr("--no-box")));
}

}  // namespace
}  // namespace lab::tests
#endif
