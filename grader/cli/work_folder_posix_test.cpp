// Tests that creating a work folder removes those left behind by killed processes, and no others.
#include "cli/work_folder.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

// Another process creates a work folder, writes into it, and then does `in_it`. Returns the folder's path.
template <class Act>
fs::path made_by_another(pid_t* process, Act in_it) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  *process = fork();
  if (*process == 0) {
    close(ends[0]);
    WorkFolder folder;
    std::ofstream(folder.path() / "something") << "x";
    const std::string path = folder.path().string();
    if (write(ends[1], path.data(), path.size()) < 0) _exit(1);
    close(ends[1]);
    in_it();
    _exit(0);
  }
  close(ends[1]);
  char path[256] = {};
  const ssize_t size = read(ends[0], path, sizeof path);
  close(ends[0]);
  return size > 0 ? fs::path(std::string(path, static_cast<std::size_t>(size))) : fs::path();
}

TEST(WorkFolder, OfAKilledProcessIsGoneWithTheNextOne) {
  pid_t process = 0;
  const fs::path left = made_by_another(&process, [] { pause(); });
  ASSERT_TRUE(fs::exists(left / "something"));
  {
    const WorkFolder meanwhile;
    EXPECT_TRUE(fs::exists(left / "something")) << "its process still runs";
  }
  kill(process, SIGKILL);
  waitpid(process, nullptr, 0);
  EXPECT_TRUE(fs::exists(left));
  const WorkFolder next;
  EXPECT_FALSE(fs::exists(left));
}

TEST(WorkFolder, FoldersOfThatNameThatAreNoneStay) {
  const fs::path report = fs::path("/tmp") / ("lab-report-" + std::to_string(getpid()));
  fs::create_directory(report);
  std::ofstream(report / "report.txt") << "x";
  {
    const WorkFolder folder;
    EXPECT_TRUE(fs::exists(report / "report.txt"));
  }
  fs::remove_all(report);
}

}  // namespace
}  // namespace lab::cli
