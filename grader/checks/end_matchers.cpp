// What a program printed, how it ended, and what became of its handles.
#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <map>
#include <sstream>

#include "checks/matchers.h"
#include "text/text.h"

namespace lab::checks {
namespace {

using nlohmann::json;
using trace::Object;
using trace::Program;

constexpr int kActor = 0;

bool part_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// Letter case and runs of blanks do not count in the kit's sentences.
std::string folded(const std::string& text) {
  std::string out;
  for (const char c : lower(text)) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

std::string name_of(const Run& run, int program) {
  if (program < 0 || program >= static_cast<int>(run.programs.size())) return "?";
  const Program& it = run.programs[static_cast<std::size_t>(program)];
  return it.arguments.empty() ? it.name : it.name + " " + it.arguments;
}

// A question that failed, or was never asked, explains a wrong number better than the number does.
Because unanswered_question(const Run& run) {
  for (const Call& call : run.calls) {
    if (call.program != kActor || call.on.empty() || call.on[0].program < 0) continue;
    const json worker = {{"worker", name_of(run, call.on[0].program)}};
    const bool asks_process = call.api == Api::kGetExitCodeProcess && call.end && call.result == 0;
    if ((asks_process && call.on[0].kind == Object::Kind::kThread) || call.api == Api::kGetExitCodeThread)
      return because("exit_code_of_thread", worker, call.begin.order);
    if (asks_process && call.on[0].kind == Object::Kind::kClosed) return because("exit_code_of_closed_handle", worker, call.begin.order);
  }
  for (std::size_t i = 1; i < run.programs.size(); ++i) {
    const int worker = static_cast<int>(i);
    const bool read = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) {
      return call.program == kActor && call.api == Api::kGetExitCodeProcess && !call.on.empty() && call.on[0].program == worker;
    });
    if (run.programs[i].parent == kActor && run.programs[i].role != Program::Role::kForeign && !read)
      return because("exit_code_never_read", {{"worker", name_of(run, worker)}});
  }
  return nullptr;
}

// Closing what is no handle is the business of ClosesNothingTwice.
bool is_wild(const Call& call, const Object& object) {
  const bool no_handle =
      object.kind == Object::Kind::kInvalid || object.kind == Object::Kind::kNull || object.kind == Object::Kind::kPseudo;
  return no_handle && call.api != Api::kCloseHandle && call.api != Api::kTerminateProcess;
}

bool is_one_of(const std::string& id, std::initializer_list<const char*> ids) {
  return std::any_of(ids.begin(), ids.end(), [&](const char* one) { return id == one; });
}

bool tells_of_a_crash(const std::string& id) {
  return is_one_of(id, {"crashed", "array_overrun", "wrote_past_full_buffer", "wrote_past_buffer", "used_bytes_as_index",
                        "crashed_on_format", "crashed_after_full_buffer", "crashed_after_message", "vanished_after_message"});
}

// The program was ended by the grader, and that is what the reason is about.
bool tells_of_no_end(const std::string& id) {
  return is_one_of(
      id, {"loops_forever", "took_259_for_running", "blocked_forever", "blocked_at_the_keyboard", "timed_out", "flooded",
           "asked_again_with_the_same_room", "waits_on_slot", "read_again_after_exit", "terminated_exit_ignored", "floods_at_end_of_input",
           "reads_on_at_end_of_input", "tried_to_open_for_ever", "still_reads_its_slot", "peer_did_not_end"});
}

struct HandleLife {
  const char* kind;
  int program;
  int closed = 0;
  bool in_use = false;
};

// The handles of programs called `name` that calls gave out, by their serial numbers.
std::map<int, HandleLife> handle_lives(const Run& run, const std::string& name) {
  std::map<int, HandleLife> lives;
  const auto of_that_name = [&](int program) {
    return program > 0 && program < static_cast<int>(run.programs.size()) && run.programs[static_cast<std::size_t>(program)].name == name;
  };
  for (const Call& call : run.calls) {
    if (call.program != kActor) continue;
    const bool duplicates = call.api == Api::kDuplicateHandle && !call.on.empty();
    const int about = call.started ? *call.started : duplicates ? call.on[0].program : -1;
    if (of_that_name(about))
      for (std::size_t i = 0; i < call.handles.size(); ++i) {
        const bool thread = duplicates ? call.on[0].kind == Object::Kind::kThread : i == 1;
        lives[call.handles[i]] = {thread ? "thread" : "process", about};
      }
    constexpr std::uint32_t kCloseSource = 1;  // DUPLICATE_CLOSE_SOURCE
    for (const Object& object : call.on) {
      const auto life = lives.find(object.handle);
      if (life == lives.end()) continue;
      if ((call.api == Api::kCloseHandle && call.result != 0) || (duplicates && (call.flags & kCloseSource) != 0)) ++life->second.closed;
      if (!call.end) life->second.in_use = true;
    }
  }
  return lives;
}

// Of a program that did not end: what it asked last, if it asked a worker that had ended with 259.
Because took_259_for_running(const Run& run) {
  for (std::size_t i = run.calls.size(); i-- > 0;) {
    const Call& call = run.calls[i];
    if (call.api != Api::kGetExitCodeProcess || call.value != 259 || call.on.empty() || call.on[0].kind != Object::Kind::kProcess) continue;
    const int asked = call.on[0].program;
    if (asked > 0 && run.programs[static_cast<std::size_t>(asked)].end == Program::End::kItself)
      return because("took_259_for_running", {{"worker", name_of(run, asked)}}, call.begin.order);
  }
  return nullptr;
}

}  // namespace

