// A run beside a correct one, program by program.
#include "replay/compare.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>

#include "replay/actions.h"

namespace lab::replay {
namespace {

using trace::Run;
using Kind = Difference::Kind;

class Comparer {
 public:
  Comparer(const Run& run, const Run& correct) : run_(run), correct_(correct) { result_.counterparts.resize(run.calls.size()); }

  Comparison compare() {
    for (std::size_t i = 0; i < run_.programs.size(); ++i)
      if (const auto other = same_program(static_cast<int>(i))) compare(static_cast<int>(i), *other);
    std::stable_sort(result_.differences.begin(), result_.differences.end(),
                     [](const Difference& a, const Difference& b) { return a.order < b.order; });
    return std::move(result_);
  }

 private:
  // The correct run's program that plays the same part: of the students' own ones, the first, second, ... of that role.
  std::optional<int> same_program(int program) const {
    const trace::Program& it = run_.programs[static_cast<std::size_t>(program)];
    if (it.role == trace::Role::kStandin || it.role == trace::Role::kForeign) return {};
    int which = 0;
    for (int i = 0; i < program; ++i) which += run_.programs[static_cast<std::size_t>(i)].role == it.role;
    for (std::size_t i = 0; i < correct_.programs.size(); ++i)
      if (correct_.programs[i].role == it.role && which-- == 0) return static_cast<int>(i);
    return {};
  }

  struct Paired {
    const Action* own;
    std::size_t other;  // index into the correct program's actions
  };

  void compare(int program, int other) {
    program_ = program;
    own_ = actions_of(run_, program);
    right_ = actions_of(correct_, other);
    complaints_ = right_complaints_ = "";
    own_lines_ = lines_of(run_, own_, complaints_);
    right_lines_ = lines_of(correct_, right_, right_complaints_);
    const std::vector<std::optional<std::size_t>> same = counterparts();
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
      if (!taken[i] && right_[i].kind != Action::Kind::kPrint) add_missing(right_[i], i, pairs);
    if (own_.size() <= kMostActions) {
      look_for_early_lines();
      compare_lines();
    }
    compare_ends(other);
  }

  // By action of the program: the correct one's that does the same. First the same messages, then the others, each kind in their order.
  std::vector<std::optional<std::size_t>> counterparts() const {
    std::vector<std::optional<std::size_t>> same(own_.size());
    std::vector<bool> taken(right_.size());
    for (const bool messages : {true, false}) {
      const auto is_looked_at = [messages](const Action& action) {
        return action.kind != Action::Kind::kPrint && (!messages || action.does.starts_with(name(trace::Api::kWriteFile)));
      };
      const auto key = [messages](const Action& action) { return messages ? action.does + '\n' + action.answer : action.does; };
      std::map<std::string, std::vector<std::size_t>> left;  // of the correct program's actions; the next one last
      for (std::size_t i = right_.size(); i-- > 0;)
        if (is_looked_at(right_[i]) && !taken[i]) left[key(right_[i])].push_back(i);
      for (std::size_t i = 0; i < own_.size(); ++i) {
        const auto found = left.find(key(own_[i]));
        if (!is_looked_at(own_[i]) || same[i] || found == left.end() || found->second.empty()) continue;
        same[i] = found->second.back();
        taken[*same[i]] = true;
        found->second.pop_back();
      }
    }
    return same;
  }

  void add(Kind kind, std::size_t call, std::optional<std::size_t> correct) {
    const trace::Call& of = run_.calls[call];
    const bool returned = of.end && !of.ended_by_grader;
    // What never returns is seen to differ only when everything else has happened.
    const std::uint64_t seen = kind == Kind::kAnswer ? (returned ? of.end->order : kNever) : of.begin.order;
    result_.differences.push_back({kind, seen, program_, call, correct});
  }

