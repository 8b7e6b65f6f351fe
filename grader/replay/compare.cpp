// Compares a run with a correct one, program by program.
#include "replay/compare.h"

#include <algorithm>
#include <limits>
#include <string>

#include "replay/actions.h"
#include "replay/pairs.h"
#include "replay/printed.h"

namespace lab::replay {
namespace {

using trace::Run;
using Kind = Difference::Kind;

class Comparer {
 public:
  Comparer(const Run& run, const Run& correct) : run_(run), correct_(correct) { result_.counterparts.resize(run.calls.size()); }

  Comparison compare() {
    for (std::size_t i = 0; i < run_.programs.size(); ++i)
      if (const auto other = same_program(run_, static_cast<int>(i), correct_)) compare(static_cast<int>(i), *other);
    std::stable_sort(result_.differences.begin(), result_.differences.end(),
                     [](const Difference& a, const Difference& b) { return a.order < b.order; });
    return std::move(result_);
  }

 private:
  struct Paired {
    const Action* own;
    std::size_t other;  // index into the correct program's actions
  };

  void compare(int program, int other) {
    program_ = program;
    own_ = actions_of(run_, program);
    right_ = actions_of(correct_, other);
    printed_ = printed_by(run_, own_);
    right_printed_ = printed_by(correct_, right_);
    const std::vector<std::optional<std::size_t>> same = counterparts(own_, right_);
    std::vector<bool> taken(right_.size());
    std::vector<Paired> pairs;
    const Action* before = nullptr;
    for (std::size_t i = 0; i < own_.size(); ++i) {
      const Action& action = own_[i];
      if (action.kind == Action::Kind::kPrint) continue;
      if (!same[i]) {
        add_extra(action, before);
      } else {
        taken[*same[i]] = true;
        pairs.push_back({&action, *same[i]});
        const Action& other_action = right_[*same[i]];
        result_.counterparts[action.call] = other_action.call;
        if (other_action.answer != action.answer || is_too_small(action)) add_answer(action, other_action);
        if (action.kind == Action::Kind::kClose) look_for_uses(action);
      }
      before = &action;
    }
    for (std::size_t i = 0; i < right_.size(); ++i)
      if (!taken[i] && right_[i].kind != Action::Kind::kPrint) add_missing(right_[i], pairs);
    look_for_early_waits(pairs);
    look_for_spinning();
    if (own_.size() <= kMostActions) {
      look_for_early_lines();
      compare_lines();
    }
    drop_what_is_left_unsaid();
    compare_ends(other);
  }

  void add(Kind kind, std::size_t call, std::optional<std::size_t> correct) {
    const trace::Call& of = run_.calls[call];
    const bool returned = of.end && !of.ended_by_grader;
    // A call that never returns differs visibly only after everything else has happened.
    const std::uint64_t seen = kind == Kind::kAnswer ? (returned ? of.end->order : kNever) : of.begin.order;
    result_.differences.push_back({kind, seen, program_, call, correct});
  }

  // If a call failed in both programs and this one continues as if nothing had happened, the difference is in the reaction to that call.
  void add_extra(const Action& action, const Action* before) {
    const bool closes = action.kind == Action::Kind::kClose;
    if (is_on_nothing(run_.calls[action.call]))
      return closes ? result_.differences.push_back({Kind::kExtra, kNever, program_, action.call, {}}) : add_extra_call(action);
    if (is_known(action)) return;
    if (const auto asked = question_made_to_fail(action.call); asked && is_question(run_.calls[action.call].api)) {
      if (is_wait(run_.calls[*asked].api)) add_reaction_to(*asked, action);
      return;
    }
    const std::optional<std::size_t> failed = closes ? std::nullopt : failure_before(before);
    if (failed)
      add_reaction_to(*failed, action);
    else
      add_extra_call(action);
  }

  void add_reaction_to(std::size_t failed, const Action& action) {
    add(Kind::kReaction, failed, result_.counterparts[failed]);
    result_.instead.push_back(action.call);
  }

  void add_extra_call(const Action& action) { add(Kind::kExtra, action.call, {}); }

  static bool is_on_nothing(const trace::Call& call) {
    return !call.on.empty() && (call.on[0].kind == trace::ObjectKind::kPseudo || call.on[0].kind == trace::ObjectKind::kNull ||
                                call.on[0].kind == trace::ObjectKind::kInvalid);
  }

