// The grader, running in a terminal or connected to a pipe: tests send it keystrokes and signals, and read its output. POSIX only.
#pragma once

#include <gmock/gmock.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace lab::tests {

class Running {
 public:
  // `program`: the program to start instead of this kit's grader.
  Running(const std::vector<std::string>& arguments, const std::map<std::string, std::string>& environment, bool terminal,
          const std::string& program = LAB_GRADER) {
    int ends[2] = {-1, -1};
    if (!terminal && pipe(ends) != 0) return;
    winsize size{50, 100, 0, 0};
    pid_ = terminal ? forkpty(&from_, nullptr, nullptr, &size) : fork();
    if (pid_ == 0) {
      if (!terminal) {
        dup2(ends[1], 1);
        dup2(ends[1], 2);
        close(ends[0]);
        close(ends[1]);
        freopen("/dev/null", "r", stdin);
      }
      for (const auto& [name, value] : environment) setenv(name.c_str(), value.c_str(), 1);
      std::vector<char*> words{const_cast<char*>(program.c_str())};
      for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
      words.push_back(nullptr);
      execv(program.c_str(), words.data());
      _exit(127);
    }
    if (!terminal) {
      close(ends[1]);
      from_ = ends[0];
    }
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      waitpid(pid_, nullptr, 0);
    }
    if (from_ >= 0) close(from_);
  }

  // Reads until `text` appears after the text that was last waited for. If it does not appear, the test fails and prints all output.
  bool shows(const std::string& text) {
    for (std::size_t found; (found = all_.find(text, seen_)) == std::string::npos;)
      if (!read_more()) {
        int status = 0;
        const bool ended = waitpid(pid_, &status, WNOHANG) == pid_;
        if (ended) pid_ = -1;
        ADD_FAILURE() << "\"" << text << "\" never came. " << (ended ? "It ended with " + std::to_string(status) : "It goes on")
                      << ". What came:\n"
                      << all_;
        return false;
      }
    seen_ = all_.find(text, seen_) + text.size();
    return true;
  }

  void type(const std::string& keys) { EXPECT_EQ(write(from_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size())); }
  void send(int signal) { ::kill(pid_, signal); }

  // Reads the remaining output. Returns the exit status, or 128 + the signal that terminated it.
  int end() {
    while (read_more()) {
    }
    int status = 0;
    if (waitpid(pid_, &status, 0) != pid_) return -1;
    pid_ = -1;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

  const std::string& all() const { return all_; }

  // The processes that it has started and that still exist.
  std::vector<int> children() const {
    std::vector<int> all;
    std::error_code error;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/" + std::to_string(pid_) + "/task", error)) {
      std::ifstream in(thread.path() / "children");
      all.insert(all.end(), std::istream_iterator<int>(in), {});
    }
    return all;
  }

 private:
  bool read_more() {
    constexpr int kPatienceMs = 300'000;  // for a machine that is busy with ten other tasks
    pollfd ready{from_, POLLIN, 0};
    if (poll(&ready, 1, kPatienceMs) <= 0) return false;
    char part[4096];
    const ssize_t size = read(from_, part, sizeof part);  // a terminal whose other side has been closed reports an error
    if (size <= 0) return false;
    all_.append(part, static_cast<std::size_t>(size));
    return true;
  }

  pid_t pid_ = -1;
  int from_ = -1;
  std::string all_;
  std::size_t seen_ = 0;
};

}  // namespace lab::tests