bool says(const std::string& text, const std::string& sentence) { return folded(text).find(folded(sentence)) != std::string::npos; }

bool said(const Run& run, const std::string& sentence) {
  return says(text::decode_output(run.output) + "\n" + text::decode_output(run.errors), sentence);
}

std::string line_saying(const Run& run, const std::string& sentence) {
  for (const std::string& stream : {run.output, run.errors}) {
    std::istringstream lines(text::decode_output(stream, true));
    for (std::string line; std::getline(lines, line);)
      if (says(line, sentence)) return line.substr(0, line.find_last_not_of(" \t\r") + 1);
  }
  return "";
}

std::string giving_up(const Run& run) {
  const bool by_itself = !run.programs.empty() && run.actor().end == Program::End::kItself && run.actor().exit_code != 0;
  return by_itself ? line_saying(run, "Unable to") : "";
}

bool stopped_by_bounds_check(const Run& run) {
  constexpr std::uint32_t kIllegalInstruction = 0xC000001D;  // -fsanitize=bounds in trap mode
  const auto built = run.facts.find("built_from");
  return run.actor().end == Program::End::kCrashed && run.actor().exit_code == kIllegalInstruction && built != run.facts.end() &&
         built->second == "source";
}

Because unfinished(const Run& run) {
  const Program& actor = run.actor();
  switch (actor.end) {
    case Program::End::kCrashed:
      if (stopped_by_bounds_check(run)) return because("array_overrun", {{"program", actor.name}});
      return because("crashed", {{"program", actor.name}, {"arguments", actor.arguments}, {"exception", actor.exit_code}});
    case Program::End::kLoop:
      if (Because asked = took_259_for_running(run); !asked.is_null()) return asked;
      return because("loops_forever", {{"program", actor.name}, {"arguments", actor.arguments}});
    case Program::End::kBlocked:
      for (const Call& call : run.calls) {
        if (call.program != kActor || (call.end && !call.ended_by_grader)) continue;
        const auto stream = call.text.find("stream");
        if (stream != call.text.end() && stream->second == "stdin")
          return because("blocked_at_the_keyboard", {{"program", actor.name}}, call.begin.order);
        if (Because asked = took_259_for_running(run); call.api == Api::kSleep && !asked.is_null()) return asked;
        return because("blocked_forever", {{"program", actor.name}, {"call", call.api}}, call.begin.order);
      }
      [[fallthrough]];
    case Program::End::kTimeout:
      return because("timed_out", {{"program", actor.name}, {"seconds", 10}});
    case Program::End::kFlood:
      return because("flooded", {{"program", actor.name}});
    default:
      return nullptr;
  }
}

RunMatcher::RunMatcher(std::string description, std::function<Because(const Run&)> test, bool about_the_end)
    : description_(std::move(description)), test_(std::move(test)), about_the_end_(about_the_end) {}

Because RunMatcher::reason_against(const Run& run) const {
  Because reason = test_(run);
  if (reason.is_null()) return reason;
  if (about_the_end_)
    if (Because end = unfinished(run); !end.is_null()) reason = std::move(end);
  reason["run"] = run.scenario;
  if (run.program != "") reason["program"] = run.program;
  return reason;
}

bool RunMatcher::MatchAndExplain(const Run& run, testing::MatchResultListener* listener) const {
  const Because reason = reason_against(run);
  if (reason.is_null()) return true;
  const std::string id = reason["id"];
  testing::Test::RecordProperty("because", reason.dump());
  if (tells_of_a_crash(id)) testing::Test::RecordProperty("outcome", "crashed");
  if (tells_of_no_end(id) && run.actor().end != Program::End::kItself) testing::Test::RecordProperty("outcome", "timed_out");
  *listener << text::sentence(text::Language::kEnglish, id, reason["args"]);
  return false;
}

