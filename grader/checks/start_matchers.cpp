// Which programs a program has started, and why others did not come up.
#include <algorithm>
#include <cctype>

#include "checks/matchers.h"
#include "checks/reasons.h"

namespace lab::checks {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "too_few_workers",
     .en = "{expected} program{expected:s} should have been started, but the program started only {seen}.",
     .ko = "프로그램 {expected}개를 시작해야 하는데 {seen}개만 시작했습니다."},
    {.id = "start_failed",
     .en = "{call} was asked for \"{seen}\" and failed with error {error:error}, so a program that should have been started did not come "
           "up.",
     .ko = "{call}에 \"{seen}\"을/를 넘겼는데 오류 {error:error}으로/로 실패해서, 시작해야 할 프로그램이 시작되지 않았습니다."},
    {.id = "another_start_failed",
     .en = "{call} was asked for \"{seen}\" and failed with error {error:error}; \"{expected}\" was expected.",
     .ko = "{call}에 \"{expected}\"을/를 넘겨야 하는데 \"{seen}\"을/를 넘겼고, 오류 {error:error}으로/로 실패했습니다."},
    {.id = "never_tried_to_start",
     .en = "A start was to fail here, but {program} never called CreateProcess.",
     .ko = "여기서는 시작이 실패하게 되어 있는데 {program}이/가 CreateProcess를 호출하지 않았습니다."},
    {.id = "too_many_workers",
     .en = "{expected} program{expected:s} should have been started, but the program started {seen}.",
     .ko = "프로그램 {expected}개를 시작해야 하는데 {seen}개를 시작했습니다."},
    {.id = "wrong_worker_arguments",
     .en = "A worker was started with the arguments \"{seen}\"; \"{expected}\" was expected.",
     .ko = "작업 프로세스의 인자는 \"{expected}\"이어야/여야 하는데 \"{seen}\"으로/로 시작했습니다."},
}};

using nlohmann::json;
using trace::Program;

std::string text_of(const Call& call, const char* key) {
  const auto found = call.text.find(key);
  return found == call.text.end() ? "" : found->second;
}

bool same_letters(const std::string& a, const std::string& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// The program's name in what CreateProcess was asked for, without folder and ".exe".
std::string asked_name(const std::string& application, const std::string& line) {
  std::string name = application;
  if (name.empty() && line.starts_with('"')) name = line.substr(1, line.find('"', 1) - 1);
  if (name.empty()) name = line.substr(0, line.find_first_of(" \t"));
  name.erase(0, name.find_last_of("\\/") + 1);
  constexpr std::size_t kEnding = 4;
  if (name.size() > kEnding && same_letters(name.substr(name.size() - kEnding), ".exe")) name.resize(name.size() - kEnding);
  return name;
}

// A start that failed on its own account, and not because the grader ordered it, explains what is missing. `command`: a start that was
// expected, "Child one two".
Because too_few(const Run& run, std::size_t seen, std::size_t expected, const std::string& program, const std::string& command) {
  for (const Call& call : run.calls) {
    if (call.program != kUnderTest || call.api != Api::kCreateProcess || !call.end || call.result != 0 || call.faulted) continue;
    const std::string application = text_of(call, "application"), line = text_of(call, "command_line");
    const json args = {
        {"call", call.api}, {"error", call.error}, {"seen", application.empty() ? line : application}, {"expected", command}};
    const std::string name = asked_name(application, line);
    const bool of_another = !name.empty() && !same_letters(name, program);
    return because(of_another ? kReasons["another_start_failed"] : kReasons["start_failed"], args, call.begin.order);
  }
  if (seen == 0) return because(kShared["no_workers"], {{"expected", expected}});
  return because(kReasons["too_few_workers"], {{"seen", seen}, {"expected", expected}});
}

std::string command_of(const std::string& program, const std::string& arguments) {
  return arguments.empty() ? program : program + " " + arguments;
}

Because started_something_else(const Run& run, const std::string& program) {
  if (!started(run, program).empty()) return {};
  for (const Program& other : run.programs)
    if (other.parent == kUnderTest && !same_letters(other.name, program))
      return because(kShared["started_something_else"], {{"seen", other.name}, {"expected", program}});
  return {};
}

}  // namespace

std::span<const Reason> start_reasons() { return kReasons; }

RunMatcher Started(const std::string& program, std::vector<std::string> arguments) {
  return RunMatcher(
      "starts " + program + " as often as it should, with the right arguments",
      [program, arguments](const Run& run) -> Because {
        const std::vector<Worker> workers = started(run, program);
        if (Because other = started_something_else(run, program)) return other;
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
          else
            wrong = &worker;
        }
        if (!wrong) return {};
        return because(kReasons["wrong_worker_arguments"], {{"seen", wrong->arguments}, {"expected", missing.front()}});
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
    if (Because other = started_something_else(run, program)) return other;
    return too_few(run, started(run, program).size(), static_cast<std::size_t>(times), program, program);
  });
}

}  // namespace lab::checks
