// Shows the progress of long tasks: a bar on a terminal, an occasional line of text in a pipe.
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

// Writes to stderr; writes nothing for work that finishes within two seconds. It redraws itself even while nothing is reported. During its
// lifetime nothing else may be written to the terminal, except after clear().
class ProgressLine {
 public:
  explicit ProgressLine(text::Language language);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // Starts a task: "lab 05: compiling". `all` 0: the amount of work is unknown.
  void begin(const std::string& what, std::size_t all = 0);
  // Reports progress; `last` names the part that was completed last, "" for none.
  void show(std::size_t done, std::size_t all, const std::string& last = "");
  // Removes the line from the terminal; the next begin() may draw a new one.
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
  bool shown_ = false;  // there is work to report
  loop::Work work_;
  Clock::time_point began_;
  std::string drawn_;
  std::thread thread_;
};

}  // namespace lab::cli
