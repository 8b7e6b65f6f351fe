// What a program printed, and how it ended.
#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>

#include "checks/mail_run.h"
#include "checks/matchers.h"
#include "checks/program_reasons.h"
#include "checks/reasons.h"
#include "text/text.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "exit_code_never_read",
     .hints_of = "PrintsPartsAndTotal",
     .en = "The exit code of {worker} was never read, and only GetExitCodeProcess tells it.",
     .ko = "{worker}의 종료 코드를 읽은 적이 없습니다. 종료 코드는 GetExitCodeProcess만 알려 줍니다."},
    {.id = "exit_code_of_thread",
     .hint = {.en = "CreateProcess fills in two handles: hProcess and hThread. Which of the two does GetExitCodeProcess take?",
              .ko = "CreateProcess는 hProcess와 hThread, 두 핸들을 채워 줍니다. GetExitCodeProcess에는 어느 쪽을 넘겨야 할까요?"},
     .en = "The thread handle of {worker} was used where the exit code of the process was wanted.",
     .ko = "프로세스의 종료 코드를 읽을 자리에 {worker}의 스레드 핸들을 썼습니다."},
    {.id = "exit_code_of_closed_handle",
     .hint = {.en = "Which line closes the handle of {worker}, and which one reads its exit code? In which order do the two run?",
              .ko = "{worker}의 핸들을 닫는 줄과 종료 코드를 읽는 줄은 어디인가요? 둘 가운데 어느 것이 먼저 실행되나요?"},
     .en = "The exit code of {worker} was asked for through a handle that had been closed before.",
     .ko = "이미 닫은 핸들로 {worker}의 종료 코드를 물었습니다."},
    {.id = "took_259_for_running",
     .outcome = Outcome::kTimedOut,
     .hints_of = "BelievesAnExitCodeOf259",
     .en = "{worker} had ended, and 259 was its exit code. The program asked for it again and again. 259 is also STILL_ACTIVE: the number "
           "alone does not tell whether a process still runs.",
     .ko = "{worker}은/는 종료 코드 259를 남기고 이미 끝났는데 프로그램이 종료 코드를 계속 다시 물었습니다. 259는 STILL_ACTIVE이기도 해서, "
           "이 숫자만으로는 프로세스가 아직 실행 중인지 알 수 없습니다."},
    {.id = "label_missing",
     .cause = "no label",
     .hint = {.en = "Look at the line that prints \"{label}:\". Does a number stand right behind the colon, and is the label spelled as in "
                    "the handout?",
              .ko = "\"{label}:\"을/를 출력하는 줄을 보세요. 콜론 바로 뒤에 숫자가 있고, 이름은 유인물에 적힌 그대로인가요?"},
     .en = "The program printed no number after \"{label}:\".",
     .ko = "\"{label}:\" 뒤에 출력된 숫자가 없습니다."},
    {.id = "success_taken_for_failure",
     .cause = "no label",
     .hint = {.en = "With what does your program compare the result of {call}? WAIT_OBJECT_0 is right. In a BOOL variable 0 is FALSE.",
              .ko = "{call}의 결과를 무엇과 비교하나요? WAIT_OBJECT_0이어야 합니다. BOOL 변수에 담으면 0은 FALSE가 됩니다."},
     .hints_of = "WaitsForBothWorkers",
     .en = "{call} returned WAIT_OBJECT_0, which is 0: it had not failed, and no other call failed either. The program ended with exit "
           "code {exit_code:code} nevertheless, as after a failure, without \"{label}:\".",
     .ko = "{call}은/는 WAIT_OBJECT_0, 곧 0을 돌려주었고 실패한 호출은 없습니다. 그런데 프로그램은 실패한 것처럼 \"{label}:\"을/를 "
           "출력하지 않고 종료 코드 {exit_code:code}으로/로 끝났습니다."},
    {.id = "worker_failure_ignored",
     .hints_of = "ReportsAFailedWorker",
     .en = "{worker} ended with {code:code}, which says that it failed; the program used the number as a sum.",
     .ko = "{worker}이/가 실패를 뜻하는 {code:code}으로/로 끝났는데 그 숫자를 합으로 썼습니다."},
    {.id = "total_printed_anyway",
     .hint = {.en = "Look at the line that prints total. Which conditions lead there, and which of them knows that a part is missing?",
              .ko = "total을 출력하는 줄을 보세요. 거기로 가는 조건은 무엇이고, 한쪽 합이 없다는 것을 아는 조건이 있나요?"},
     .en = "The program printed total: {seen}, although a part was missing. Without both parts there is no total.",
     .ko = "한쪽 합이 없는데도 total: {seen}을/를 출력했습니다. 두 합이 모두 있어야 total을 낼 수 있습니다."},
    {.id = "uncaught_exception",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .hint = {.en = "Which statement throws this? Catch it there, or ask beforehand whether the statement can do its work.",
              .ko = "어느 문장이 이 예외를 던지나요? 그 자리에서 catch로 처리하거나, 그 문장을 실행해도 되는지 먼저 확인하세요."},
     .en = "{program}{arguments:after} ended with a C++ exception that it did not catch: {thrown}.",
     .ko = "{program}{arguments:after}이/가 C++ 예외를 처리하지 않아 비정상 종료했습니다. 예외: {thrown}"},
    {.id = "loops_forever",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "Which loop is it? Which condition ends it, and what inside the loop changes that condition?",
              .ko = "어느 반복문인가요? 그 반복을 끝내는 조건은 무엇이고, 반복문 안의 무엇이 그 조건을 바꾸나요?"},
     .en = "{program}{arguments:after} did not end: it was computing without a pause when the grader ended it.",
     .ko = "{program}{arguments:after}이/가 끝나지 않았습니다. 쉬지 않고 계산만 하고 있어서 채점기가 끝냈습니다."},
    {.id = "blocked_forever",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "What does {call} wait for here, and which program was to make it happen?",
              .ko = "여기서 {call}은/는 무엇을 기다리고, 그 일은 어느 프로그램이 일으켜야 하나요?"},
     .en = "{program} was in {call}, for something that could no longer happen, so the grader ended it.",
     .ko = "{program}이/가 더는 일어날 수 없는 일을 {call}에서 기다리고 있어서 채점기가 끝냈습니다."},
    {.id = "blocked_at_the_keyboard",
     .outcome = Outcome::kTimedOut,
     .hint = {.en = "Which call reads the keyboard? A getchar or a system(\"pause\") that keeps the window open belongs out of a program "
                    "that others start.",
              .ko = "키보드를 읽는 호출은 어디인가요? 창을 열어 두려고 넣은 getchar나 system(\"pause\")는 다른 프로그램이 실행하는 "
                    "프로그램에서는 빼야 합니다."},
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
     .hint = {.en = "Which loop prints or calls without end? Which result inside it should have ended it?",
              .ko = "끝없이 출력하거나 호출하는 반복문은 어느 것인가요? 그 안의 어떤 결과를 보고 끝냈어야 할까요?"},
     .en = "{program} printed or called without end, so the grader ended it.",
     .ko = "{program}이/가 출력이나 호출을 끝없이 되풀이해서 채점기가 끝냈습니다."},
    {.id = "array_overrun",
     .outcome = Outcome::kCrashed,
     .cause = "overrun",
     .hint = {.en = "How many elements has the array, and which index does your program reach? Is that index a number of characters, or of "
                    "bytes?",
              .ko = "배열의 원소는 몇 개이고, 프로그램이 쓰는 인덱스는 어디까지 가나요? 그 인덱스는 글자 수인가요, 바이트 수인가요?"},
     .en = "{program} used an array beyond its end. A program that the grader builds from its source is stopped at that very moment.",
     .ko = "{program}이/가 배열의 끝을 넘어서 썼습니다. 채점기가 소스를 빌드한 프로그램은 바로 그 순간에 멈춥니다."},
}};

