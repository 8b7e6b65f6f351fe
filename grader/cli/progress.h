// How far long work has come: a bar on a terminal, a plain line now and then in a pipe.
#pragma once

#include <chrono>
#include <string>

#include "text/text.h"

namespace lab::cli {

// Writes to stderr, and nothing for work that is done within two seconds.
class ProgressLine {
 public:
  explicit ProgressLine(text::Language language);
  void show(std::size_t done, std::size_t all);
  void clear();

 private:
  text::Language language_;
  bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace lab::cli