  // A wait for an object that an earlier wait found Signaled.
  bool is_known(const Action& wait) const {
    return is_wait(run_.calls[wait.call].api) && std::any_of(own_.begin(), own_.end(), [&](const Action& earlier) {
             return earlier.call < wait.call && earlier.does == wait.does && earlier.answer == kSignaled && wait.answer == kSignaled;
           });
  }

  static bool is_question(trace::Api api) { return is_wait(api) || reads_exit_code(api); }

  // A wait, or a call that reads an exit code, that the grader made fail in both programs before that call.
  std::optional<std::size_t> question_made_to_fail(std::size_t before) const {
    for (const Action& action : own_)
      if (const auto same = result_.counterparts[action.call]; same && action.call < before && is_question(run_.calls[action.call].api) &&
                                                               run_.calls[action.call].faulted && correct_.calls[*same].faulted)
        return action.call;
    return {};
  }

  // The last call before this one, if it failed in both programs.
  std::optional<std::size_t> failure_before(const Action* before) const {
    if (!before || !result_.counterparts[before->call]) return {};
    const trace::Call& last = run_.calls[before->call];
    const bool timed_out = is_wait(last.api) && last.result == kWaitTimeout;
    return timed_out || (last.error != 0 && last.error != kInputEnded) ? std::optional(before->call) : std::nullopt;
  }

  // A mailslot that accepts only shorter messages, so that a message was refused.
  bool is_too_small(const Action& action) const {
    const trace::Call& own = run_.calls[action.call];
    if (own.api != trace::Api::kCreateMailslot || own.flags == 0 || !own.slot) return false;
    return refuses(run_, *own.slot) && !refuses(correct_, *own.slot);
  }

  // If a child should have inherited a handle but did not, the mailslot was created without an inheritable handle, unless it had already
  // been closed.
  void add_answer(const Action& action, const Action& same) {
    const trace::Call& call = run_.calls[action.call];
    const bool lacks_heirloom = call.api == trace::Api::kCreateProcess && call.inherits && call.on.empty() && call.result != 0;
    for (std::size_t i = 0; lacks_heirloom && i < action.call; ++i) {
      if (run_.calls[i].api != trace::Api::kCreateMailslot || run_.calls[i].program != program_) continue;
      const bool closed = std::any_of(own_.begin(), own_.end(), [&](const Action& one) {
        return one.kind == Action::Kind::kClose && one.call > i && one.call < action.call && !run_.calls[one.call].on.empty() &&
               run_.calls[one.call].on[0].slot == run_.calls[i].slot;
      });
      if (!closed) return add(Kind::kAnswer, i, result_.counterparts[i]);
    }
    add(Kind::kAnswer, action.call, same.call);
  }

  // A handle that is used after it was closed.
  void look_for_uses(const Action& action) {
    const trace::Object closed = run_.calls[action.call].on.empty() ? trace::Object() : run_.calls[action.call].on[0];
    if (closed.slot < 0) return;
    for (const Action& later : own_) {
      if (later.call <= action.call || later.kind == Action::Kind::kClose) continue;
      for (const trace::Object& object : run_.calls[later.call].on)
        if (object.kind == trace::ObjectKind::kClosed && object.slot == closed.slot && object.handle == closed.handle)
          return add(Kind::kExtra, action.call, {});
    }
  }

  // A wait for one program before starting another one that the correct program starts first.
  void look_for_early_waits(const std::vector<Paired>& pairs) {
    for (const Paired& wait : pairs)
      for (const Paired& start : pairs)
        if (is_wait(run_.calls[wait.own->call].api) && run_.calls[start.own->call].api == trace::Api::kCreateProcess &&
            wait.own->call < start.own->call && start.other < wait.other)
          return add(Kind::kMissing, wait.own->call, right_[start.other].call);
  }

  // Polling without a pause: the last call before the spinning was detected.
  void look_for_spinning() {
    for (const trace::Event& event : run_.events) {
      if (event.kind != trace::EventKind::kSpinning || event.by != program_) continue;
      std::optional<std::size_t> last;
      for (std::size_t i = 0; i < run_.calls.size() && run_.calls[i].begin.order < event.when.order; ++i)
        if (run_.calls[i].program == program_) last = i;
      if (last) return add(Kind::kExtra, *last, {});
    }
  }

  // A program that continues without a valid handle does not report the failure either, so that is not another difference.
  void drop_what_is_left_unsaid() {
    const auto goes_on = std::find_if(own_.begin(), own_.end(), [this](const Action& action) {
      return action.kind == Action::Kind::kCall && is_on_nothing(run_.calls[action.call]) && !result_.counterparts[action.call];
    });
    if (goes_on == own_.end()) return;
    std::erase_if(result_.differences, [&](const Difference& one) {
      return one.program == program_ && one.kind == Kind::kReaction && *one.call < goes_on->call && run_.calls[*one.call].error != 0;
    });
  }

