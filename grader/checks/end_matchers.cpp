// Matchers for what a program printed and how it ended.
#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>

#include "checks/earlier_cause.h"
#include "checks/mail_run.h"
#include "checks/matchers.h"
#include "checks/program_reasons.h"
#include "checks/reasons.h"
#include "text/text.h"
#include "text/utf8.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "took_259_for_running",
     .outcome = Outcome::kTimedOut,
     .hints_of = "BelievesAnExitCodeOf259",
     .en = "{worker} had ended with exit code 259, but the program kept asking for the exit code. 259 is also the value of STILL_ACTIVE, "
           "so the number does not tell you whether a process is still running.",
     .ko = "{worker}은/는 종료 코드 259로 이미 종료되었는데, 프로그램은 종료 코드를 계속 다시 읽었습니다. 259는 STILL_ACTIVE의 값이기도 "
           "하므로, 이 숫자만으로는 프로세스가 아직 실행 중인지 알 수 없습니다."},
    {.id = "uncaught_exception",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .hint = {.en = "Which statement throws this exception? Catch it there, or check beforehand that the statement can succeed.",
              .ko = "어느 문장에서 이 예외가 발생하나요? 그 자리에서 catch로 처리하거나, 그 문장을 실행해도 되는지 먼저 확인하세요."},
     .en = "{program}{arguments:after} ended because of a C++ exception that it did not catch: {thrown}.",
     .ko = "{program}{arguments:after}이/가 C++ 예외를 처리하지 않아 비정상 종료했습니다. 예외: {thrown}"},
    {.id = "loops_forever",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "Which loop is it? Which condition ends it, and which statement inside the loop changes that condition?",
              .ko = "어느 반복문인가요? 반복을 끝내는 조건은 무엇이고, 반복문 안의 어느 문장이 그 조건을 바꾸나요?"},
     .en = "{program}{arguments:after} did not end: it was still running without a pause when the grader terminated it.",
     .ko = "{program}{arguments:after}이/가 종료되지 않았습니다. 쉬지 않고 계산만 계속해서 채점기가 강제로 끝냈습니다."},
    {.id = "blocked_forever",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "What does {call} wait for here, and which program should make it happen?",
              .ko = "여기서 {call}은/는 어떤 일을 기다리나요? 그 일은 어느 프로그램이 해야 하나요?"},
     .en = "{program} was blocked in {call}, waiting for something that could no longer happen, so the grader terminated it.",
     .ko = "{program}이/가 더는 일어날 수 없는 일을 {call}에서 기다리고 있어서 채점기가 강제로 끝냈습니다."},
    {.id = "blocked_at_the_keyboard",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "Which call reads the keyboard? Remove any getchar or system(\"pause\") that keeps the window open: other programs "
                    "start this one.",
              .ko = "키보드 입력을 읽는 호출은 어디에 있나요? 이 프로그램은 다른 프로그램이 실행하므로, 창을 열어 두려고 넣은 getchar나 "
                    "system(\"pause\")는 지우세요."},
     .en = "{program} was waiting for keyboard input that would never come, so the grader terminated it.",
     .ko = "{program}이/가 더는 들어오지 않을 키보드 입력을 기다리고 있어서 채점기가 강제로 끝냈습니다."},
    {.id = "ended_in_unknown_wait",
     .outcome = Outcome::kNotGradable,
     .en = "{program} was waiting in a function that the grader does not know, and nothing else could proceed, so the grader terminated "
           "it. The wait might have ended later, so what this run tests was not judged. Wait with a function that the handout names.",
     .ko = "{program}은/는 채점기가 모르는 함수에서 기다리고 있었고 다른 일도 더 진행될 수 없어서 채점기가 강제로 끝냈습니다. 그 대기가 "
           "끝났을지는 알 수 없으므로 이 실행으로 확인하는 항목은 채점하지 않았습니다. 핸드아웃에 나오는 함수로 기다리세요."},
    {.id = "flooded",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "Which loop prints or makes calls endlessly? Which result inside it should end the loop?",
              .ko = "출력이나 함수 호출을 끝없이 되풀이하는 반복문은 어느 것인가요? 그 안에서 어떤 결과가 나오면 반복을 끝내야 할까요?"},
     .en = "{program} printed or made calls endlessly, so the grader terminated it.",
     .ko = "{program}이/가 출력이나 함수 호출을 끝없이 되풀이해서 채점기가 강제로 끝냈습니다."},
    {.id = "array_overrun",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .hint = {.en = "How many elements does the array have, and how large does the index get? Is that index a number of characters or a "
                    "number of bytes?",
              .ko = "배열의 원소는 몇 개이고, 프로그램이 사용하는 인덱스는 어디까지 커지나요? 그 인덱스는 글자 수인가요, 바이트 수인가요?"},
     .en = "{program} accessed an array past its end. The grader stops a program that it builds from source as soon as this happens.",
     .ko =
         "{program}이/가 배열의 끝을 넘어서 접근했습니다. 채점기가 소스에서 직접 빌드한 프로그램은 그런 접근이 일어나는 순간 중지됩니다."},
}};

