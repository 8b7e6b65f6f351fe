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
#include "replay/rows.h"

namespace lab::replay {
namespace {

using trace::Run;
using Mark = Row::Mark;

bool is_same_thread(const trace::Call& a, const trace::Call& b) { return a.program == b.program && a.thread == b.thread; }

class Rows {
 public:
  Rows(const Run& run, const Run& correct)
      : run_(run),
        correct_(correct),
        comparison_(compare(run, correct)),
        partners_(comparison_.counterparts),
        marks_(run.calls.size()),
        complains_(run.calls.size()) {}

  Beside get() {
    for (const Difference& one : comparison_.differences) mark(one);
    for (const std::size_t call : comparison_.instead) marks_[call] = Mark::kOwnOnly;
    for (std::size_t i = 0; i < run_.programs.size(); ++i)
      if (const auto other = same_program(run_, static_cast<int>(i), correct_)) {
        own_program_[*other] = static_cast<int>(i);
        pair_lines(static_cast<int>(i), *other);
      }
    mark_refusals();
    split_unrelated();
    pair_waits();
    place_missing();
    for (std::size_t i = 0; i < run_.calls.size(); ++i) {
      const int program = run_.calls[i].program;
      if (const auto before = at_begin_.find(program); before != at_begin_.end()) {
        add_missing(before->second);
        at_begin_.erase(before);
      }
      if (marks_[i] == Mark::kOwnOnly) partners_[i].reset();
      rows_.push_back({i, partners_[i], marks_[i] == Mark::kSame && !partners_[i] ? Mark::kNotCompared : marks_[i], program});
      add_missing(after_[i]);
    }
    for (const auto& [program, calls] : at_begin_) add_missing(calls);
    pair_what_is_called_alike();
    raise_complaints();
    join_repetitions(rows_, run_);
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
    // If nothing that the program does has a counterpart, what the correct one prints instead is missing, whatever its words.
    const bool is_alone = std::none_of(actions.begin(), actions.end(), [&](const Action& action) { return partners_[action.call]; });
    for (std::size_t i = own.complaints_at.size(); (!says_it || is_alone) && i < right.complaints_at.size(); ++i)
      only_right.push_back(right.complaints_at[i]);
    for (std::size_t i = right.complaints_at.size(); i < own.complaints_at.size(); ++i) {
      complains_[own.complaints_at[i]] = !partners_[own.complaints_at[i]];
      if (right.complaints_at.empty() && says_unable(run_.calls[own.complaints_at[i]].text.at("written")))
        marks_[own.complaints_at[i]] = Mark::kOwnOnly;
    }
    for (const std::size_t call : only_right)
      if (std::find(partners_.begin(), partners_.end(), call) == partners_.end()) missing_.push_back(call);
  }

  void pair_prints(std::size_t own, std::size_t right, bool same) {
    if (!partners_[own]) partners_[own] = right;
    if (!same || marks_[own] == Mark::kOwnOnly) marks_[own] = Mark::kDifferent;
  }

  // The largest message that a mailslot accepts makes a difference if only one of the two refused a message.
  void mark_refusals() {
    for (std::size_t i = 0; i < run_.calls.size(); ++i) {
      const trace::Call& own = run_.calls[i];
      if (own.api != trace::Api::kCreateMailslot || !own.slot || !partners_[i]) continue;
      const trace::Call& other = correct_.calls[*partners_[i]];
      if (other.slot && own.flags != other.flags && refuses(run_, *own.slot) != refuses(correct_, *other.slot))
        marks_[i] = Mark::kDifferent;
    }
  }

  // Two texts that have nothing in common are not the same call, unless both programs are at the same place there.
  void split_unrelated() {
    std::vector<bool> is_partner(correct_.calls.size());
    for (const auto& partner : partners_)
      if (partner) is_partner[*partner] = true;
    std::vector<std::size_t> unrelated;
    for (std::size_t i = 0; i < run_.calls.size(); ++i)
      if (marks_[i] == Mark::kDifferent && partners_[i] && !is_related(i, *partners_[i]) && !is_at_same_place(i, is_partner))
        unrelated.push_back(i);
    for (const std::size_t i : unrelated) {
      marks_[i] = Mark::kOwnOnly;
      missing_.push_back(*partners_[i]);
      partners_[i].reset();
    }
  }

