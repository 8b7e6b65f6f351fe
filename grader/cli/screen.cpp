// Writes to stdout, one complete change at a time, to avoid flicker.
#include "cli/screen.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "cli/host.h"
#include "report/columns.h"

namespace lab::cli {
namespace {

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

}  // namespace

void Screen::print(const std::string& text) {
  const std::string line = std::exchange(bottom_, "");
  fmt::print("{}{}", line.empty() ? "" : "\r" + blanks(report::columns(line)) + "\r", text);
  if (!line.empty()) fmt::print("{}", line);
  bottom_ = line;
  if (std::fflush(stdout) != 0) gone_ = true;
}

void Screen::bottom(const std::string& line) {
  if (!terminal_) return;
  const std::string cut = report::clipped(line, terminal_columns() - 1);
  if (cut == bottom_) return;
  const int rest = report::columns(bottom_) - report::columns(cut);
  fmt::print("\r{}{}{}", cut, blanks(rest), cut.empty() ? "\r" : "");
  std::fflush(stdout);
  bottom_ = cut;
}

}  // namespace lab::cli
