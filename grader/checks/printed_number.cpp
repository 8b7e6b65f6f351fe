// Matchers for the number that a program printed after a label, and why it is wrong or missing.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

#include "checks/mail_run.h"
#include "checks/matchers.h"
#include "checks/reasons.h"
#include "text/text.h"
#include "text/utf8.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "exit_code_never_read",
     .hints_of = "PrintsPartsAndTotal",
     .en = "The program never read the exit code of {worker}. Only GetExitCodeProcess returns it.",
     .ko = "{worker}의 종료 코드를 읽지 않았습니다. 종료 코드는 GetExitCodeProcess로만 알 수 있습니다."},
    {.id = "exit_code_of_thread",
     .hint = {.en = "CreateProcess fills in two handles: hProcess and hThread. Which one does GetExitCodeProcess take?",
              .ko = "CreateProcess는 hProcess와 hThread, 두 핸들을 채웁니다. GetExitCodeProcess에는 어느 쪽을 넘겨야 하나요?"},
     .en = "The program used the thread handle of {worker} to read the exit code of the process.",
     .ko = "프로세스의 종료 코드를 읽는 데 {worker}의 스레드 핸들을 썼습니다."},
    {.id = "exit_code_of_closed_handle",
     .cause = "closed handle",
     .hint = {.en = "Which line closes the handle of {worker}, and which line reads its exit code? Which of the two runs first?",
              .ko = "{worker}의 핸들을 닫는 줄과 종료 코드를 읽는 줄은 어디인가요? 둘 가운데 어느 쪽이 먼저 실행되나요?"},
     .en = "The program tried to read the exit code of {worker} through a handle that it had already closed.",
     .ko = "이미 닫은 핸들로 {worker}의 종료 코드를 읽으려 했습니다."},
    {.id = "label_missing",
     .cause = "no label",
     .hint = {.en = "Look at the line that prints \"{label}:\". Does a number follow directly after the colon, and is the label spelled as "
                    "in the handout?",
              .ko = "\"{label}:\"을/를 출력하는 줄을 보세요. 콜론 바로 뒤에 숫자가 있고, 이름은 핸드아웃에 적힌 그대로인가요?"},
     .en = "The program printed no number after \"{label}:\".",
     .ko = "\"{label}:\" 뒤에 숫자를 출력하지 않았습니다."},
    {.id = "success_taken_for_failure",
     .cause = "no label",
     .hint = {.en =
                  "What does your program compare the result of {call} with? WAIT_OBJECT_0 means success. In a BOOL variable, 0 is FALSE.",
              .ko = "{call}의 반환값을 무엇과 비교하나요? WAIT_OBJECT_0이면 성공입니다. BOOL 변수에 저장하면 0은 FALSE가 됩니다."},
     .hints_of = "WaitsForBothWorkers",
     .en = "{call} returned WAIT_OBJECT_0, which is 0 and means success, and no other call failed. Yet the program ended with exit code "
           "{exit_code:code} as if a call had failed, without printing \"{label}:\".",
     .ko = "{call}은/는 성공하여 WAIT_OBJECT_0, 곧 0을 반환했고 실패한 호출은 없습니다. 그런데 프로그램은 실패한 것처럼 \"{label}:\"을/를 "
           "출력하지 않고 종료 코드 {exit_code:code}으로/로 종료했습니다."},
    {.id = "exit_code_taken_for_failure",
     .cause = "no label",
     .hint = {.en = "Which condition after the exit codes were read leads to this end? A sum can be any number from 0 to 0x7FFFFFFF, "
                    "including 259: which exit codes can only a failed worker return?",
              .ko = "종료 코드를 읽은 다음 어떤 조건에서 이렇게 종료하나요? 합은 0부터 0x7FFFFFFF까지 어떤 수든 될 수 있고 259도 그 가운데 "
                    "하나입니다. 실패한 작업 프로세스만 반환하는 종료 코드는 무엇인가요?"},
     .hints_of = "ReportsAFailedWorker",
     .en = "The workers had ended with exit codes {codes}, and no call had failed. The program mistook one of these numbers for a failure: "
           "it ended with exit code {exit_code:code}, without printing \"{label}:\".",
     .ko = "작업 프로세스들은 종료되었고 종료 코드는 {codes}이었/였습니다. 실패한 호출도 없습니다. 그런데 프로그램은 이 가운데 하나를 "
           "실패로 판단하여 \"{label}:\"을/를 출력하지 않고 종료 코드 {exit_code:code}으로/로 종료했습니다."},
    {.id = "worker_failure_ignored",
     .hints_of = "ReportsAFailedWorker",
     .en = "{worker} ended with {code:code}, which means that it failed, but the program used the number as a sum.",
     .ko = "{worker}이/가 실패를 뜻하는 {code:code}으로/로 종료했는데, 그 숫자를 합으로 사용했습니다."},
    {.id = "total_printed_anyway",
     .hint = {.en = "Look at the line that prints total. Which conditions lead there, and which of them tests whether a part is missing?",
              .ko = "total을 출력하는 줄을 보세요. 어떤 조건에서 그 줄로 가나요? 그 가운데 한쪽 합이 없는지 검사하는 조건이 있나요?"},
     .en = "The program printed total: {seen}, although one part was missing. There is no total without both parts.",
     .ko = "한쪽 합이 없는데도 total: {seen}을/를 출력했습니다. 두 합이 모두 있어야 total을 구할 수 있습니다."},
}};

constexpr std::int64_t kMostObjects = 64;      // smaller results of a wait are WAIT_OBJECT_0 plus an index
constexpr std::int64_t kFailure = 0x80000000;  // exit codes of this value or higher mean that a worker failed or crashed

using nlohmann::json;
using trace::Object;
using trace::Program;

bool part_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// Whether the call failed, or returned a value that indicates a failure.
bool shows_a_failure(const Call& call) {
  if (call.error != 0 || (is_wait(call.api) && call.result >= kMostObjects)) return true;
  return call.api == Api::kGetExitCodeProcess && call.value.value_or(0) >= kFailure;
}

// A GetExitCodeProcess call that failed or was never made explains a wrong number better than the number itself.
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

}  // namespace

std::span<const Reason> printed_number_reasons() { return kReasons; }

Because success_taken_for_failure(const Run& run, const std::string& label) {
  const Program& actor = run.actor();
  if (actor.end != Program::End::kItself || actor.exit_code == 0) return {};
  const Call *wait = nullptr, *read = nullptr;
  std::vector<std::string> codes;
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest || !call.end) continue;
    if (shows_a_failure(call)) return {};
    if (call.on.empty() || call.on[0].kind != Object::Kind::kProcess) continue;
    if (is_wait(call.api) && call.result == 0) wait = &call;
    if (!wait || call.api != Api::kGetExitCodeProcess || !call.value) continue;
    if (is_before_the_end(run, call.end->order, call.on[0].program)) return {};  // that number was not an exit code yet
    read = &call;
    codes.push_back(std::to_string(*call.value));
  }
  if (!wait) return {};
  json args = {{"exit_code", actor.exit_code}, {"label", label}};
  if (read) {
    args["codes"] = fmt::format("{}", fmt::join(codes, ", "));
    return because(kReasons["exit_code_taken_for_failure"], std::move(args), read->end->order);
  }
  args["call"] = wait->api;
  return because(kReasons["success_taken_for_failure"], std::move(args), wait->end->order);
}

std::optional<std::string> printed_number(const Run& run, const std::string& label) {
  const std::string output = text::decode_output(run.output);
  const std::string searched = text::lower(output);
  const std::string wanted = text::lower(label);
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

}  // namespace lab::checks