  bool is_related(std::size_t own, std::size_t right) const {
    for (const char* const what : {"message", "written"})
      if (run_.calls[own].api == trace::Api::kWriteFile && run_.calls[own].text.count(what) != 0 &&
          !are_related(text_of(run_.calls[own], what), text_of(correct_.calls[right], what)))
        return false;
    return true;
  }

  // Whether the correct program makes no call with a counterpart between the counterpart of the call before this one and this one's.
  bool is_at_same_place(std::size_t own, const std::vector<bool>& is_partner) const {
    const std::size_t right = *partners_[own];
    std::size_t before = own;
    do
      if (before-- == 0) return true;
    while (!partners_[before] || !is_same_thread(run_.calls[before], run_.calls[own]));
    if (*partners_[before] > right) return false;
    for (std::size_t i = *partners_[before] + 1; i < right; ++i)
      if (is_partner[i] && is_same_thread(correct_.calls[i], correct_.calls[right])) return false;
    return true;
  }

  // A wait for one object too many is beside the correct wait for one of its objects.
  void pair_waits() {
    for (std::size_t i = 0; i < run_.calls.size(); ++i)
      if (marks_[i] == Mark::kOwnOnly && partners_[i] && trace::is_wait(run_.calls[i].api)) marks_[i] = Mark::kDifferent;
  }

  // Each missing call comes after the counterpart of the call that the correct program's thread makes before it, and before the counterpart
  // of its next one. Handles may be closed anywhere, so a CloseHandle counts only as the call before it, and those that the correct program
  // makes at its end come at the program's end.
  void place_missing() {
    std::sort(missing_.begin(), missing_.end());
    missing_.erase(std::unique(missing_.begin(), missing_.end()), missing_.end());
    std::map<std::size_t, std::size_t> own_of;
    for (std::size_t i = 0; i < partners_.size(); ++i)
      if (partners_[i]) own_of[*partners_[i]] = i;
    after_.resize(run_.calls.size());
    for (const std::size_t call : missing_) {
      const trace::Call& it = correct_.calls[call];
      const auto last = last_of(own_program_[it.program]);
      if (last && it.api == trace::Api::kCloseHandle && is_at_end(call, own_of)) {
        after_[*last].push_back(call);
        continue;
      }
      const auto is_near = [&](const auto& pair) { return is_same_thread(correct_.calls[pair.first], it); };
      const auto next = std::find_if(own_of.upper_bound(call), own_of.end(), [&](const auto& pair) {
        return is_near(pair) && correct_.calls[pair.first].api != trace::Api::kCloseHandle;
      });
      const auto before = std::find_if(std::make_reverse_iterator(own_of.lower_bound(call)), own_of.rend(), [&](const auto& pair) {
        return is_near(pair) && (next == own_of.end() || pair.second < next->second);
      });
      if (before != own_of.rend())
        after_[before->second].push_back(call);
      else if (const auto started = start_of(own_program_[it.program], it.thread))
        after_[*started].push_back(call);
      else
        at_begin_[own_program_[it.program]].push_back(call);
    }
  }

  // Whether the correct program's thread makes no other call after this one that is in a row.
  bool is_at_end(std::size_t call, const std::map<std::size_t, std::size_t>& own_of) const {
    const trace::Call& it = correct_.calls[call];
    for (std::size_t i = call + 1; i < correct_.calls.size(); ++i) {
      const trace::Call& later = correct_.calls[i];
      const bool is_near = is_same_thread(later, it) && later.api != trace::Api::kCloseHandle;
      if (is_near && (own_of.count(i) != 0 || std::binary_search(missing_.begin(), missing_.end(), i))) return false;
    }
    return true;
  }

  // The call that started the program's second thread; nothing for its first thread.
  std::optional<std::size_t> start_of(int program, int thread) const {
    for (std::size_t i = 0; thread > 1 && i < run_.calls.size(); ++i)
      if (run_.calls[i].program == program && run_.calls[i].api == trace::Api::kCreateThread) return i;
    return {};
  }

  std::optional<std::size_t> last_of(int program) const {
    for (std::size_t i = run_.calls.size(); i-- > 0;)
      if (run_.calls[i].program == program) return i;
    return {};
  }

