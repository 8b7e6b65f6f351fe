// Tests processes that only POSIX has: their signals, and what they have started.
#include <gmock/gmock.h>
#include <signal.h>

#include "compile/process.h"
#include "tests/folder.h"

namespace lab::compile {
namespace {

Command shell(const std::string& script) {
  Command command;
  command.argv = {"/bin/sh", "-c", script};
  return command;
}

TEST(Process, GivesItsInputAndThenTheEndOfIt) {
  Command command = shell("cat; echo done");
  command.input = std::string(300'000, 'x');
  EXPECT_EQ(run(command).out, command.input + "done\n");
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

TEST(Process, TellsASignalAsAShellDoes) { EXPECT_EQ(run(shell("kill -SEGV $$")).exit_status, 128 + SIGSEGV); }

}  // namespace
}  // namespace lab::compile
