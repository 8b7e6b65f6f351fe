// Lines up the calls of two runs.
#include "replay/beside.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "replay/actions.h"
#include "replay/compare.h"
#include "replay/lines.h"
#include "replay/pairs.h"
#include "replay/printed.h"

namespace lab::replay {
namespace {

using trace::Run;
using Mark = Row::Mark;

class Rows {
 public:
  Rows(const Run& run, const Run& correct)
      : run_(run),
        correct_(correct),
        comparison_(compare(run, correct)),
        partners_(comparison_.counterparts),
        marks_(run.calls.size()),
        compared_(run.calls.size()) {}

  Beside get() {
    for (const Difference& one : comparison_.differences) mark(one);
    for (std::size_t i = 0; i < run_.programs.size(); ++i)
      if (const auto other = same_program(run_, static_cast<int>(i), correct_)) {
        own_program_[*other] = static_cast<int>(i);
        pair_lines(static_cast<int>(i), *other);
      }
    place_missing();
    for (std::size_t i = 0; i < run_.calls.size(); ++i) {
      if (const auto before = at_begin_.find(run_.calls[i].program); before != at_begin_.end()) {
        add_missing(before->second);
        at_begin_.erase(before);
      }
      const bool is_compared = compared_[i] || partners_[i] || marks_[i] != Mark::kSame;
      rows_.push_back({i, marks_[i] == Mark::kOwnOnly ? std::nullopt : partners_[i], is_compared ? marks_[i] : Mark::kNotCompared});
      add_missing(after_[i]);
    }
    for (const auto& [program, calls] : at_begin_) add_missing(calls);
    pair_what_is_called_alike();
    return finished();
  }

 private:
  void mark(const Difference& one) {
    const bool is_missing = (one.kind == Difference::Kind::kMissing || one.kind == Difference::Kind::kNotDone) && one.correct;
    if (is_missing) missing_.push_back(*one.correct);
    if (is_missing || !one.call) return;
    Mark& mark = marks_[*one.call];
    if (one.kind == Difference::Kind::kAnswer)
      mark = Mark::kDifferent;
    else if (one.kind == Difference::Kind::kExtra)
      mark = Mark::kOwnOnly;
    else if (mark == Mark::kSame)
      mark = Mark::kThenDiffers;
  }

  void pair_lines(int program, int other) {
    const std::vector<Action> actions = actions_of(run_, program);
    for (const Action& action : actions) compared_[action.call] = action.kind != Action::Kind::kPrint;
    const Printed own = printed_by(run_, actions), right = printed_by(correct_, actions_of(correct_, other));
    std::vector<std::size_t> only_right;
    for (const LinePair& pair : paired_lines(own.lines, right.lines)) {
      if (pair.own && pair.right)
        pair_prints(own.lines[*pair.own].call, right.lines[*pair.right].call, pair.same);
      else if (pair.right)
        only_right.push_back(right.lines[*pair.right].call);
      else if (!is_greeting(run_, actions, own.lines[*pair.own].call))
        marks_[own.lines[*pair.own].call] = partners_[own.lines[*pair.own].call] ? Mark::kDifferent : Mark::kOwnOnly;
    }
    const bool says_it = says_what_failed(own.complaints, right.complaints);
    for (std::size_t i = 0; i < std::min(own.complaints_at.size(), right.complaints_at.size()); ++i)
      pair_prints(own.complaints_at[i], right.complaints_at[i], says_it);
    for (std::size_t i = own.complaints_at.size(); !says_it && i < right.complaints_at.size(); ++i)
      only_right.push_back(right.complaints_at[i]);
    for (const std::size_t call : only_right)
      if (std::find(partners_.begin(), partners_.end(), call) == partners_.end()) missing_.push_back(call);
  }

  void pair_prints(std::size_t own, std::size_t right, bool same) {
    if (!partners_[own]) partners_[own] = right;
    if (!same || marks_[own] == Mark::kOwnOnly) marks_[own] = Mark::kDifferent;
  }

  // Each missing call comes after the counterpart of the call that the correct program's thread makes before it, and before the counterpart
  // of its next one. Handles may be closed anywhere, so a CloseHandle counts only as the call before it, and a missing one comes at the
  // program's end.
  void place_missing() {
    std::sort(missing_.begin(), missing_.end());
    missing_.erase(std::unique(missing_.begin(), missing_.end()), missing_.end());
    std::map<std::size_t, std::size_t> own_of;
    for (std::size_t i = 0; i < partners_.size(); ++i)
      if (partners_[i]) own_of[*partners_[i]] = i;
    after_.resize(run_.calls.size());
    for (const std::size_t call : missing_) {
      const trace::Call& it = correct_.calls[call];
      if (const auto last = it.api == trace::Api::kCloseHandle ? last_of(own_program_[it.program]) : std::nullopt) {
        after_[*last].push_back(call);
        continue;
      }
      const auto is_near = [&](const auto& pair) {
        return correct_.calls[pair.first].program == it.program && correct_.calls[pair.first].thread == it.thread;
      };
      const auto next = std::find_if(own_of.upper_bound(call), own_of.end(), [&](const auto& pair) {
        return is_near(pair) && correct_.calls[pair.first].api != trace::Api::kCloseHandle;
      });
      const auto before = std::find_if(std::make_reverse_iterator(own_of.lower_bound(call)), own_of.rend(), [&](const auto& pair) {
        return is_near(pair) && (next == own_of.end() || pair.second < next->second);
      });
      if (before != own_of.rend())
        after_[before->second].push_back(call);
      else
        at_begin_[own_program_[it.program]].push_back(call);
    }
  }