  void add_missing(const std::vector<std::size_t>& calls) {
    for (const std::size_t call : calls) rows_.push_back({{}, call, Mark::kCorrectOnly, own_program_.at(correct_.calls[call].program)});
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

  // An error message of its own directly follows the call that it is about, before what is missing after that call.
  void raise_complaints() {
    for (auto row = rows_.begin(); row != rows_.end(); ++row) {
      if (!row->own || !complains_[*row->own]) continue;
      auto call = row;
      while (call != rows_.begin() && std::prev(call)->mark == Mark::kCorrectOnly) --call;
      if (call != rows_.begin() && std::prev(call)->program == row->program) std::rotate(call, row, std::next(row));
    }
  }

  // Moves the missing calls between the two rows behind the second one if the correct program makes them later. Returns its new index.
  std::size_t move_later_ones(std::size_t from, std::size_t paired) {
    const std::size_t call = *rows_[paired].correct;
    const trace::Call& it = correct_.calls[call];
    const auto begin = rows_.begin() + static_cast<std::ptrdiff_t>(from), end = rows_.begin() + static_cast<std::ptrdiff_t>(paired) + 1;
    const auto moved = std::stable_partition(begin, end, [&](const Row& row) {
      return row.mark != Mark::kCorrectOnly || *row.correct < call || !is_same_thread(correct_.calls[*row.correct], it);
    });
    return static_cast<std::size_t>(moved - rows_.begin()) - 1;
  }

  // The first such call of the correct program that is missing near this row.
  std::optional<std::size_t> alike(std::size_t row) const {
    const std::size_t own = *rows_[row].own;
    std::optional<std::size_t> first;
    for (const std::ptrdiff_t step : {1, -1})
      for (auto at = static_cast<std::ptrdiff_t>(row) + step; at >= 0 && at < static_cast<std::ptrdiff_t>(rows_.size()); at += step) {
        const Row& one = rows_[static_cast<std::size_t>(at)];
        if (one.own && !is_same_thread(run_.calls[*one.own], run_.calls[own])) continue;
        if (one.own && one.correct) break;  // the two programs are at the same place there
        if (one.mark == Mark::kCorrectOnly && is_alike(own, *one.correct) && (!first || *one.correct < *rows_[*first].correct))
          first = static_cast<std::size_t>(at);
      }
    return first;
  }

  bool is_alike(std::size_t own, std::size_t correct) const {
    const trace::Call &it = run_.calls[own], &other = correct_.calls[correct];
    const auto program = own_program_.find(other.program);
    return other.api == it.api && other.thread == it.thread && other.text.count("written") == it.text.count("written") &&
           program != own_program_.end() && program->second == it.program && is_related(own, correct);
  }

  // The first row that differs is the first difference. A call after which something else follows counts only if no other row differs, and
  // the order of the calls only if none differs at all.
  Beside finished() {
    const auto differs = [](const Row& row) { return row.mark != Mark::kSame && row.mark != Mark::kNotCompared; };
    const auto shows = [&](const Row& row) { return differs(row) && row.mark != Mark::kThenDiffers; };
    if (std::any_of(rows_.begin(), rows_.end(), shows))
      for (Row& row : rows_)
        if (row.mark == Mark::kThenDiffers) row.mark = Mark::kSame;
    const bool is_order = std::none_of(rows_.begin(), rows_.end(), differs);
    if (is_order) mark_moved(rows_, run_, correct_);
    Beside all{std::move(rows_), {}, {}};
    if (!comparison_.differences.empty()) all.call = comparison_.differences.front().call;
    for (const Row& row : all.rows)
      if (all.call && row.own && *row.own < *all.call && *all.call < *row.own + row.times) all.call = row.own;
    const auto first = std::find_if(all.rows.begin(), all.rows.end(), differs);
    if (first == all.rows.end()) return all;
    all.first = static_cast<std::size_t>(first - all.rows.begin());
    if (is_order) all.call = first->own;
    return all;
  }

  const Run& run_;
  const Run& correct_;
  const Comparison comparison_;
  std::vector<std::optional<std::size_t>> partners_;  // for each call in the run: the call beside it
  std::vector<Mark> marks_;
  std::vector<bool> complains_;                       // for each call in the run: whether it prints an error message of its own
  std::vector<std::size_t> missing_;                  // calls of the correct run
  std::map<int, int> own_program_;                    // by the correct run's program
  std::vector<std::vector<std::size_t>> after_;       // for each call in the run: the missing calls after it
  std::map<int, std::vector<std::size_t>> at_begin_;  // by program: those before its first call
  std::vector<Row> rows_;
};

}  // namespace

Beside beside(const Run& run, const Run& correct) { return Rows(run, correct).get(); }

}  // namespace lab::replay
