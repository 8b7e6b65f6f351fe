// Finishes the rows of a comparison.
#include "replay/rows.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace lab::replay {
namespace {

using trace::Api;
using trace::Call;
using trace::Run;
using Mark = Row::Mark;

bool is_same_object(const trace::Object& a, const trace::Object& b) {
  return a.kind == b.kind && a.program == b.program && a.handle == b.handle && a.slot == b.slot;
}

bool is_identical(const Call& a, const Call& b) {
  const auto values = [](const Call& call) {
    return std::tuple(call.api, call.program, call.thread, call.end.has_value(), call.result, call.error, call.timeout_ms, call.value,
                      call.started, call.slot, call.flags, call.faulted);
  };
  return values(a) == values(b) && a.text == b.text && std::equal(a.on.begin(), a.on.end(), b.on.begin(), b.on.end(), is_same_object);
}

// Whether `later` continues the repetition that ends with `row`.
bool repeats(const Row& row, const Row& later, const Run& run) {
  if (!row.own || !later.own || row.correct || !is_identical(run.calls[*row.own], run.calls[*later.own])) return false;
  return row.mark == later.mark || row.mark == Mark::kNotCompared;
}

bool can_wait(const Call& call) { return is_wait(call.api) || call.api == Api::kReadFile || call.api == Api::kCreateProcess; }

bool matters(const Call& a, const Call& b) { return (can_wait(a) || can_wait(b)) && !(is_wait(a.api) && is_wait(b.api)); }

bool has_an_order(const Call& call) {
  const bool closes_object = call.api == Api::kCloseHandle && (call.on.empty() || call.on[0].slot < 0);
  return !closes_object && !reads_exit_code(call.api);
}

// Indexes of a longest increasing subsequence; of several, the one that begins first.
std::vector<bool> increasing(const std::vector<std::size_t>& numbers) {
  std::vector<std::size_t> longest(numbers.size());  // of those that begin at each index
  std::vector<std::size_t> tops;                     // by length: the largest number that one begins with
  for (std::size_t i = numbers.size(); i-- > 0;) {
    const auto shorter = std::partition_point(tops.begin(), tops.end(), [&](std::size_t top) { return top > numbers[i]; });
    longest[i] = static_cast<std::size_t>(shorter - tops.begin()) + 1;
    if (shorter == tops.end())
      tops.push_back(numbers[i]);
    else
      *shorter = std::max(*shorter, numbers[i]);
  }
  std::vector<bool> kept(numbers.size());
  std::size_t needed = tops.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < numbers.size() && needed > 0; ++i) {
    if (longest[i] != needed || (needed < tops.size() && numbers[i] <= last)) continue;
    kept[i] = true;
    last = numbers[i];
    --needed;
  }
  return kept;
}

}  // namespace

void join_repetitions(std::vector<Row>& rows, const Run& run) {
  std::vector<Row> joined;
  for (const Row& row : rows) {
    if (joined.empty() || !repeats(joined.back(), row, run)) {
      joined.push_back(row);
      continue;
    }
    Row& before = joined.back();
    before.correct = row.correct;
    before.mark = row.mark;
    ++before.times;
  }
  rows = std::move(joined);
}

void mark_moved(std::vector<Row>& rows, const Run& run, const Run& correct) {
  std::map<std::pair<int, int>, std::vector<std::size_t>> threads;  // by program and thread: indexes of rows
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].own || !rows[i].correct) continue;
    const Call& call = run.calls[*rows[i].own];
    if (has_an_order(call) && correct.calls[*rows[i].correct].thread == call.thread) threads[{call.program, call.thread}].push_back(i);
  }
  for (const auto& [thread, indexes] : threads) {
    std::vector<std::size_t> numbers;
    for (const std::size_t i : indexes) numbers.push_back(*rows[i].correct);
    const std::vector<bool> kept = increasing(numbers);
    for (std::size_t i = 0; i < indexes.size(); ++i) {
      Row& row = rows[indexes[i]];
      for (std::size_t k = 0; k < indexes.size() && !kept[i] && row.mark == Mark::kSame; ++k) {
        if (!kept[k] || !matters(run.calls[*row.own], run.calls[*rows[indexes[k]].own])) continue;
        if (k < i && numbers[k] > numbers[i]) row.mark = Mark::kEarlier;
        if (k > i && numbers[k] < numbers[i]) row.mark = Mark::kLater;
      }
    }
  }
}

}  // namespace lab::replay
