// The progress line.
#include "cli/progress.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>

#include "cli/host.h"
#include "report/columns.h"

namespace lab::cli {
namespace {

using namespace std::chrono_literals;
constexpr auto kPatience = 2s;
constexpr auto kBetweenDrawings = 100ms;
constexpr auto kBetweenLines = 10s;

}  // namespace

ProgressLine::ProgressLine(text::Language language)
    : language_(language), terminal_(is_terminal(2)), thread_([this] { draw_now_and_then(); }) {}

ProgressLine::~ProgressLine() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  ended_or_changed_.notify_all();
  thread_.join();
  erase();
}

void ProgressLine::begin(const std::string& what, std::size_t all) {
  const std::lock_guard lock(mutex_);
  work_ = {what, 0, all, "", 0};
  began_ = Clock::now();
  shown_ = true;
}

void ProgressLine::show(std::size_t done, std::size_t all, const std::string& last) {
  const std::lock_guard lock(mutex_);
  work_.done = done;
  work_.all = all;
  work_.last = last;
}

void ProgressLine::clear() {
  const std::lock_guard lock(mutex_);
  shown_ = false;
  erase();
}

void ProgressLine::draw_now_and_then() {
  std::unique_lock lock(mutex_);
  auto next = born_ + kPatience;
  while (!ended_or_changed_.wait_until(lock, next, [this] { return ended_; })) {
    if (shown_) draw();
    next = Clock::now() + (terminal_ ? std::chrono::duration_cast<Clock::duration>(kBetweenDrawings) : kBetweenLines);
  }
}

void ProgressLine::draw() {
  work_.seconds = std::chrono::duration<double>(Clock::now() - began_).count();
  if (!terminal_) {
    fmt::print(stderr, "{}\n", loop::plain(work_, language_));
    std::fflush(stderr);
    return;
  }
  const std::string line = loop::bar(work_, language_, terminal_columns() - 1);
  if (line == drawn_) return;
  const int shorter = report::columns(drawn_) - report::columns(line);  // overwrite the end of a longer previous line
  fmt::print(stderr, "\r{}{}", line, std::string(static_cast<std::size_t>(std::max(shorter, 0)), ' '));
  std::fflush(stderr);
  drawn_ = line;
}

void ProgressLine::erase() {
  if (!drawn_.empty()) fmt::print(stderr, "\r{}\r", std::string(static_cast<std::size_t>(report::columns(drawn_)), ' '));
  drawn_.clear();
  std::fflush(stderr);
}

}  // namespace lab::cli