  // A call that failed for both, after which this program goes on as if nothing had happened: that one is where they part.
  void add_extra(const Action& action, const Action* before) {
    const auto same = before ? result_.counterparts[before->call] : std::nullopt;
    const bool failed = before && run_.calls[before->call].error != 0 && run_.calls[before->call].error != kInputEnded &&
                        action.kind == Action::Kind::kCall;
    const auto& on = run_.calls[action.call].on;
    const bool on_nothing = !on.empty() && (on[0].kind == trace::ObjectKind::kPseudo || on[0].kind == trace::ObjectKind::kNull ||
                                            on[0].kind == trace::ObjectKind::kInvalid);
    if (action.kind == Action::Kind::kClose && on_nothing)
      result_.differences.push_back({Kind::kExtra, kNever, program_, action.call, {}});
    else if (failed && same && !on_nothing)
      add(Kind::kReaction, before->call, same);
    else
      add(Kind::kExtra, action.call, {});
  }

  // A mailslot that takes shorter messages only, so that one was refused.
  bool is_too_small(const Action& action) const {
    const trace::Call& own = run_.calls[action.call];
    if (own.api != trace::Api::kCreateMailslot || own.flags == 0 || !own.slot) return false;
    const auto refused = [](const Run& run, int slot) {
      return std::any_of(run.events.begin(), run.events.end(),
                         [slot](const trace::Event& event) { return event.kind == trace::EventKind::kRefused && event.slot == slot; });
    };
    return refused(run_, *own.slot) && !refused(correct_, *own.slot);
  }

  // A program that is to inherit a handle and has none: the mailslot was not made so that it can be inherited, if it still was there.
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

  // A handle that is closed and used again.
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

  // The program went on to what the correct one does, or prints, only later.
  void add_missing(const Action& missing, std::size_t index, const std::vector<Paired>& pairs) {
    std::optional<std::size_t> next;
    if (missing.kind == Action::Kind::kCall) {
      for (const Paired& pair : pairs)
        if (pair.other > index && pair.own->kind == Action::Kind::kCall && (!next || pair.own->call < *next)) next = pair.own->call;
      for (std::size_t i = 0; is_wait(correct_.calls[missing.call].api) && i < own_lines_.size() && i < right_lines_.size(); ++i)
        if (right_lines_[i].call > missing.call && (!next || own_lines_[i].call < *next)) next = own_lines_[i].call;
    }
    if (next)
      add(Kind::kMissing, *next, missing.call);
    else
      add_not_done(missing.call, missing.kind == Action::Kind::kClose);
  }

  // To its last call, which is where it could still have been done.
  void add_not_done(std::optional<std::size_t> missing, bool closes) {
    const Action* last = nullptr;
    for (const Action& action : own_)
      if (closes || action.kind == Action::Kind::kCall) last = &action;
    result_.differences.push_back({Kind::kNotDone, kNever, program_, last ? std::optional(last->call) : std::nullopt, missing});
  }

  // ---- what is printed

  struct Line {
    std::string text;
    std::size_t call = 0;
  };

  static bool is_complaint(const std::string& line) { return line.find("nable to ") != line.npos; }

  // Without what is said about failures, for which there are many words: that is added to `complaints`.
  static std::vector<Line> lines_of(const Run& run, const std::vector<Action>& actions, std::string& complaints) {
    std::vector<Line> lines;
    std::string out;
    for (const Action& action : actions) {
      if (action.kind != Action::Kind::kPrint) continue;
      if (action.does == "stderr") {
        complaints += run.calls[action.call].text.at("written");
        continue;
      }
      out += run.calls[action.call].text.at("written");
      const std::size_t end = out.rfind('\n');
      if (end == out.npos) continue;
      for (std::string& line : plain_lines(out.substr(0, end + 1))) {
        if (is_complaint(line))
          complaints += line + "\n";
        else
          lines.push_back({std::move(line), action.call});
      }
      out.erase(0, end + 1);
    }
    return lines;
  }

  // The first line that is another one; a prompt may stand before it.
  void compare_lines() {
    std::size_t matched = 0;
    for (const Line& line : own_lines_) {
      if (matched < right_lines_.size() && line.text.ends_with(right_lines_[matched].text))
        ++matched;
      else if (comes_later(line.text, matched))
        return add_lack(right_lines_[matched].call);
      else if (!is_greeting(line.call))
        return add_reaction(line.call);
    }
    if (matched < right_lines_.size()) return add_lack(right_lines_[matched].call);
    if (!says_what_failed()) add_not_said();
  }