using nlohmann::json;
using trace::Object;
using trace::Program;

// Letter case and white space are ignored in the kit's sentences.
std::string folded(const std::string& text) {
  std::string out = text::lower(text);
  out.erase(std::remove_if(out.begin(), out.end(), [](unsigned char c) { return std::isspace(c) != 0; }), out.end());
  return out;
}

// Why a program did not end: it kept reading the exit code of a worker that had ended with 259. None if this is not the case.
Because took_259_for_running(const Run& run) {
  std::map<int, std::uint64_t> times;
  for (std::size_t i = run.calls.size(); i-- > 0;) {
    const Call& call = run.calls[i];
    if (call.api != Api::kGetExitCodeProcess || call.value != 259 || call.on.empty() || call.on[0].kind != Object::Kind::kProcess) continue;
    const int asked = call.on[0].program;
    if (asked <= 0 || run.programs[static_cast<std::size_t>(asked)].end != Program::End::kItself) continue;
    if (call.end && is_before_the_end(run, call.end->order, asked)) continue;
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

LastStep last_step(const Run& run) {
  const Call* last = nullptr;
  for (const Call& call : run.calls)  // output that the C++ runtime flushes at the end has no source line
    if (call.program == kUnderTest && (!last || call.place || !last->place)) last = &call;
  if (!last) return {"-", {}};
  const auto written = last->text.find("written");
  if (written == last->text.end()) return {trace::name(last->api), last->begin.order};
  const std::vector<std::string> lines = printed_lines(written->second);
  return {"print \"" + (lines.empty() ? "" : shortened(lines.back())) + "\"", last->begin.order};
}

std::string giving_up(const Run& run) {
  const bool by_itself = !run.programs.empty() && run.actor().end == Program::End::kItself && run.actor().exit_code != 0;
  return by_itself ? line_saying(run, "Unable to") : "";
}

namespace {

// Output without another call in between is recorded as one call, which has the place of its first line.
bool prints_several_lines(const Call& call) { return printed_lines(text_of(call, "written")).size() > 1; }

// The message of the terminate handler that the grader builds into a program (compile/student/terminate.cpp).
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
      if (Because in_call = crashed_in_call(run)) return in_call;
      return because(kShared["crashed"], {{"program", actor.name}, {"arguments", actor.arguments}, {"exception", actor.exit_code}});
    case Program::End::kLoop:
      if (Because asked = took_259_for_running(run)) return asked;
      return because(kReasons["loops_forever"], {{"program", actor.name}, {"arguments", actor.arguments}});
    case Program::End::kBlocked:
      for (const Call& call : run.calls) {
        if (call.program != kUnderTest || (call.end && !call.ended_by_grader)) continue;
        if (text_of(call, "stream") == "stdin")
          return because(kReasons["blocked_at_the_keyboard"], {{"program", actor.name}}, call.begin.order);
        if (Because asked = took_259_for_running(run); call.api == Api::kSleep && asked) return asked;
        if (Because never = why_never_over(run, call)) return never;
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
  if (reason.order) {
    const Call* const call = trace::call_at(run, *reason.order);
    if (call && !prints_several_lines(*call)) reason.place = call->place;
    if (call) tell_cause(run, *call, reason);
  }
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