std::optional<std::string> printed_number(const Run& run, const std::string& label) {
  const std::string output = text::decode_output(run.output);
  const std::string searched = lower(output);
  const std::string wanted = lower(label);
  std::optional<std::string> last;
  for (std::size_t at = searched.find(wanted); at != std::string::npos; at = searched.find(wanted, at + 1)) {
    if (at > 0 && part_of_word(searched[at - 1])) continue;
    std::size_t from = at + wanted.size();
    if (from < searched.size() && part_of_word(searched[from])) continue;
    from = std::min(searched.find_first_not_of(" \t:=", from), searched.size());
    std::size_t to = from < searched.size() && (searched[from] == '-' || searched[from] == '+') ? from + 1 : from;
    while (to < searched.size() &&
           (part_of_word(searched[to]) || (searched[to] == '.' && to + 1 < searched.size() && part_of_word(searched[to + 1]))))
      ++to;
    const std::string token = output.substr(from, to - from);
    if (token.find_first_of("0123456789") != std::string::npos) last = token;
  }
  return last;
}

RunMatcher Prints(const std::string& label, std::uint64_t number) {
  return RunMatcher(
      fmt::format("prints {}: {}", label, number),
      [label, number](const Run& run) -> Because {
        const std::optional<std::string> seen = printed_number(run, label);
        if (seen == std::to_string(number)) return nullptr;
        if (Because question = unanswered_question(run); !question.is_null()) return question;
        if (!seen) return because("number_missing", {{"label", label}, {"expected", number}});
        return because("number_not_printed", {{"label", label}, {"expected", number}, {"seen", *seen}});
      },
      true);
}

RunMatcher PrintsNo(const std::string& label) {
  return RunMatcher("prints no " + label, [label](const Run& run) -> Because {
    const std::optional<std::string> seen = printed_number(run, label);
    if (!seen) return nullptr;
    if (Because question = unanswered_question(run); !question.is_null()) return question;
    for (std::size_t i = 1; i < run.programs.size(); ++i)
      if (const Program& worker = run.programs[i];
          worker.exit_code >= 0x80000000 && worker.end != Program::End::kRunning && worker.end != Program::End::kKilled)
        return because("worker_failure_ignored", {{"worker", name_of(run, static_cast<int>(i))}, {"code", worker.exit_code}});
    return because("total_printed_anyway", {{"seen", *seen}});
  });
}

RunMatcher Says(const std::string& sentence) {
  return RunMatcher(
      "says " + sentence,
      [sentence](const Run& run) -> Because {
        return said(run, sentence) ? Because() : because("sentence_not_printed", {{"sentence", sentence}});
      },
      true);
}

RunMatcher EndsWith(std::uint32_t exit_code) {
  return RunMatcher(
      fmt::format("ends with exit code {}", exit_code),
      [exit_code](const Run& run) -> Because {
        const Program& actor = run.actor();
        if (actor.end == Program::End::kItself && actor.exit_code == exit_code) return nullptr;
        return because("wrong_exit_code", {{"program", actor.name}, {"expected", exit_code}, {"seen", actor.exit_code}});
      },
      true);
}

RunMatcher ClosesEveryHandleOf(const std::string& program) {
  return RunMatcher("closes every handle of " + program, [program](const Run& run) -> Because {
    if (run.actor().end != Program::End::kItself) return nullptr;
    for (const auto& [serial, life] : handle_lives(run, program))
      if (life.closed == 0 && !life.in_use)
        return because("handle_left_open", {{"handle", life.kind}, {"worker", name_of(run, life.program)}});
    return nullptr;
  });
}

RunMatcher HasHandlesToClose(const std::string& program) {
  return RunMatcher("ends by itself, with handles of " + program + " to close", [program](const Run& run) -> Because {
    if (run.actor().end == Program::End::kItself && !handle_lives(run, program).empty()) return nullptr;
    const Because end = unfinished(run);
    return end.is_null() ? because("nothing_to_close", {{"program", run.program}}) : end;
  });
}

RunMatcher ClosesNothingTwice() {
  return RunMatcher("closes no handle twice, and nothing that is none", [](const Run& run) -> Because {
    for (const Call& call : run.calls) {
      if (call.program != kActor || call.api != Api::kCloseHandle || !call.end || call.result != 0 || call.on.empty()) continue;
      const Object& object = call.on[0];
      if (object.kind == Object::Kind::kClosed && object.program > 0) {
        bool thread = false;
        for (const Call& start : run.calls)
          if (start.api == Api::kCreateProcess && start.handles.size() == 2 && start.handles[1] == object.handle) thread = true;
        return because("handle_closed_twice", {{"handle", thread ? "thread" : "process"}, {"worker", name_of(run, object.program)}},
                       call.begin.order);
      }
      if (object.kind == Object::Kind::kInvalid) return because("closed_something_else", {{"call", call.api}}, call.begin.order);
    }
    return nullptr;
  });
}

RunMatcher UsesNoWildHandle() {
  return RunMatcher("uses no handle that it was not given", [](const Run& run) -> Because {
    for (const Call& call : run.calls) {
      if (call.program != kActor) continue;
      for (const Object& object : call.on)
        if (is_wild(call, object)) return because("wild_handle", {{"call", call.api}, {"error", call.error}}, call.begin.order);
    }
    return nullptr;
  });
}

}  // namespace lab::checks