  std::optional<std::size_t> last_of(int program) const {
    for (std::size_t i = run_.calls.size(); i-- > 0;)
      if (run_.calls[i].program == program) return i;
    return {};
  }

  void add_missing(const std::vector<std::size_t>& calls) {
    for (const std::size_t call : calls) rows_.push_back({{}, call, Mark::kCorrectOnly});
  }

  // If a program calls a function on a different object than the correct program does, both calls are in one row. What the correct
  // program does after that call stays after it.
  void pair_what_is_called_alike() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].mark != Mark::kOwnOnly) continue;
      const std::optional<std::size_t> other = alike(i);
      if (!other) continue;
      rows_[i].correct = rows_[*other].correct;
      rows_[i].mark = Mark::kDifferent;
      rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(*other));
      if (*other < i) i = move_later_ones(*other, i - 1);
    }
  }

  // Moves the missing calls between the two rows behind the second one if the correct program makes them later. Returns its new index.
  std::size_t move_later_ones(std::size_t from, std::size_t paired) {
    const std::size_t call = *rows_[paired].correct;
    const trace::Call& it = correct_.calls[call];
    const auto begin = rows_.begin() + static_cast<std::ptrdiff_t>(from), end = rows_.begin() + static_cast<std::ptrdiff_t>(paired) + 1;
    const auto moved = std::stable_partition(begin, end, [&](const Row& row) {
      if (row.mark != Mark::kCorrectOnly || *row.correct < call) return true;
      const trace::Call& other = correct_.calls[*row.correct];
      return other.program != it.program || other.thread != it.thread;
    });
    return static_cast<std::size_t>(moved - rows_.begin()) - 1;
  }

  std::optional<std::size_t> alike(std::size_t row) const {
    const trace::Call& own = run_.calls[*rows_[row].own];
    for (const std::ptrdiff_t step : {1, -1})
      for (auto at = static_cast<std::ptrdiff_t>(row) + step; at >= 0 && at < static_cast<std::ptrdiff_t>(rows_.size()); at += step) {
        const Row& one = rows_[static_cast<std::size_t>(at)];
        if (one.own && (run_.calls[*one.own].program != own.program || run_.calls[*one.own].thread != own.thread)) continue;
        if (one.own && one.correct) break;  // the two programs are at the same place there
        if (one.mark == Mark::kCorrectOnly && is_alike(own, *one.correct)) return static_cast<std::size_t>(at);
      }
    return {};
  }

  bool is_alike(const trace::Call& own, std::size_t correct) const {
    const trace::Call& other = correct_.calls[correct];
    const auto program = own_program_.find(other.program);
    return other.api == own.api && other.thread == own.thread && other.text.count("written") == own.text.count("written") &&
           program != own_program_.end() && program->second == own.program;
  }

  // The first row that differs is the first difference. A call after which something else follows counts only if no other row differs.
  Beside finished() {
    Beside all{std::move(rows_), {}, {}};
    if (comparison_.differences.empty()) return all;
    all.call = comparison_.differences.front().call;
    const auto differs = [](const Row& row) { return row.mark != Mark::kSame && row.mark != Mark::kNotCompared; };
    const auto shows = [&](const Row& row) { return differs(row) && row.mark != Mark::kThenDiffers; };
    if (std::any_of(all.rows.begin(), all.rows.end(), shows))
      for (Row& row : all.rows)
        if (row.mark == Mark::kThenDiffers) row.mark = Mark::kSame;
    const auto first = std::find_if(all.rows.begin(), all.rows.end(), differs);
    if (first != all.rows.end()) all.first = static_cast<std::size_t>(first - all.rows.begin());
    return all;
  }

  const Run& run_;
  const Run& correct_;
  const Comparison comparison_;
  std::vector<std::optional<std::size_t>> partners_;  // for each call in the run: the call beside it
  std::vector<Mark> marks_;
  std::vector<bool> compared_;                        // for each call in the run
  std::vector<std::size_t> missing_;                  // calls of the correct run
  std::map<int, int> own_program_;                    // by the correct run's program
  std::vector<std::vector<std::size_t>> after_;       // for each call in the run: the missing calls after it
  std::map<int, std::vector<std::size_t>> at_begin_;  // by program: those before its first call
  std::vector<Row> rows_;
};

}  // namespace

Beside beside(const Run& run, const Run& correct) { return Rows(run, correct).get(); }

}  // namespace lab::replay
