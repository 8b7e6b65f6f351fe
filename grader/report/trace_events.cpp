// Converts runs to Chrome's Trace Event JSON.
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "replay/flows.h"
#include "report/describe.h"
#include "report/report.h"

namespace lab::report {
namespace {

using nlohmann::ordered_json;
using text::Language;
using trace::Call;
using trace::Event;
using trace::Run;

constexpr int kStates = 0;          // the thread that shows a process's state, or a mailslot's messages
constexpr int kSlotsFrom = 10'000;  // process ids within a run: 1 is the grader, 2... are programs, and mailslots start here
constexpr int kEachRun = 100'000;

class Writer {
 public:
  Writer(const Run& run, int base, ordered_json& events) : run_(run), base_(base), events_(events) {}

  void write() {
    clock();
    names();
    calls();
    lives();
    happenings();
    messages();
    releases();
  }

 private:
  // Microseconds. Later moments get later times, even if the recording has the same microsecond for both, because slices are nested only by
  // time.
  void clock() {
    std::map<std::uint64_t, std::int64_t> recorded;
    for (const Call& call : run_.calls) {
      recorded[call.begin.order] = call.begin.at_us;
      if (call.end) recorded[call.end->order] = call.end->at_us;
    }
    for (const Event& event : run_.events) recorded[event.when.order] = event.when.at_us;
    std::int64_t last = -1;
    for (const auto& [order, at_us] : recorded) {
      last = std::max(at_us * 1000, last + 1);
      nanoseconds_[order] = last;
    }
    end_ = last + 1000;
  }

  double at(std::uint64_t order) const { return static_cast<double>(nanoseconds_.at(order)) / 1000; }
  double end() const { return static_cast<double>(end_) / 1000; }

  int grader() const { return base_ + 1; }
  int pid(int program) const { return base_ + 2 + program; }
  int slot_pid(int slot) const { return base_ + kSlotsFrom + slot; }

  ordered_json& add(const char* phase, const std::string& name, int pid, int tid) {
    events_.push_back({{"ph", phase}, {"name", name}, {"pid", pid}, {"tid", tid}});
    return events_.back();
  }

  void slice(const std::string& name, const char* category, int pid, int tid, double from, double to, ordered_json args) {
    ordered_json& event = add("X", name, pid, tid);
    event["cat"] = category;
    event["ts"] = from;
    event["dur"] = std::max(to - from, 0.001);
    event["args"] = std::move(args);
  }

  void process(int pid, const std::string& name, int sort) {
    add("M", "process_name", pid, kStates)["args"] = {{"name", name}};
    add("M", "process_sort_index", pid, kStates)["args"] = {{"sort_index", sort}};
  }

  void thread(int pid, int tid, const std::string& name) { add("M", "thread_name", pid, tid)["args"] = {{"name", name}}; }

  void names() {
    const std::string of = run_.program + "." + run_.scenario + ": ";
    process(grader(), of + "grader", base_);
    thread(grader(), 1, "grader");
    for (std::size_t i = 0; i < run_.programs.size(); ++i) {
      process(pid(static_cast<int>(i)), of + program_label(run_, static_cast<int>(i)), pid(static_cast<int>(i)));
      thread(pid(static_cast<int>(i)), kStates, "process object");
    }
    std::map<std::pair<int, int>, bool> threads;
    for (const Call& call : run_.calls)
      if (!std::exchange(threads[{call.program, call.thread}], true))
        thread(pid(call.program), call.thread, fmt::format("thread {}", call.thread));
    for (std::size_t i = 0; i < run_.slots.size(); ++i)
      if (!run_.slots[i].address)
        process(slot_pid(static_cast<int>(i)), of + "mailslot " + slot_label(run_, static_cast<int>(i)), slot_pid(static_cast<int>(i)));
  }

  void calls() {
    for (const Call& call : run_.calls) {
      ordered_json args = {{"call", describe(run_, call, Language::kEnglish)}, {"order", call.begin.order}, {"result", call.result}};
      if (call.error) args["error"] = call.error;
      if (call.place) args["line"] = label(call.place);
      if (!call.end) args["returned"] = false;
      slice(name(call.api), "call", pid(call.program), call.thread, at(call.begin.order), call.end ? at(call.end->order) : end(),
            std::move(args));
    }
  }

