// Matchers for the programs that a program has started, and why others did not start.
#include <algorithm>
#include <cctype>

#include "checks/matchers.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "too_few_workers",
     .hint = {.en = "How many times does this run call CreateProcess? Each program takes one call.",
              .ko = "이 실행에서 CreateProcess를 몇 번 호출했나요? 프로그램마다 한 번씩 호출해야 합니다."},
     .en = "The program should have started {expected} program{expected:s}, but it started only {seen}.",
     .ko = "프로그램 {expected}개를 시작해야 하는데 {seen}개만 시작했습니다."},
    {.id = "start_failed",
     .hint = kWhereTheProgramIs,
     .en = "{call} failed to start \"{seen}\" (error {error:error}), so a program that should be running is not.",
     .ko = "{call}에 \"{seen}\"을/를 넘겼는데 오류 {error:error}으로/로 실패해서, 시작해야 할 프로그램이 시작되지 않았습니다."},
    {.id = "another_start_failed",
     .hint = kWhereTheProgramIs,
     .en = "{call} was called with \"{seen}\" instead of \"{expected}\" and failed with error {error:error}.",
     .ko = "{call}에 \"{expected}\"을/를 넘겨야 하는데 \"{seen}\"을/를 넘겼고, 오류 {error:error}으로/로 실패했습니다."},
    {.id = "command_line_for_path",
     .hint = {.en = "The first argument of CreateProcess is the path of the program, the second one the command line. Which of your "
                    "variables is which?",
              .ko = "CreateProcess의 첫 번째 인수는 프로그램의 경로, 두 번째 인수는 명령줄입니다. 어느 변수가 경로이고 어느 변수가 "
                    "명령줄인가요?"},
     .en = "\"{seen}\" was passed to CreateProcess as its first argument, lpApplicationName, and the call failed with error {error:error}. "
           "That argument takes only the path of the program; the command line is the second argument.",
     .ko = "CreateProcess의 첫 번째 인수 lpApplicationName으로 \"{seen}\"을/를 넘겨서 오류 {error:error}으로/로 실패했습니다. 이 인수에는 "
           "프로그램의 경로만 넘깁니다. 명령줄은 두 번째 인수입니다."},
    {.id = "never_tried_to_start",
     .step_of = StepOf::kCheck,
     .hint = {.en = "Which TODO starts the programs? Do that one first: only a call can show how your program handles a failure.",
              .ko = "어느 TODO에서 프로그램을 시작하나요? 그것부터 하세요. 실패를 어떻게 처리하는지는 호출이 있어야 확인할 수 있습니다."},
     .en = "This run makes CreateProcess fail, but {program} never called it.",
     .ko = "이 실행에서는 CreateProcess가 실패해야 하는데 {program}은/는 이 함수를 호출하지 않았습니다."},
    {.id = "too_many_workers",
     .hint = {.en = "How many times does this run call CreateProcess, and from which lines? Is one of the calls inside a loop?",
              .ko = "이 실행에서 CreateProcess를 어느 줄에서 몇 번 호출했나요? 반복문 안에서 호출하지는 않나요?"},
     .en = "The program should have started {expected} program{expected:s}, but it started {seen}.",
     .ko = "프로그램 {expected}개를 시작해야 하는데 {seen}개를 시작했습니다."},
    {.id = "wrong_worker_arguments",
     .hint = {.en = "What does the worker find in argv[0], argv[1] and argv[2]? The command line begins with the name of the program, "
                    "followed by arguments separated by spaces.",
              .ko = "작업 프로세스의 argv[0], argv[1], argv[2]에는 무엇이 들어가나요? 명령줄은 프로그램의 이름으로 시작하고, 그 뒤의 "
                    "인수는 공백으로 구분합니다."},
     .en = "A worker was started with the wrong command line.\nexpected: {line_expected}\nseen: {line}",
     .ko = "작업 프로세스를 시작한 명령줄이 다릅니다.\n기대한 명령줄: {line_expected}\n실제 명령줄: {line}"},
}};

using nlohmann::json;
using trace::Program;

