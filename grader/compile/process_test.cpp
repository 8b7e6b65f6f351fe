// Tests native processes: their output, their exit, and what happens if they do not exit.
#include "compile/process.h"

#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <utility>

#include "tests/folder.h"

namespace lab::compile {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Runs a script in the system's own shell.
#ifdef _WIN32
Command shell(const char*, const char* windows) {
  Command command;
  command.argv = {"cmd.exe", "/d", "/c", windows};
  return command;
}
#else
Command shell(const char* posix, const char*) {
  Command command;
  command.argv = {"/bin/sh", "-c", posix};
  return command;
}
#endif

// The text without the carriage returns of Windows.
std::string plain(std::string text) {
  std::erase(text, '\r');
  return text;
}

TEST(Process, CollectsBothStreamsAndTheExitStatus) {
  const Finished finished = run(shell("echo out; echo err >&2; exit 3", "echo out&echo err>&2&exit 3"));
  EXPECT_EQ(plain(finished.out), "out\n");
  EXPECT_EQ(plain(finished.err), "err\n");
  EXPECT_EQ(finished.exit_status, 3);
  EXPECT_FALSE(finished.timed_out);
}

TEST(Process, SurvivesAProgramThatReadsNoInput) {
  Command command = shell("exec true", "exit 0");
  command.input = std::string(300'000, 'x');
  EXPECT_EQ(run(command).exit_status, 0);
}

TEST(Process, TellsLinesWithoutTheirEnds) {
  Command command = shell("printf 'one\\ntwo\\r\\n\\nlast'", "echo one&echo two&echo.&echo last");
  std::vector<std::string> lines;
  command.on_line = [&](std::string_view line) { lines.emplace_back(line); };
  const Finished finished = run(command);
  EXPECT_THAT(lines, ElementsAre("one", "two", "", "last"));
  EXPECT_EQ(finished.out, "");
}

TEST(Process, StopsAndPassesOnWhatALineThrows) {
  Command command = shell("while :; do echo again; done", "for /l %i in (0,0,1) do @echo again");
  command.on_line = [](std::string_view) { throw std::logic_error("enough"); };
  EXPECT_THROW(run(command), std::logic_error);
}

TEST(Process, AsksForItsInputOnceItRuns) {
  const tests::Folder folder;
  Command command = shell("touch running; cat", "echo >running&set /p line=&call echo %line%");
  command.folder = folder.path();
  command.limit = std::chrono::minutes(1);
  command.late_input = [&] {
    while (!std::filesystem::exists(folder.path() / "running")) {
    }
    return std::string("late\n");
  };
  EXPECT_EQ(plain(run(command).out), "late\n");
}

TEST(Process, RunsInItsFolderWithItsVariables) {
  const tests::Folder folder;
  Command command = shell("echo $LAB_TEST_VARIABLE $HOME >here", "echo %LAB_TEST_VARIABLE% %HOME%>here");
  command.folder = folder.path();
  command.environment = {{"LAB_TEST_VARIABLE", "hello"}, {"HOME", "/nowhere"}};
  EXPECT_EQ(run(command).exit_status, 0);
  std::ifstream in(folder.path() / "here");
  std::string line;
  std::getline(in, line);
  EXPECT_EQ(line, "hello /nowhere");
}

TEST(Process, EndsAtItsLimit) {
  Command command = shell("while :; do :; done", "for /l %i in (0,0,1) do @rem");
  command.limit = std::chrono::milliseconds(300);
  EXPECT_TRUE(run(command).timed_out);
}

TEST(Process, EndsWhenTheGraderIsAskedToExitAndStartsNothingAfterwards) {
  const tests::Folder folder;
  Command command = shell("while :; do echo again; done", "for /l %i in (0,0,1) do @echo again");
  bool asked = false;
  command.on_line = [&](std::string_view) {
    if (!std::exchange(asked, true)) std::thread([] { EXPECT_TRUE(interrupt(SIGTERM)); }).join();
  };
  try {
    run(command);
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Interrupted& interrupted) {
    EXPECT_EQ(interrupted.signal, SIGTERM);
  }
  Command later = shell("touch later", "echo >later");
  later.folder = folder.path();
  EXPECT_THROW(run(later), Interrupted);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "later"));
  EXPECT_FALSE(interrupt(0)) << "a run is still in progress";
  EXPECT_EQ(run(later).exit_status, 0);
}

TEST(Process, KeepsOneMebibyteOfAStream) {
  const std::string windows = "for /l %i in (1,1,1000) do @echo " + std::string(3000, '0');
  EXPECT_EQ(run(shell("head -c 3000000 /dev/zero", windows.c_str())).out.size(), std::size_t{1} << 20);
}

#ifdef _WIN32
// On POSIX, process_posix_test.cpp asks for the process's state. Windows deletes no folder that is a process's current one.
TEST(Process, EndsAtItsLimitWithEverythingItStarted) {
  const tests::Folder folder;
  const std::filesystem::path going = folder.write("going", ""), current = folder.path() / "current";
  folder.write("loop.cmd", "@echo off\r\n:again\r\nif exist ..\\going goto again\r\n");
  std::filesystem::create_directory(current);
  Command command = shell("", "start /b cmd /d /c ..\\loop.cmd & ..\\loop.cmd");
  command.folder = current;
  command.limit = std::chrono::seconds(3);
  EXPECT_TRUE(run(command).timed_out);
  const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  std::error_code error;  // until the process that it started has ended
  while (!std::filesystem::remove(current, error) && std::chrono::steady_clock::now() < until) std::this_thread::yield();
  EXPECT_FALSE(error) << error.message();
  std::filesystem::remove(going);
}
#endif

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
