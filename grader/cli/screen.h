// The output of `lab watch`: permanent lines and, on a terminal, a status line at the bottom.
#pragma once

#include <string>

namespace lab::cli {

class Screen {
 public:
  // `terminal`: the output is a terminal; otherwise there is no status line.
  explicit Screen(bool terminal) : terminal_(terminal) {}
  ~Screen() { bottom(""); }
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  // Prints permanent text, in whole lines, above the status line.
  void print(const std::string& text);
  // Sets the status line, which is at most as wide as the terminal; "" removes it.
  void bottom(const std::string& line);

  bool is_terminal() const { return terminal_; }
  // The output was closed by its reader.
  bool is_gone() const { return gone_; }

 private:
  const bool terminal_;
  bool gone_ = false;
  std::string bottom_;
};

}  // namespace lab::cli