bool same_letters(const std::string& a, const std::string& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// The name of the program that CreateProcess was asked to start, without folder and ".exe".
std::string asked_name(const std::string& application, const std::string& line) {
  std::string name = application;
  if (name.empty() && line.starts_with('"')) name = line.substr(1, line.find('"', 1) - 1);
  if (name.empty()) name = line.substr(0, line.find_first_of(" \t"));
  name.erase(0, name.find_last_of("\\/") + 1);
  constexpr std::size_t kEnding = 4;
  if (name.size() > kEnding && same_letters(name.substr(name.size() - kEnding), ".exe")) name.resize(name.size() - kEnding);
  return name;
}

// Why a program is missing: a start failed, and not because the grader made it fail. `command`: the expected command, such as "Child one
// two".
Because too_few(const Run& run, std::size_t seen, std::size_t expected, const std::string& program, const std::string& command) {
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest || call.api != Api::kCreateProcess || !call.end || call.result != 0 || call.faulted) continue;
    const std::string application = text_of(call, "application"), line = text_of(call, "command_line");
    const json args = {
        {"call", call.api}, {"error", call.error}, {"seen", application.empty() ? line : application}, {"expected", command}};
    const bool has_arguments = application.find(' ') != std::string::npos && begins_with_name(application, program);
    if (has_arguments) return because(kReasons["command_line_for_path"], args, call.begin.order);
    const std::string name = asked_name(application, line);
    const bool of_another = !name.empty() && !same_letters(name, program);
    return because(of_another ? kReasons["another_start_failed"] : kReasons["start_failed"], args, call.begin.order);
  }
  if (seen == 0) return because(kShared["no_workers"], {{"expected", expected}});
  for (const Call& call : run.calls)
    if (call.program == kUnderTest && call.api == Api::kCreateProcess)
      if (Because taken = success_taken_for_failure(run, call)) return taken;
  return because(kReasons["too_few_workers"], {{"seen", seen}, {"expected", expected}});
}

std::string command_of(const std::string& program, const std::string& arguments) {
  return arguments.empty() ? program : program + " " + arguments;
}

// `command`: the expected command, such as "PartAdder 1 5".
Because started_something_else(const Run& run, const std::string& program, const std::string& command) {
  if (!started(run, program).empty()) return {};
  for (std::size_t i = 0; i < run.programs.size(); ++i) {
    const Program& other = run.programs[i];
    if (other.parent != kUnderTest || same_letters(other.name, program)) continue;
    const Call* start = start_of(run, static_cast<int>(i));
    return because(kShared["started_something_else"], {{"seen", command_line_of(run, static_cast<int>(i))}, {"expected", command}},
                   start ? std::optional(start->begin.order) : std::nullopt);
  }
  return {};
}

Because of_another_line(const Run& run, const std::string& program, const Worker& wrong, const std::string& arguments) {
  const Call* start = start_of(run, wrong.program);
  return because(kReasons["wrong_worker_arguments"],
                 {{"seen", wrong.arguments},
                  {"expected", arguments},
                  {"line", command_line_of(run, wrong.program)},
                  {"line_expected", command_of(program, arguments)}},
                 start ? std::optional(start->begin.order) : std::nullopt);
}

}  // namespace

std::span<const Reason> start_reasons() { return kReasons; }

const Call* start_of(const Run& run, int program) {
  for (const Call& call : run.calls)
    if (call.api == Api::kCreateProcess && call.started == program) return &call;
  return nullptr;
}

std::string command_line_of(const Run& run, int program) {
  const Call* const start = start_of(run, program);
  if (!start) return name_of(run, program);
  const std::string line = text_of(*start, "command_line");
  return line.empty() ? text_of(*start, "application") : line;
}

bool begins_with_name(const std::string& line, const std::string& program) { return same_letters(asked_name("", line), program); }

RunMatcher Started(const std::string& program, std::vector<std::string> arguments) {
  return RunMatcher(
      "starts " + program + " as often as it should, with the right arguments",
      [program, arguments](const Run& run) -> Because {
        const std::vector<Worker> workers = started(run, program);
        if (Because other = started_something_else(run, program, command_of(program, arguments.front()))) return other;
        if (workers.size() < arguments.size())
          return too_few(run, workers.size(), arguments.size(), program, command_of(program, arguments.front()));
        if (workers.size() > arguments.size())
          return because(kReasons["too_many_workers"], {{"seen", workers.size()}, {"expected", arguments.size()}});
        std::vector<std::string> missing = arguments;
        const Worker* wrong = nullptr;
        for (const Worker& worker : workers) {
          const auto match = std::find(missing.begin(), missing.end(), worker.arguments);
          if (match != missing.end())
            missing.erase(match);
          else if (!wrong)
            wrong = &worker;  // the first wrong one; it is reported with the first missing one
        }
        if (!wrong) return {};
        return of_another_line(run, program, *wrong, missing.front());
      },
      true);
}

bool calls_create_process(const Run& run) {
  return std::any_of(run.calls.begin(), run.calls.end(),
                     [](const Call& call) { return call.program == kUnderTest && call.api == Api::kCreateProcess; });
}

RunMatcher TriedToStart(const std::string& program, int times) {
  return RunMatcher("tries to start " + program, [program, times](const Run& run) -> Because {
    const bool tried = std::any_of(run.calls.begin(), run.calls.end(), [](const Call& call) {
      return call.api == Api::kCreateProcess && call.program == kUnderTest && call.result == 0;
    });
    if (tried) return {};
    if (!calls_create_process(run)) return because(kReasons["never_tried_to_start"], {{"program", run.program}});
    if (Because other = started_something_else(run, program, program)) return other;
    return too_few(run, started(run, program).size(), static_cast<std::size_t>(times), program, program);
  });
}

}  // namespace lab::checks
