// What a program printed, and how it ended.
#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>

#include "checks/matchers.h"
#include "checks/program_reasons.h"
#include "checks/reasons.h"
#include "text/text.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "exit_code_never_read",
     .en = "The exit code of {worker} was never read, and only GetExitCodeProcess tells it.",
     .ko = "{worker}의 종료 코드를 읽은 적이 없습니다. 종료 코드는 GetExitCodeProcess만 알려 줍니다."},
    {.id = "exit_code_of_thread",
     .en = "The thread handle of {worker} was used where the exit code of the process was wanted.",
     .ko = "프로세스의 종료 코드를 읽을 자리에 {worker}의 스레드 핸들을 썼습니다."},
    {.id = "exit_code_of_closed_handle",
     .en = "The exit code of {worker} was asked for through a handle that had been closed before.",
     .ko = "이미 닫은 핸들로 {worker}의 종료 코드를 물었습니다."},
    {.id = "took_259_for_running",
     .outcome = Outcome::kTimedOut,
     .en = "{worker} had ended, and 259 was its exit code. The program asked for it again and again. 259 is also STILL_ACTIVE: the number "
           "alone does not tell whether a process still runs.",
     .ko = "{worker}은/는 종료 코드 259를 남기고 이미 끝났는데 프로그램이 종료 코드를 계속 다시 물었습니다. 259는 STILL_ACTIVE이기도 해서, "
           "이 숫자만으로는 프로세스가 아직 실행 중인지 알 수 없습니다."},
    {.id = "label_missing",
     .cause = "no label",
     .en = "The program printed no number after \"{label}:\".",
     .ko = "\"{label}:\" 뒤에 출력된 숫자가 없습니다."},
    {.id = "worker_failure_ignored",
     .en = "{worker} ended with {code:code}, which says that it failed; the program used the number as a sum.",
     .ko = "{worker}이/가 실패를 뜻하는 {code:code}으로/로 끝났는데 그 숫자를 합으로 썼습니다."},
    {.id = "total_printed_anyway",
     .en = "The program printed total: {seen}, although a part was missing. Without both parts there is no total.",
     .ko = "한쪽 합이 없는데도 total: {seen}을/를 출력했습니다. 두 합이 모두 있어야 total을 낼 수 있습니다."},
    {.id = "uncaught_exception",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .en = "{program}{arguments:after} ended with a C++ exception that it did not catch: {thrown}.",
     .ko = "{program}{arguments:after}이/가 C++ 예외를 처리하지 않아 비정상 종료했습니다. 예외: {thrown}"},
    {.id = "loops_forever",
     .outcome = Outcome::kTimedOut,
     .en = "{program}{arguments:after} did not end: it was computing without a pause when the grader ended it.",
     .ko = "{program}{arguments:after}이/가 끝나지 않았습니다. 쉬지 않고 계산만 하고 있어서 채점기가 끝냈습니다."},
    {.id = "blocked_forever",
     .outcome = Outcome::kTimedOut,
     .en = "{program} was in {call}, for something that could no longer happen, so the grader ended it.",
     .ko = "{program}이/가 더는 일어날 수 없는 일을 {call}에서 기다리고 있어서 채점기가 끝냈습니다."},
    {.id = "blocked_at_the_keyboard",
     .outcome = Outcome::kTimedOut,
     .en = "{program} was waiting for something to be typed that nobody would type, so the grader ended it.",
     .ko = "{program}이/가 아무도 입력하지 않을 것을 기다리고 있어서 채점기가 끝냈습니다."},
    {.id = "ended_in_unknown_wait",
     .outcome = Outcome::kNotGradable,
     .en = "{program} was waiting in a function that the grader does not know, and nothing else could go on, so the grader ended it. "
           "Whether the wait would have ended is unknown, so what this run was to show was not judged. Wait with a function that the "
           "handout names.",
     .ko = "{program}이/가 채점기가 모르는 함수에서 기다리고 있었고 다른 일도 더 진행될 수 없어서 채점기가 끝냈습니다. 기다리던 일이 "
           "일어났을지는 알 수 없으므로 이 실행으로 볼 것은 채점하지 않았습니다. 유인물에 나오는 함수로 기다려 보세요."},
    {.id = "flooded",
     .outcome = Outcome::kTimedOut,
     .en = "{program} printed or called without end, so the grader ended it.",
     .ko = "{program}이/가 출력이나 호출을 끝없이 되풀이해서 채점기가 끝냈습니다."},
    {.id = "array_overrun",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .en = "{program} used an array beyond its end. A program that the grader builds from its source is stopped at that very moment.",
     .ko = "{program}이/가 배열의 끝을 넘어서 썼습니다. 채점기가 소스를 빌드한 프로그램은 바로 그 순간에 멈춥니다."},
}};