  // Whether each failure that the correct program reports is reported: its "Unable to ...", and its number if it has one.
  bool says_what_failed() const {
    for (const std::string& line : plain_lines(right_complaints_)) {
      const std::size_t end = line.find(':'), digit = line.find_first_of("0123456789");
      const std::string number = digit == line.npos ? "" : line.substr(digit, line.find_first_not_of("0123456789", digit) - digit);
      if (complaints_.find(line.substr(1, end == line.npos ? end : end - 1)) == complaints_.npos ||
          complaints_.find(number) == complaints_.npos)
        return false;
    }
    return true;
  }

  bool comes_later(const std::string& line, std::size_t matched) const {
    for (std::size_t i = matched + 1; i < right_lines_.size(); ++i)
      if (line.ends_with(right_lines_[i].text)) return true;
    return false;
  }

  // A line that the correct program prints only after it has waited.
  void look_for_early_lines() {
    for (std::size_t i = 0; i < own_lines_.size() && i < right_lines_.size(); ++i) {
      if (!own_lines_[i].text.ends_with(right_lines_[i].text)) return;
      for (const Action& action : own_) {
        const auto same = result_.counterparts[action.call];
        if (same && is_wait(correct_.calls[*same].api) && *same < right_lines_[i].call && action.call > own_lines_[i].call)
          return add(Kind::kMissing, own_lines_[i].call, same);
      }
    }
  }

  // What is printed before anything was read or waited for.
  bool is_greeting(std::size_t print) const {
    return std::none_of(own_.begin(), own_.end(), [&](const Action& action) {
      const trace::Api api = run_.calls[action.call].api;
      const bool gets = api == trace::Api::kReadFile || reads_exit_code(api) || is_wait(api);
      return action.kind == Action::Kind::kCall && action.call < print && gets;
    });
  }

  // The call whose answer a program has just printed, or should have; or the call that it then makes and the correct one does not.
  void add_reaction(std::size_t print) {
    const Action *last = nullptr, *next = nullptr;
    for (const Action& action : own_) {
      if (action.kind != Action::Kind::kCall) continue;
      if (action.call < print) last = &action;
      if (action.call > print && !next) next = &action;
    }
    if (next && !result_.counterparts[next->call]) return;
    if (last)
      add(Kind::kReaction, last->call, result_.counterparts[last->call]);
    else
      add(Kind::kAnswer, print, {});
  }

  // A line that the correct program prints upon a call: upon its counterpart this one does not.
  void add_lack(std::size_t print) {
    std::optional<std::size_t> last;
    for (const Action& action : right_)
      if (action.kind == Action::Kind::kCall && action.call < print) last = action.call;
    for (std::size_t i = 0; last && i < own_.size(); ++i) {
      if (own_[i].kind != Action::Kind::kCall || result_.counterparts[own_[i].call] != last) continue;
      for (std::size_t next = i + 1; next < own_.size(); ++next) {
        if (own_[next].kind != Action::Kind::kCall) continue;
        if (!result_.counterparts[own_[next].call]) return;  // what it does instead is there already
        break;
      }
      return add(Kind::kReaction, own_[i].call, last);
    }
    add_not_done(print, false);
  }

  // A failure that the correct program reports: the call that failed for both, or the last one.
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
    if (own.end != right.end || own.exit_code != right.exit_code) result_.differences.push_back({Kind::kEnd, kNever, program_, {}, {}});
  }

  static constexpr std::size_t kMostActions = 5000;  // of which the lines are compared: it takes the square of that many steps
  static constexpr std::uint32_t kInputEnded = 109;  // ERROR_BROKEN_PIPE, of a read of what is typed
  static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

  const Run& run_;
  const Run& correct_;
  int program_ = 0;
  std::vector<Action> own_, right_;  // of the programs that are compared
  std::vector<Line> own_lines_, right_lines_;
  std::string complaints_, right_complaints_;  // reports of failures
  Comparison result_;
};

}  // namespace

Comparison compare(const Run& run, const Run& correct) { return Comparer(run, correct).compare(); }

}  // namespace lab::replay