  // The first call on the object of a missing wait that the correct program makes only after the wait.
  std::optional<std::size_t> next_on_object(const Action& wait, const std::vector<Paired>& pairs) const {
    const std::string object = wait.does.substr(sizeof("wait"));
    for (const Paired& pair : pairs)
      if (right_[pair.other].call > wait.call && pair.own->kind == Action::Kind::kCall && pair.own->does.find(object) != std::string::npos)
        return pair.own->call;
    return {};
  }

  // The wait for the same object that timed out in both programs, after which the correct program waits again.
  std::optional<std::size_t> timed_out_before(std::size_t call, const Action& wait) const {
    std::optional<std::size_t> last;
    for (const Action& action : own_)
      if (action.kind == Action::Kind::kCall && action.call < call)
        last = action.does == wait.does ? std::optional(action.call) : std::nullopt;
    const bool same = last && result_.counterparts[*last] && run_.calls[*last].result == kWaitTimeout && run_.calls[*last].timeout_ms != 0;
    return same ? last : std::nullopt;
  }

  // The program continued with something that the correct one does or prints only later. Whether to terminate a child is a matter of taste.
  void add_missing(const Action& missing, const std::vector<Paired>& pairs) {
    if (correct_.calls[missing.call].api == trace::Api::kTerminateProcess) return;
    std::optional<std::size_t> next;
    if (missing.does.starts_with("wait ")) next = next_on_object(missing, pairs);
    if (!next && missing.kind == Action::Kind::kCall) {
      for (const Paired& pair : pairs)
        if (right_[pair.other].call > missing.call && pair.own->kind == Action::Kind::kCall && (!next || pair.own->call < *next))
          next = pair.own->call;
      for (std::size_t i = 0; is_wait(correct_.calls[missing.call].api) && i < printed_.lines.size() && i < right_printed_.lines.size();
           ++i)
        if (right_printed_.lines[i].call > missing.call && (!next || printed_.lines[i].call < *next)) next = printed_.lines[i].call;
    }
    if (const std::optional<std::size_t> given_up = next ? timed_out_before(*next, missing) : std::nullopt)
      add(Kind::kReaction, *given_up, result_.counterparts[*given_up]);
    else if (next)
      add(Kind::kMissing, *next, missing.call);
    else
      add_not_done(missing.call, missing.kind == Action::Kind::kClose);
  }

  // Reports the program's last call, where the missing call could still have been made.
  void add_not_done(std::optional<std::size_t> missing, bool closes) {
    std::optional<std::size_t> last;
    for (const Action& action : own_)
      if (action.kind == Action::Kind::kCall) last = action.call;
    for (std::size_t i = 0; closes && i < run_.calls.size(); ++i)
      if (run_.calls[i].program == program_) last = i;
    result_.differences.push_back({Kind::kNotDone, kNever, program_, last, missing});
  }

  // ---- output

  // Finds the first line that differs; it may have a prompt before it.
  void compare_lines() {
    std::size_t matched = 0;
    for (const PrintedLine& line : printed_.lines) {
      if (matched < right_printed_.lines.size() && line.text.ends_with(right_printed_.lines[matched].text))
        ++matched;
      else if (comes_later(line.text, matched))
        return add_lack(right_printed_.lines[matched].call);
      else if (!is_greeting(run_, own_, line.call))
        return add_reaction(line.call, matched < right_printed_.lines.size() ? right_printed_.lines[matched].text : "");
    }
    if (matched < right_printed_.lines.size()) return add_lack(right_printed_.lines[matched].call);
    if (!says_what_failed(printed_.complaints, right_printed_.complaints)) add_not_said();
  }

  bool comes_later(const std::string& line, std::size_t matched) const {
    for (std::size_t i = matched + 1; i < right_printed_.lines.size(); ++i)
      if (line.ends_with(right_printed_.lines[i].text)) return true;
    return false;
  }

  // A line that the correct program prints only after it has waited.
  void look_for_early_lines() {
    for (std::size_t i = 0; i < printed_.lines.size() && i < right_printed_.lines.size(); ++i) {
      if (!printed_.lines[i].text.ends_with(right_printed_.lines[i].text)) return;
      for (const Action& action : own_) {
        const auto same = result_.counterparts[action.call];
        if (same && is_wait(correct_.calls[*same].api) && *same < right_printed_.lines[i].call && action.call > printed_.lines[i].call)
          return add(Kind::kMissing, printed_.lines[i].call, same);
      }
    }
  }

