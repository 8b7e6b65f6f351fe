// The progress line.
#include "cli/progress.h"

#include <fmt/core.h>

#include <cstdio>

#include "cli/host.h"

namespace lab::cli {
namespace {

using std::chrono::steady_clock;
constexpr auto kPatience = std::chrono::seconds(2);
constexpr auto kBetweenDrawings = std::chrono::milliseconds(100);
constexpr auto kBetweenLines = std::chrono::seconds(10);
constexpr std::size_t kBar = 30;

}  // namespace

ProgressLine::ProgressLine(text::Language language)
    : language_(language), terminal_(is_terminal(2)), next_(steady_clock::now() + kPatience) {}

void ProgressLine::show(std::size_t done, std::size_t all) {
  if (steady_clock::now() < next_ || all == 0) return;
  next_ = steady_clock::now() + (terminal_ ? std::chrono::duration_cast<steady_clock::duration>(kBetweenDrawings) : kBetweenLines);
  const std::string words = text::sentence(language_, "progress_runs", {{"done", done}, {"all", all}});
  if (terminal_) {
    const std::size_t full = kBar * done / all;
    fmt::print(stderr, "\r[{}{}] {}", std::string(full, '#'), std::string(kBar - full, '.'), words);
    drawn_ = true;
  } else {
    fmt::print(stderr, "{}\n", words);
  }
  std::fflush(stderr);
}

void ProgressLine::clear() {
  if (drawn_) fmt::print(stderr, "\r\x1b[K");
  drawn_ = false;
}

}  // namespace lab::cli