  void lives() {
    const auto begins = replay::begins_of(run_);
    ends_ = replay::ends_of(run_);
    for (std::size_t i = 0; i < begins.size(); ++i) {
      if (!begins[i]) continue;
      const int program = static_cast<int>(i);
      const auto ended = ends_[i];
      slice("Non-Signaled", "state", pid(program), kStates, at(*begins[i]), ended ? at(*ended) : end(), ordered_json::object());
      if (!ended) continue;
      slice("Signaled", "state", pid(program), kStates, at(*ended), end(), {{"exit_code", run_.programs[i].exit_code}});
    }
  }

  // The grader's actions are slices, so that arrows can begin there; all other events are instants.
  void happenings() {
    for (const Event& event : run_.events) {
      const std::string words = describe(run_, event, Language::kEnglish);
      const double when = at(event.when.order);
      if (is_of_grader(event.kind)) {
        slice(words, "grader", grader(), 1, when, when + 0.001, {{"order", event.when.order}});
        continue;
      }
      ordered_json& instant = add("i", words, event.program >= 0 ? pid(event.program) : grader(), event.program >= 0 ? kStates : 1);
      instant["cat"] = "event";
      instant["ts"] = when;
      instant["s"] = "t";
    }
  }

  // An arrow from the slice at time `from` on one thread to the slice at time `to` on another.
  void flow(const std::string& name, int from_pid, int from_tid, double from, int to_pid, int to_tid, double to) {
    const int id = base_ + ++flows_;
    ordered_json& start = add("s", name, from_pid, from_tid);
    start["cat"] = "flow";
    start["id"] = id;
    start["ts"] = from;
    ordered_json& finish = add("f", name, to_pid, to_tid);
    finish["cat"] = "flow";
    finish["id"] = id;
    finish["ts"] = std::max(to, from);
    finish["bp"] = "e";
  }

  void messages() {
    std::map<int, std::map<double, int>> waiting;  // by mailslot and time: the change in the number of waiting messages
    for (const replay::Message& message : replay::messages_of(run_)) {
      if (run_.slots[static_cast<std::size_t>(message.slot)].address) continue;
      const double arrived = at(message.arrived);
      waiting[message.slot][arrived] += static_cast<int>(message.times);
      if (!message.read) continue;
      const Call& read = run_.calls[*message.read];
      waiting[message.slot][at(read.end->order)] -= static_cast<int>(message.times);
      const double taken = at(read.end->order) - 0.001;  // before the end of the call
      if (message.written) {
        const Call& write = run_.calls[*message.written];
        flow("message", pid(write.program), write.thread, std::min(at(write.begin.order), taken), pid(read.program), read.thread, taken);
      } else if (message.event) {
        flow("message", grader(), 1, arrived, pid(read.program), read.thread, taken);
      }
    }
    for (const auto& [slot, changes] : waiting) {
      int count = 0;
      for (const auto& [when, change] : changes) {
        ordered_json& counter = add("C", "messages", slot_pid(slot), kStates);
        counter["ts"] = when;
        counter["args"] = {{"waiting", count = std::max(count + change, 0)}};
      }
    }
  }

  void releases() {
    for (const replay::Release& release : replay::releases_of(run_)) {
      const Call& wait = run_.calls[release.wait];
      const double released = at(wait.end->order) - 0.001, ended = at(*ends_[static_cast<std::size_t>(release.program)]);
      // The slice of the previous state ends there: if the wait returned at once, the arrow begins in its last nanosecond.
      flow("released", pid(release.program), kStates, std::min(ended, released), pid(wait.program), wait.thread, released);
    }
  }

  const Run& run_;
  const int base_;
  ordered_json& events_;
  std::map<std::uint64_t, std::int64_t> nanoseconds_;
  std::int64_t end_ = 0;
  std::vector<std::optional<std::uint64_t>> ends_;
  int flows_ = 0;
};

}  // namespace

ordered_json trace_events(const std::vector<Run>& runs) {
  ordered_json events = ordered_json::array();
  int base = 0;
  for (const Run& run : runs) {
    Writer(run, base, events).write();
    base += kEachRun;
  }
  return {{"traceEvents", std::move(events)}, {"displayTimeUnit", "ms"}};
}

}  // namespace lab::report