using nlohmann::json;
using trace::Object;
using trace::Program;

constexpr int kActor = 0;

bool part_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// Letter case and blanks do not count in the kit's sentences.
std::string folded(const std::string& text) {
  std::string out = lower(text);
  out.erase(std::remove_if(out.begin(), out.end(), [](unsigned char c) { return std::isspace(c) != 0; }), out.end());
  return out;
}

// A question that failed, or was never asked, explains a wrong number better than the number does.
Because unanswered_question(const Run& run) {
  for (const Call& call : run.calls) {
    if (call.program != kActor || call.on.empty() || call.on[0].program < 0) continue;
    const json worker = {{"worker", name_of(run, call.on[0].program)}};
    const bool asks_process = call.api == Api::kGetExitCodeProcess && call.end && call.result == 0;
    if ((asks_process && call.on[0].kind == Object::Kind::kThread) || call.api == Api::kGetExitCodeThread)
      return because(kReasons["exit_code_of_thread"], worker, call.begin.order);
    if (asks_process && call.on[0].kind == Object::Kind::kClosed)
      return because(kReasons["exit_code_of_closed_handle"], worker, call.begin.order);
  }
  for (std::size_t i = 1; i < run.programs.size(); ++i) {
    const int worker = static_cast<int>(i);
    const bool read = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) {
      return call.program == kActor && call.api == Api::kGetExitCodeProcess && !call.on.empty() && call.on[0].program == worker;
    });
    if (run.programs[i].parent == kActor && run.programs[i].role != Program::Role::kForeign && !read)
      return because(kReasons["exit_code_never_read"], {{"worker", name_of(run, worker)}});
  }
  return {};
}

std::uint64_t ended_at(const Run& run, int program) {
  for (const trace::Event& event : run.events)
    if (event.kind == trace::Event::Kind::kSignaled && event.program == program) return event.when.order;
  return 0;
}

// Of a program that did not end: what it asked last, if it asked a worker that had ended with 259, more than once since then.
Because took_259_for_running(const Run& run) {
  std::map<int, std::uint64_t> times;
  for (std::size_t i = run.calls.size(); i-- > 0;) {
    const Call& call = run.calls[i];
    if (call.api != Api::kGetExitCodeProcess || call.value != 259 || call.on.empty() || call.on[0].kind != Object::Kind::kProcess) continue;
    const int asked = call.on[0].program;
    if (asked <= 0 || run.programs[static_cast<std::size_t>(asked)].end != Program::End::kItself) continue;
    if (call.end && call.end->order < ended_at(run, asked)) continue;
    if ((times[asked] += call.times) > 1)
      return because(kReasons["took_259_for_running"], {{"worker", name_of(run, asked)}}, call.begin.order);
  }
  return {};
}

}  // namespace

std::span<const Reason> end_reasons() { return kReasons; }

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

namespace {

// What the handler says that the grader builds into a program (compile/student/terminate.cpp).
std::string uncaught_exception(const Run& run) {
  constexpr std::uint32_t kException = 0xE06D7363;
  constexpr std::string_view kSays = "Uncaught C++ exception: ";
  const std::string line = run.actor().exit_code == kException ? line_saying(run, std::string(kSays)) : "";
  return line.starts_with(kSays) ? line.substr(kSays.size()) : "";
}

}  // namespace

