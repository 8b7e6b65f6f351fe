// Tests native processes: their output, their exit, and what happens if they do not exit. Linux programs only.
#include "compile/process.h"

#include <gmock/gmock.h>
#include <signal.h>

#include <chrono>
#include <stdexcept>

#include "tests/folder.h"

namespace lab::compile {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Command shell(const std::string& script) {
  Command command;
  command.argv = {"/bin/sh", "-c", script};
  return command;
}

TEST(Process, CollectsBothStreamsAndTheExitStatus) {
  const Finished finished = run(shell("echo out; echo err >&2; exit 3"));
  EXPECT_EQ(finished.out, "out\n");
  EXPECT_EQ(finished.err, "err\n");
  EXPECT_EQ(finished.exit_status, 3);
  EXPECT_FALSE(finished.timed_out);
}

TEST(Process, GivesItsInputAndThenTheEndOfIt) {
  Command command = shell("cat; echo done");
  command.input = std::string(300'000, 'x');
  EXPECT_EQ(run(command).out, command.input + "done\n");
}

TEST(Process, SurvivesAProgramThatReadsNoInput) {
  Command command = shell("exec true");
  command.input = std::string(300'000, 'x');
  EXPECT_EQ(run(command).exit_status, 0);
}

TEST(Process, TellsLinesWithoutTheirEnds) {
  Command command = shell("printf 'one\\ntwo\\r\\n\\nlast'");
  std::vector<std::string> lines;
  command.on_line = [&](std::string_view line) { lines.emplace_back(line); };
  const Finished finished = run(command);
  EXPECT_THAT(lines, ElementsAre("one", "two", "", "last"));
  EXPECT_EQ(finished.out, "");
}

TEST(Process, StopsAndPassesOnWhatALineThrows) {
  Command command = shell("while :; do echo again; done");
  command.on_line = [](std::string_view) { throw std::logic_error("enough"); };
  EXPECT_THROW(run(command), std::logic_error);
}

TEST(Process, EndsWithEverythingItStartedWhenTheGraderIsToEnd) {
  const tests::Folder folder;
  Command command = shell("sleep 1000 & echo $! > child; kill -INT $PPID; wait");
  command.folder = folder.path();
  try {
    run(command);
    FAIL() << "nothing was thrown";
  } catch (const Interrupted& interrupted) {
    EXPECT_EQ(interrupted.signal, SIGINT);
  }
  const Finished state = run(shell("cut -d' ' -f3 /proc/$(cat '" + (folder.path() / "child").string() + "')/stat"));
  EXPECT_THAT(state.out, testing::AnyOf("", "Z\n"));
}

TEST(Process, AsksForItsInputOnceItRuns) {
  const tests::Folder folder;
  Command command = shell("touch running; cat");
  command.folder = folder.path();
  command.limit = std::chrono::minutes(1);
  command.late_input = [&] {
    while (!std::filesystem::exists(folder.path() / "running")) {
    }
    return std::string("late");
  };
  EXPECT_EQ(run(command).out, "late");
}

TEST(Process, RunsInItsFolderWithItsVariables) {
  const tests::Folder folder;
  Command command = shell("pwd; echo $LAB_TEST_VARIABLE $HOME");
  command.folder = folder.path();
  command.environment = {{"LAB_TEST_VARIABLE", "hello"}, {"HOME", "/nowhere"}};
  EXPECT_EQ(run(command).out, std::filesystem::canonical(folder.path()).string() + "\nhello /nowhere\n");
}

TEST(Process, EndsAtItsLimitWithEverythingItStarted) {
  const tests::Folder folder;
  Command command = shell("sleep 1000 & echo $!; wait");
  command.limit = std::chrono::milliseconds(300);
  const Finished finished = run(command);
  EXPECT_TRUE(finished.timed_out);
  const int grandchild = std::stoi(finished.out);
  const Finished state = run(shell("cut -d' ' -f3 /proc/" + std::to_string(grandchild) + "/stat"));
  EXPECT_THAT(state.out, testing::AnyOf("", "Z\n"));
}

TEST(Process, KeepsOneMebibyteOfAStream) { EXPECT_EQ(run(shell("head -c 3000000 /dev/zero")).out.size(), std::size_t{1} << 20); }

TEST(Process, TellsASignalAsAShellDoes) { EXPECT_EQ(run(shell("kill -SEGV $$")).exit_status, 128 + SIGSEGV); }

TEST(Process, NamesTheProgramThatCannotBeStarted) {
  Command command;
  command.argv = {"/no/such/program"};
  try {
    run(command);
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("/no/such/program"));
    EXPECT_THAT(error.what(), HasSubstr("no such file"));
  }
}

}  // namespace
}  // namespace lab::compile
