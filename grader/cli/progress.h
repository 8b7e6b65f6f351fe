// How far long work has come: a bar on a terminal, a plain line now and then in a pipe.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>

#include "loop/bar.h"
#include "text/text.h"

namespace lab::cli {

// Writes to stderr, and nothing for work that is done within two seconds. It draws by itself, also while nobody reports anything; while a
// line is alive nothing else may be written to the terminal, except after clear().
class ProgressLine {
 public:
  explicit ProgressLine(text::Language language);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // What is running from now on: "lab 05: compiling". `all` 0: nobody knows how much of it there is.
  void begin(const std::string& what, std::size_t all = 0);
  // So much of it is done; `last` names the part that was done last, "" for none.
  void show(std::size_t done, std::size_t all, const std::string& last = "");
  // Takes the line off the terminal; the next begin() may draw another one.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  void draw_now_and_then();
  void draw();
  void erase();

  const text::Language language_;
  const bool terminal_;
  const Clock::time_point born_ = Clock::now();
  std::mutex mutex_;
  std::condition_variable ended_or_changed_;
  bool ended_ = false;
  bool shown_ = false;  // there is work to tell of
  loop::Work work_;
  Clock::time_point began_;
  std::string drawn_;
  std::thread thread_;
};

}  // namespace lab::cli