Because unfinished(const Run& run) {
  const Program& actor = run.actor();
  switch (actor.end) {
    case Program::End::kCrashed:
      if (stopped_by_bounds_check(run)) return because(kReasons["array_overrun"], {{"program", actor.name}});
      if (const std::string thrown = uncaught_exception(run); !thrown.empty())
        return because(kReasons["uncaught_exception"], {{"program", actor.name}, {"arguments", actor.arguments}, {"thrown", thrown}});
      return because(kShared["crashed"], {{"program", actor.name}, {"arguments", actor.arguments}, {"exception", actor.exit_code}});
    case Program::End::kLoop:
      if (Because asked = took_259_for_running(run)) return asked;
      return because(kReasons["loops_forever"], {{"program", actor.name}, {"arguments", actor.arguments}});
    case Program::End::kBlocked:
      for (const Call& call : run.calls) {
        if (call.program != kActor || (call.end && !call.ended_by_grader)) continue;
        const auto stream = call.text.find("stream");
        if (stream != call.text.end() && stream->second == "stdin")
          return because(kReasons["blocked_at_the_keyboard"], {{"program", actor.name}}, call.begin.order);
        if (Because asked = took_259_for_running(run); call.api == Api::kSleep && asked) return asked;
        return because(kReasons["blocked_forever"], {{"program", actor.name}, {"call", call.api}}, call.begin.order);
      }
      [[fallthrough]];
    case Program::End::kTimeout:
      return because(kProgramReasons["interrupted"], {{"program", actor.name}});
    case Program::End::kUnknownWait:
      return because(kReasons["ended_in_unknown_wait"], {{"program", actor.name}});
    case Program::End::kFlood:
      return because(kReasons["flooded"], {{"program", actor.name}});
    default:
      return {};
  }
}

RunMatcher::RunMatcher(std::string description, std::function<Because(const Run&)> test, bool about_the_end)
    : description_(std::move(description)), test_(std::move(test)), about_the_end_(about_the_end) {}

Because RunMatcher::reason_against(const Run& run) const {
  Because reason = test_(run);
  if (!reason) return reason;
  if (about_the_end_ || run.actor().end == Program::End::kUnknownWait)
    if (Because end = unfinished(run)) reason = std::move(end);
  reason.run = run.scenario;
  reason.program = run.program;
  return reason;
}

bool RunMatcher::MatchAndExplain(const Run& run, testing::MatchResultListener* listener) const {
  const Because because = reason_against(run);
  if (!because) return true;
  const Reason& reason = *because.reason;
  const bool ended = reason.outcome == Outcome::kTimedOut && run.actor().end == Program::End::kItself;
  record(because, ended ? Outcome::kFailed : reason.outcome);
  *listener << text::filled(text::Language::kEnglish, reason.en, reason.ko, because.args);
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
        if (seen == std::to_string(number)) return {};
        if (Because question = unanswered_question(run)) return question;
        if (!seen) return because(kShared["number_missing"], {{"label", label}, {"expected", number}});
        return because(kShared["number_not_printed"], {{"label", label}, {"expected", number}, {"seen", *seen}});
      },
      true);
}

RunMatcher PrintsSomeNumber(const std::string& label) {
  return RunMatcher(
      "prints a number after " + label + ":",
      [label](const Run& run) -> Because {
        return printed_number(run, label) ? Because() : because(kReasons["label_missing"], {{"label", label}});
      },
      true);
}

RunMatcher PrintsNo(const std::string& label) {
  return RunMatcher("prints no " + label, [label](const Run& run) -> Because {
    const std::optional<std::string> seen = printed_number(run, label);
    if (!seen) return {};
    if (Because question = unanswered_question(run)) return question;
    for (std::size_t i = 1; i < run.programs.size(); ++i)
      if (const Program& worker = run.programs[i];
          worker.exit_code >= 0x80000000 && worker.end != Program::End::kRunning && worker.end != Program::End::kKilled)
        return because(kReasons["worker_failure_ignored"], {{"worker", name_of(run, static_cast<int>(i))}, {"code", worker.exit_code}});
    return because(kReasons["total_printed_anyway"], {{"seen", *seen}});
  });
}

RunMatcher Says(const std::string& sentence) {
  return RunMatcher(
      "says " + sentence,
      [sentence](const Run& run) -> Because {
        return said(run, sentence) ? Because() : because(kShared["sentence_not_printed"], {{"sentence", sentence}});
      },
      true);
}

RunMatcher EndsWith(std::uint32_t exit_code) {
  return RunMatcher(
      fmt::format("ends with exit code {}", exit_code),
      [exit_code](const Run& run) -> Because {
        const Program& actor = run.actor();
        if (actor.end == Program::End::kItself && actor.exit_code == exit_code) return {};
        return because(kShared["wrong_exit_code"], {{"program", actor.name}, {"expected", exit_code}, {"seen", actor.exit_code}});
      },
      true);
}

}  // namespace lab::checks
