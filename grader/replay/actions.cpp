// Describes what the calls in a run do.
#include "replay/actions.h"

#include <algorithm>
#include <cctype>

namespace lab::replay {
namespace {

using trace::Api;
using trace::Call;
using trace::Object;
using trace::ObjectKind;
using trace::Run;

constexpr std::int64_t kWaitTimeout = 258, kRunning = 259;

// Normalizes a name, because names of files and mailslots are compared without regard to case and kind of slash.
std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return c == '/' ? '\\' : static_cast<char>(std::tolower(c)); });
  return text;
}

// A program's name and arguments; only the name for the program's own child, because its parent may choose the arguments.
std::string name_of_program(const Run& run, int program) {
  if (program < 0 || static_cast<std::size_t>(program) >= run.programs.size()) return "?";
  const trace::Program& it = run.programs[static_cast<std::size_t>(program)];
  return lower(it.role == trace::Role::kChild ? it.name : it.name + " " + it.arguments);
}

std::string name_of_slot(const Run& run, int slot) {
  if (slot < 0 || static_cast<std::size_t>(slot) >= run.slots.size()) return "?";
  const trace::Slot& it = run.slots[static_cast<std::size_t>(slot)];
  return lower(it.computer + ":" + it.name);
}

std::string name_of(const Run& run, const Object& object) {
  std::string name = id_of(trace::kObjectKinds, object.kind);
  if (object.program >= 0) name += " " + name_of_program(run, object.program);
  if (object.slot >= 0) name += " " + name_of_slot(run, object.slot);
  return name;
}

bool is_free(const Call& call) {
  switch (call.api) {
    case Api::kSleep:
    case Api::kCreateThread:
    case Api::kResumeThread:
    case Api::kDuplicateHandle:
    case Api::kGetMailslotInfo:
    case Api::kSetMailslotInfo:
      return true;
    default:
      break;
  }
  const bool on_threads = !call.on.empty() && std::all_of(call.on.begin(), call.on.end(), [&](const Object& object) {
    return object.kind == ObjectKind::kThread && object.program == call.program;
  });
  return on_threads || (is_wait(call.api) && std::all_of(call.on.begin(), call.on.end(),
                                                         [](const Object& object) { return object.kind == ObjectKind::kOther; }));
}

bool is_print(const Call& call) { return call.api == Api::kWriteFile && call.text.count("written") != 0; }

// The message that was read or written, without one line ending and one terminator, which make no difference.
std::string message_of(const Call& call) {
  std::string message = text_of(call, "message");
  for (const char end : {'\0', '\n', '\r'})
    if (message.ends_with(end)) message.pop_back();
  return message;
}

std::string answer_of(const Call& call, std::size_t object) {
  if (!call.end || call.ended_by_grader) return "does not return";
  switch (call.api) {
    case Api::kCreateMailslot:
      return std::string(call.result != 0 ? "made" : "failed") + (call.timeout_ms == 0xFFFFFFFF ? " waits" : " gives up");
    case Api::kCreateFile:
      if (call.result == 0) return "failed " + std::to_string(call.error);
      return "opened " + std::to_string(call.access) + (call.share & 1 ? " shared " : " alone ") + std::to_string(call.disposition);
    case Api::kCreateProcess:
      return std::string(call.result != 0 ? "started" : "failed") + (call.on.empty() ? "" : " with a handle");
    default:
      break;
  }
  if (is_wait(call.api)) {
    const bool signaled =
        call.result == 0 || (waits_for_several(call.api) && call.flags != 1 && call.result == static_cast<std::int64_t>(object));
    if (signaled) return kSignaled;
    return std::to_string(call.result) + (call.result == kWaitTimeout ? " after " + std::to_string(call.timeout_ms) : "");
  }
  if (call.result == 0) return "failed " + std::to_string(call.error);
  if (call.api == Api::kReadFile && text_of(call, "stream") == "stdin") return "read";
  if (call.api == Api::kReadFile || call.api == Api::kWriteFile) return "moved " + message_of(call);
  return "did" + (call.value ? " " + std::to_string(*call.value) : std::string());
}

std::string does(const Run& run, const Call& call) {
  std::string what = name(call.api);
  if (call.api == Api::kCreateProcess) return what + " " + (call.started ? name_of_program(run, *call.started) : "?");
  if (call.api == Api::kCreateMailslot || call.api == Api::kCreateFile) return what + " " + lower(text_of(call, "name"));
  for (const Object& object : call.on) what += " " + name_of(run, object);
  return what + " " + text_of(call, "stream");
}

bool is_not_yet(const Call& call) {
  return call.end && (is_wait(call.api) ? call.result == kWaitTimeout : reads_exit_code(call.api) && call.value == kRunning);
}

// Whether a call is repeated after a "not yet", or after it failed in the same way, with nothing in between.
bool repeats(const Run& run, const Action& before, const Action& action) {
  const Call &earlier = run.calls[before.call], &later = run.calls[action.call];
  const bool is_same = before.kind == Action::Kind::kCall && before.does == action.does && earlier.thread == later.thread &&
                       earlier.timeout_ms == later.timeout_ms && earlier.on.size() == 1 && earlier.on[0].handle >= 0 && !earlier.faulted;
  const bool failed = earlier.result == 0 && !is_wait(earlier.api) && before.answer == action.answer;
  return is_same && (is_not_yet(earlier) || failed);
}

// If a call is repeated without success, keeps only the last one that returned.
std::vector<Action> without_repetitions(const Run& run, const std::vector<Action>& all) {
  std::vector<Action> kept;
  for (const Action& action : all) {
    if (kept.empty() || !repeats(run, kept.back(), action))
      kept.push_back(action);
    else if (run.calls[action.call].end)
      kept.back() = action;
  }
  return kept;
}

}  // namespace

bool refuses(const Run& run, int slot) {
  return std::any_of(run.events.begin(), run.events.end(),
                     [slot](const trace::Event& event) { return event.kind == trace::EventKind::kRefused && event.slot == slot; });
}

std::vector<std::string> plain_lines(const std::string& printed) {
  std::vector<std::string> lines(1);
  for (const char c : printed) {
    std::string& line = lines.back();
    if (c == '\n') {
      while (line.ends_with(' ')) line.pop_back();
      lines.emplace_back();
    } else if (c != '\r' && !(c == ' ' && (line.empty() || line.ends_with(' ')))) {
      line += c == '\t' ? ' ' : c;
    }
  }
  lines.pop_back();  // text without a line ending is a prompt or an incomplete line
  return lines;
}

std::vector<Action> actions_of(const Run& run, int program) {
  std::vector<Action> actions;
  for (std::size_t i = 0; i < run.calls.size(); ++i) {
    const Call& call = run.calls[i];
    if (call.program != program || is_free(call)) continue;
    if (is_print(call)) {
      actions.push_back({Action::Kind::kPrint, i, text_of(call, "stream"), call.text.at("written")});
    } else if (call.api == Api::kCloseHandle) {
      actions.push_back({Action::Kind::kClose, i, does(run, call), call.result != 0 ? "closed" : "failed"});
    } else if (is_wait(call.api) && (call.flags == 1 || call.on.size() == 1)) {
      for (std::size_t object = 0; object < call.on.size(); ++object)
        actions.push_back({Action::Kind::kCall, i, "wait " + name_of(run, call.on[object]), answer_of(call, object)});
    } else {
      actions.push_back({Action::Kind::kCall, i, does(run, call), answer_of(call, 0)});
    }
  }
  return without_repetitions(run, actions);
}

}  // namespace lab::replay