constexpr std::int64_t kMostObjects = 64, kStillActive = 259;  // results of a wait below the first: WAIT_OBJECT_0 and an index

using nlohmann::json;
using trace::Object;
using trace::Program;

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
    if (call.program != kUnderTest || call.on.empty() || call.on[0].program < 0) continue;
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
      return call.program == kUnderTest && call.api == Api::kGetExitCodeProcess && !call.on.empty() && call.on[0].program == worker;
    });
    if (run.programs[i].parent == kUnderTest && run.programs[i].role != Program::Role::kForeign && !read)
      return because(kReasons["exit_code_never_read"], {{"worker", name_of(run, worker)}});
  }
  return {};
}

// Whether the call failed, or told something that the program may take for a failure: a number other than a sum, 259 among them.
bool may_tell_of_a_failure(const Call& call) {
  if (call.error != 0 || (is_wait(call.api) && call.result >= kMostObjects)) return true;
  return call.api == Api::kGetExitCodeProcess && call.value.value_or(0) >= kStillActive;
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

Because success_taken_for_failure(const Run& run, const std::string& label) {
  const Program& actor = run.actor();
  if (actor.end != Program::End::kItself || actor.exit_code == 0) return {};
  const Call* wait = nullptr;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest || !call.end) continue;
    if (may_tell_of_a_failure(call)) return {};
    const bool for_programs = !call.on.empty() && call.on[0].kind == Object::Kind::kProcess;
    if (is_wait(call.api) && for_programs && call.result == 0) wait = &call;
  }
  if (!wait) return {};
  return because(kReasons["success_taken_for_failure"], {{"call", wait->api}, {"exit_code", actor.exit_code}, {"label", label}},
                 wait->end->order);
}

LastStep last_step(const Run& run) {
  const Call* last = nullptr;
  for (const Call& call : run.calls)  // what the C++ runtime prints at the end has no line of the source
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
      if (Because in_call = crashed_in_call(run)) return in_call;
      return because(kShared["crashed"], {{"program", actor.name}, {"arguments", actor.arguments}, {"exception", actor.exit_code}});
    case Program::End::kLoop:
      if (Because asked = took_259_for_running(run)) return asked;
      return because(kReasons["loops_forever"], {{"program", actor.name}, {"arguments", actor.arguments}});
    case Program::End::kBlocked:
      for (const Call& call : run.calls) {
        if (call.program != kUnderTest || (call.end && !call.ended_by_grader)) continue;
        const auto stream = call.text.find("stream");
        if (stream != call.text.end() && stream->second == "stdin")
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
    reason.place = call ? call->place : trace::Place();
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
        if (Because taken = seen ? Because() : success_taken_for_failure(run, label)) return taken;
        if (Because question = unanswered_question(run)) return question;
        if (!seen) return because(kShared["number_missing"], {{"label", label}, {"expected", number}});
        if (Because taken = result_taken_for_exit_code(run, label, *seen)) return taken;
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
