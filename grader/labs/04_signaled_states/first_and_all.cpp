// What FirstAndAll prints of several process objects, and how many it starts.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "checks/reasons.h"
#include "labs/04_signaled_states/asked.h"
#include "labs/04_signaled_states/matchers.h"

namespace lab::labs {
namespace {

constexpr ReasonTable kReasons{{
    {.id = "first_named_unasked",
     .en = "\"first: {seen}\" was printed, but no wait had told which program ended first. It was number {expected}.",
     .ko = "\"first: {seen}\"을/를 출력했지만 어느 프로그램이 먼저 끝났는지 알려 준 대기 함수가 없습니다. 먼저 끝난 것은 "
           "{expected}번이었습니다."},
    {.id = "waited_for_all_first",
     .hint = {.en = "bWaitAll is the third argument of WaitForMultipleObjects. Which value lets it return as soon as one of the programs "
                    "has ended?",
              .ko = "bWaitAll은 WaitForMultipleObjects의 세 번째 인자입니다. 프로그램 하나만 끝나도 돌아오게 하는 값은 무엇일까요?"},
     .en = "{call} was told to wait until all of them have ended (bWaitAll TRUE). Its answer cannot tell who was the first.",
     .ko = "{call}에서 모두 끝날 때까지 기다리게 했습니다(bWaitAll이 TRUE). 그 답으로는 누가 가장 먼저 끝났는지 알 수 없습니다."},
    {.id = "first_wait_failed",
     .hint =
         {.en = "What does the array that {call} got hold, element by element? Are there as many handles in it as its first argument says?",
          .ko = "{call}에 넘긴 배열의 원소는 하나하나 무엇인가요? 첫 번째 인자로 넘긴 수만큼 핸들이 들어 있나요?"},
     .en = "{call} waited for nothing: it failed with error {error:error}. It takes an array of process handles, one behind the other and "
           "nothing in between.",
     .ko = "{call}이/가 기다리지 못하고 오류 {error:error}으로/로 실패했습니다. 프로세스 핸들만 빈틈없이 늘어놓은 배열을 넘겨야 합니다."},
    {.id = "asked_for_some_only",
     .hint =
         {.en = "What is the first argument of {call} in your program? In a function, sizeof sees a pointer where the caller had an array: "
                "how does the function learn the number?",
          .ko = "{call}의 첫 번째 인자로 무엇을 넘겼나요? 호출한 쪽의 배열이 함수 안에서는 포인터라서 sizeof로는 개수를 알 수 없습니다. "
                "함수는 개수를 어떻게 알 수 있을까요?"},
     .en = "{call} was given {count} of the {programs} process handles, and cannot tell of the others. The program printed "
           "\"first: {seen}\"; it was number {expected}.",
     .ko = "{call}에 프로세스 핸들 {programs}개 가운데 {count}개만 넘겨서 나머지에 대해서는 알 수 없습니다. 프로그램은 "
           "\"first: {seen}\"을/를 출력했는데 먼저 끝난 것은 {expected}번이었습니다."},
    {.id = "first_named_after_failed_wait",
     .hint = {.en = "{call} has three kinds of results: an object, the time-out, and the failure. Which of them does your program print as "
                    "a number?",
              .ko = "{call}의 결과는 오브젝트, 시간 초과, 실패로 나뉩니다. 프로그램은 그 가운데 무엇을 번호로 출력하나요?"},
     .en = "{call} failed (WAIT_FAILED, error {error:error}), so it does not tell which program ended first. The program printed "
           "\"first: {seen}\" nevertheless.",
     .ko = "{call}이/가 실패해서(WAIT_FAILED, 오류 {error:error}) 어느 프로그램이 먼저 끝났는지 알 수 없습니다. 그런데도 \"first: "
           "{seen}\"을/를 "
           "출력했습니다."},
    {.id = "all_said_after_failed_wait",
     .hint = {.en = "Which results of {call} let your program print \"all: Signaled\"? Does the failure take the same way?",
              .ko = "{call}이/가 어떤 결과를 돌려주면 \"all: Signaled\"를 출력하나요? 실패했을 때도 같은 경로로 가나요?"},
     .en = "{call} failed (WAIT_FAILED, error {error:error}), so it does not tell that all programs have ended. The program printed "
           "\"all: Signaled\" nevertheless.",
     .ko = "{call}이/가 실패해서(WAIT_FAILED, 오류 {error:error}) 프로그램이 모두 끝났는지 알 수 없습니다. 그런데도 \"all: Signaled\"를 "
           "출력했습니다."},
    {.id = "all_said_too_early",
     .en = "\"all: Signaled\" was printed while {worker} was still running.",
     .ko = "{worker}이/가 아직 실행 중일 때 \"all: Signaled\"라고 출력했습니다."},
    {.id = "waited_for_any_again",
     .hint = {.en = "bWaitAll is the third argument of WaitForMultipleObjects. What does FALSE ask for, and what does TRUE?",
              .ko = "bWaitAll은 WaitForMultipleObjects의 세 번째 인자입니다. FALSE와 TRUE는 각각 무엇을 기다리라는 뜻일까요?"},
     .en = "The last wait before \"all: Signaled\" was for any one of the programs (bWaitAll FALSE). The one that had ended first stays "
           "Signaled, so this wait returned while {worker} was still running.",
     .ko = "\"all: Signaled\" 앞의 마지막 대기는 프로그램 가운데 하나만 기다렸습니다(bWaitAll FALSE). 먼저 끝난 것은 계속 Signaled "
           "상태이므로, {worker}이/가 아직 실행 중인데도 돌아왔습니다."},
    {.id = "all_said_without_wait",
     .en = "\"all: Signaled\" was printed, but no wait had told that {worker} is Signaled.",
     .ko = "\"all: Signaled\"라고 출력했지만 {worker}이/가 Signaled라고 알려 준 대기 함수가 없습니다."},
    {.id = "started_before_refusing",
     .en = "A program was started although there are more than one wait can take. Count first: WaitForMultipleObjects takes at most "
           "MAXIMUM_WAIT_OBJECTS (64) handles.",
     .ko = "한 번에 기다릴 수 있는 수보다 많은데도 프로그램을 시작했습니다. 먼저 세어 보세요. WaitForMultipleObjects는 핸들을 "
           "MAXIMUM_WAIT_OBJECTS(64)개까지만 받습니다."},
    {.id = "refused_too_few",
     .en = "{program} printed \"Too many\" when it was given {count} programs. One wait takes that many handles; only with more of them "
           "are there too many.",
     .ko = "프로그램을 {count}개 주었는데 {program}이/가 \"Too many\"를 출력했습니다. 핸들 {count}개까지는 한 번에 기다릴 수 있으니, "
           "그보다 많을 때만 거절하세요."},
    {.id = "started_none_of_them",
     .en = "{program} was given {count} programs and did not try to start any. One wait takes that many handles; only with more of them "
           "are there too many.",
     .ko = "프로그램을 {count}개 주었는데 {program}이/가 하나도 시작하려 하지 않았습니다. 핸들 {count}개까지는 한 번에 기다릴 수 있으니, "
           "그보다 많을 때만 거절하세요."},
}};

using nlohmann::json;

constexpr std::int64_t kWaitFailed = 0xFFFFFFFF;
constexpr char kFirst[] = "first";
constexpr char kFirstColon[] = "first:";
constexpr char kAllSignaled[] = "all: Signaled";

const Call* first_wait_for_several(const Run& run) {
  const auto wait = std::find_if(run.calls.begin(), run.calls.end(),
                                 [](const Call& call) { return call.program == kUnderTest && waits_for_several(call.api) && call.end; });
  return wait == run.calls.end() ? nullptr : &*wait;
}

// The first wait for several objects, when it could not tell which of them was the first to end.
Because unfit_to_find_the_first(const Run& run) {
  const Call* const wait = first_wait_for_several(run);
  if (!wait) return {};
  if (wait->result == kWaitFailed)
    return because(kReasons["first_wait_failed"], {{"call", wait->api}, {"error", wait->error}}, wait->begin.order);
  const bool all_of_several = (wait->flags & 1) != 0 && wait->on.size() > 1;
  return all_of_several ? because(kReasons["waited_for_all_first"], {{"call", wait->api}}, wait->end->order) : Because();
}

// Why what the program printed is wrong, when the grader made a wait fail before that.
Because after_failed_wait(const Run& run, const Reason& why, json args) {
  const auto wait = std::find_if(run.calls.begin(), run.calls.end(),
                                 [](const Call& call) { return call.program == kUnderTest && call.faulted && call.result == kWaitFailed; });
  if (wait == run.calls.end()) return {};
  args["call"] = wait->api;
  args["error"] = wait->error;
  return because(why, std::move(args), wait->begin.order);
}

// "all: Signaled" was printed at that moment, and the worker was still running.
Because all_said_too_early(const Run& run, const Worker& worker, std::uint64_t at) {
  const Call* last = nullptr;
  for (const Call& call : run.calls)
    if (call.program == kUnderTest && waits_for_several(call.api) && call.on.size() > 1 && call.end && call.end->order < at) last = &call;
  const bool any_again = last && last != first_wait_for_several(run) && (last->flags & 1) == 0 && last->result != kWaitFailed;
  return any_again ? because(kReasons["waited_for_any_again"], {{"worker", worker.name}}, last->begin.order)
                   : because(kReasons["all_said_too_early"], {{"worker", worker.name}}, at);
}

}  // namespace

std::span<const Reason> first_and_all_reasons() { return kReasons; }

RunMatcher NamesTheFirst(const std::vector<Worker>& workers, const std::vector<std::uint64_t>& numbers) {
  return RunMatcher(
      fmt::format("prints first: and one of {}", fmt::join(numbers, ", ")),
      [workers, numbers](const Run& run) -> Because {
        const std::optional<std::string> seen = printed_number(run, kFirst);
        for (const std::uint64_t number : numbers)
          if (seen == std::to_string(number)) return {};
        if (Because wait = unfit_to_find_the_first(run)) return wait;
        for (const Worker& worker : workers)
          if (Because thread = waited_for_something_else(run, worker)) return thread;
        if (Because taken = seen ? Because() : success_taken_for_failure(run, kFirst)) return taken;
        if (!seen && !giving_up(run).empty() && !said(run, kFirstColon)) return not_printed(run, kFirstColon);
        if (!seen) return because(kShared["number_missing"], {{"label", kFirst}, {"expected", numbers.front()}});
        const bool asked = std::any_of(run.calls.begin(), run.calls.end(), [&](const Call& call) {
          return std::any_of(workers.begin(), workers.end(), [&](const Worker& worker) { return waits_for(call, worker); });
        });
        if (!asked && numbers.size() == 1)
          return because(kReasons["first_named_unasked"], {{"seen", *seen}, {"expected", numbers.front()}});
        json args = {{"label", kFirst}, {"expected", numbers.front()}, {"seen", *seen}};
        const Call* const wait = first_wait_for_several(run);
        if (!wait || wait->on.size() >= workers.size()) return because(kShared["number_not_printed"], std::move(args));
        args.update({{"call", wait->api}, {"count", wait->on.size()}, {"programs", workers.size()}});
        return because(kReasons["asked_for_some_only"], std::move(args), wait->begin.order);
      },
      true);
}

RunMatcher SaysAllAreSignaled(const std::vector<Worker>& workers) {
  return RunMatcher(
      "says all: Signaled once all have ended",
      [workers](const Run& run) -> Because {
        const auto at = said_at(run, kAllSignaled);
        if (!at) {
          Because taken = success_taken_for_failure(run, "all");
          return taken ? taken : not_printed(run, kAllSignaled);
        }
        for (const Worker& worker : workers) {
          const Call* told = told_signaled(run, worker);
          if (told && told->end->order < *at) continue;
          if (Because thread = waited_for_something_else(run, worker, *at)) return thread;
          if (ended_at(run, worker) > *at) return all_said_too_early(run, worker, *at);
          return because(kReasons["all_said_without_wait"], {{"worker", worker.name}});
        }
        return {};
      },
      true);
}

RunMatcher NamesTheFirstIfAny(const std::vector<Worker>& workers, std::uint64_t number) {
  return RunMatcher(fmt::format("prints first: {} or none", number), [workers, number](const Run& run) -> Because {
    const std::optional<std::string> seen = printed_number(run, kFirst);
    if (!seen || seen == std::to_string(number)) return {};
    if (Because failed = after_failed_wait(run, kReasons["first_named_after_failed_wait"], {{"seen", *seen}})) return failed;
    return NamesTheFirst(workers, {number}).reason_against(run);
  });
}

RunMatcher SaysAllAreSignaledIfTheyAre(const std::vector<Worker>& workers) {
  return RunMatcher("says all: Signaled once all have ended, or not at all", [workers](const Run& run) -> Because {
    if (!said_at(run, kAllSignaled)) return {};
    Because reason = SaysAllAreSignaled(workers).reason_against(run);
    if (!reason) return reason;
    if (Because failed = after_failed_wait(run, kReasons["all_said_after_failed_wait"], json::object())) return failed;
    return reason;
  });
}

RunMatcher StartsNothing() {
  return RunMatcher("starts no program", [](const Run& run) -> Because {
    const auto start = std::find_if(run.calls.begin(), run.calls.end(), [](const Call& call) {
      return call.program == kUnderTest && call.api == Api::kCreateProcess && call.result != 0;
    });
    return start == run.calls.end() ? Because() : because(kReasons["started_before_refusing"], json::object(), start->begin.order);
  });
}

RunMatcher RefusesNoneOf(int programs) {
  return RunMatcher(fmt::format("does not say Too many of {} programs", programs), [programs](const Run& run) -> Because {
    return said(run, "Too many") ? because(kReasons["refused_too_few"], {{"program", run.program}, {"count", programs}}) : Because();
  });
}

RunMatcher TriesToStartOneOf(int programs) {
  return RunMatcher(
      fmt::format("tries to start one of {} programs", programs),
      [programs](const Run& run) -> Because {
        return calls_create_process(run) ? Because()
                                         : because(kReasons["started_none_of_them"], {{"program", run.program}, {"count", programs}});
      },
      true);
}

}  // namespace lab::labs
