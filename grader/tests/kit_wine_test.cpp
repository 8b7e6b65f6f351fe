// Tests grader/compile/wine, the kit's Wine launcher: a program pinned to one processor, together with its Wine server.
#ifndef _WIN32
#include <cstdlib>

#include "cli/host.h"
#include "tests/kit_command.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;
using testing::Each;
using testing::HasSubstr;

compile::Finished run_on(const std::string& processor) {
  compile::Command command;
  command.argv = {utf8(kRoot / "grader" / "compile" / "wine"), "--on", processor, "cmd.exe", "/c", "exit 7"};
  command.limit = std::chrono::minutes(3);
  return compile::run(command);
}

// The processors on which each process of a Wine prefix may run, in the format of /proc: "0-3".
std::vector<std::string> processors_of(const std::string& prefix) {
  std::vector<std::string> found;
  for (const auto& process : fs::directory_iterator("/proc")) {
    const std::string environment = text_of(process.path() / "environ");
    if (environment.find("WINEPREFIX=" + prefix + std::string(1, '\0')) == std::string::npos) continue;
    const std::string status = text_of(process.path() / "status"), key = "\nCpus_allowed_list:\t";
    const std::size_t at = status.find(key);
    if (at != std::string::npos) found.push_back(status.substr(at + key.size(), status.find('\n', at + 1) - at - key.size()));
  }
  return found;
}

fs::path prefix() {
  const char* named = std::getenv("LAB_WINEPREFIX");
  return named ? fs::path(named) : kRoot / "build" / "wine";
}

TEST(KitWine, KeepsAProgramAndItsServerOnOneProcessor) {
  const std::vector<int> processors = cli::processors_of_their_own();
  ASSERT_FALSE(processors.empty());
  const std::string processor = std::to_string(processors.back());
  const compile::Finished ended = run_on(processor);
  EXPECT_EQ(ended.exit_status, 7) << ended.err;
  const std::vector<std::string> on = processors_of(utf8(prefix()) + ".on" + processor);
  EXPECT_FALSE(on.empty()) << "its server stays for some minutes";
  EXPECT_THAT(on, Each(processor));
}

// A sandbox gets a copy of the prefix, in memory.
TEST(KitWine, LinksToWinesOwnLibraries) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(prefix() / "drive_c"))
    if (!entry.is_symlink() && entry.is_regular_file()) bytes += entry.file_size();
  EXPECT_GT(bytes, 0u);
  EXPECT_LT(bytes, 100u << 20);
}

TEST(KitWine, StartsNothingOnAProcessorThatIsNotThere) {
  const compile::Finished ended = run_on("1000000");
  EXPECT_EQ(ended.exit_status, 2);
  EXPECT_THAT(ended.err, HasSubstr("1000000"));
}

// Programs with another TMPDIR use the same server, and nothing of it stays in theirs.
TEST(KitWine, KeepsNothingInTheCallersTemporaryFolder) {
  const Folder folder, temporary;
  const fs::path prefix = folder.path() / "wine";
  const auto run_in = [&](std::vector<std::string> argv, const std::map<std::string, std::string>& more = {}) {
    compile::Command command;
    command.argv = std::move(argv);
    command.environment = {{"LAB_WINEPREFIX", utf8(prefix)}, {"WINEPREFIX", utf8(prefix)}};
    command.environment.insert(more.begin(), more.end());
    command.limit = std::chrono::minutes(3);
    return compile::run(command);
  };
  ASSERT_EQ(run_in({"cp", "-a", utf8(kRoot / "build" / "wine"), utf8(prefix)}).exit_status, 0);
  fs::remove(prefix / "wineserver");
  const compile::Finished ended =
      run_in({utf8(kRoot / "grader" / "compile" / "wine"), "cmd.exe", "/c", "exit 7"}, {{"TMPDIR", utf8(temporary.path())}});
  EXPECT_EQ(ended.exit_status, 7) << ended.err;
  EXPECT_TRUE(fs::is_empty(temporary.path())) << utf8(fs::directory_iterator(temporary.path())->path());
  for (const char* server : {"/usr/lib/wine/wineserver64", "/usr/lib/x86_64-linux-gnu/wine/wineserver"})
    if (fs::exists(server)) run_in({server, "-k"});
}

TEST(KitWine, SaysInBothLanguagesWhereNoPrefixCanBe) {
  const auto refused = [](const std::string& language) {
    compile::Command command;
    command.argv = {utf8(kRoot / "grader" / "compile" / "wine"), "--prepare"};
    command.environment = {{"LAB_WINEPREFIX", "/proc/none/wine"}, {"LAB_LANG", language}};
    const compile::Finished ended = compile::run(command);
    EXPECT_EQ(ended.exit_status, 2);
    return ended.err;
  };
  EXPECT_THAT(refused("en"), HasSubstr("cannot write to /proc/none"));
  EXPECT_THAT(refused("ko"), HasSubstr("/proc/none에 쓸 수 없습니다"));
}

}  // namespace
}  // namespace lab::tests
#endif
