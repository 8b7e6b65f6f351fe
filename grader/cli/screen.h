// What `lab watch` writes: lines that stay, and on a terminal one line at the bottom that changes.
#pragma once

#include <string>

namespace lab::cli {

class Screen {
 public:
  // `terminal`: somebody sees it; else there is no line at the bottom.
  explicit Screen(bool terminal) : terminal_(terminal) {}
  ~Screen() { bottom(""); }
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  // Text that stays, above the line at the bottom. Whole lines.
  void print(const std::string& text);
  // The line at the bottom, at most as wide as the terminal; "" for none.
  void bottom(const std::string& line);

  bool is_terminal() const { return terminal_; }
  // Nobody reads this any more.
  bool is_gone() const { return gone_; }

 private:
  const bool terminal_;
  bool gone_ = false;
  std::string bottom_;
};

}  // namespace lab::cli