  bool sends_another_message(std::size_t call) const {
    return run_.calls[call].api == trace::Api::kWriteFile &&
           std::any_of(result_.differences.begin(), result_.differences.end(),
                       [&](const Difference& one) { return one.call == call && one.program == program_; });
  }

  // The call that returned, in both programs, the number at the end of a line that this one does not print.
  std::optional<std::size_t> told_by(const std::string& right_line, std::size_t print) const {
    const std::size_t begin = right_line.find_last_not_of("0123456789") + 1;
    for (const Action& action : own_) {
      const trace::Call& call = run_.calls[action.call];
      if (begin < right_line.size() && action.call < print && result_.counterparts[action.call] && reads_exit_code(call.api) &&
          call.value && std::to_string(*call.value) == right_line.substr(begin))
        return action.call;
    }
    return {};
  }

  // Reports the call whose result the program has just printed or should have printed, unless the next call has no counterpart and is
  // already reported.
  void add_reaction(std::size_t print, const std::string& right_line) {
    if (const auto told = told_by(right_line, print)) return add(Kind::kReaction, *told, result_.counterparts[*told]);
    const Action *last = nullptr, *next = nullptr;
    for (const Action& action : own_) {
      if (action.kind != Action::Kind::kCall) continue;
      if (action.call < print) last = &action;
      if (action.call > print && !next) next = &action;
    }
    if (next && !result_.counterparts[next->call]) return;
    if (const auto failed = question_made_to_fail(print))
      add(Kind::kReaction, *failed, result_.counterparts[*failed]);
    else if (last)
      add(Kind::kReaction, last->call, result_.counterparts[last->call]);
    else
      add(Kind::kAnswer, print, {});
  }

  // A line that the correct program prints after a call, but that this program does not print after the counterpart.
  void add_lack(std::size_t print) {
    std::optional<std::size_t> last;
    for (const Action& action : right_)
      if (action.kind == Action::Kind::kCall && action.call < print) last = action.call;
    for (std::size_t i = 0; last && i < own_.size(); ++i) {
      if (own_[i].kind != Action::Kind::kCall || result_.counterparts[own_[i].call] != last) continue;
      for (std::size_t next = i + 1; next < own_.size(); ++next) {
        if (own_[next].kind != Action::Kind::kCall) continue;
        const auto same = result_.counterparts[own_[next].call];
        if (!same || sends_another_message(own_[next].call)) return;  // what it does instead is there already
        break;
      }
      return add(Kind::kReaction, own_[i].call, last);
    }
    add_not_done(print, false);
  }

  // A failure that only the correct program reports: names the call that failed or, if there is none, the last call.
  void add_not_said() {
    const bool goes_on = std::any_of(result_.differences.begin(), result_.differences.end(), [this](const Difference& one) {
      return one.kind == Kind::kExtra && one.program == program_ && one.order != kNever;
    });
    if (goes_on) return;  // what it does instead is there already
    for (const Action& action : own_)
      if (action.kind == Action::Kind::kCall && run_.calls[action.call].error != 0)
        return add(Kind::kReaction, action.call, result_.counterparts[action.call]);
    add_not_done({}, false);
  }

  void compare_ends(int other) {
    const trace::Program &own = run_.programs[static_cast<std::size_t>(program_)],
                         &right = correct_.programs[static_cast<std::size_t>(other)];
    if (own.end == right.end && own.exit_code == right.exit_code) return;
    if (const auto failed = question_made_to_fail(run_.calls.size()))
      add(Kind::kReaction, *failed, result_.counterparts[*failed]);
    else
      result_.differences.push_back({Kind::kEnd, kNever, program_, {}, {}});
  }

  static constexpr std::size_t kMostActions = 5000;  // lines are compared only up to this number, because the comparison takes quadratic
                                                     // time
  static constexpr std::int64_t kWaitTimeout = 258;
  static constexpr std::uint32_t kInputEnded = 109;  // ERROR_BROKEN_PIPE, returned by a read of standard input
  static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

  const Run& run_;
  const Run& correct_;
  int program_ = 0;
  std::vector<Action> own_, right_;  // of the two programs that are compared
  Printed printed_, right_printed_;
  Comparison result_;
};

}  // namespace

Comparison compare(const Run& run, const Run& correct) { return Comparer(run, correct).compare(); }

}  // namespace lab::replay
