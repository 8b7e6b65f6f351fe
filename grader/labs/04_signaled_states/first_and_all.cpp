// Matchers for what FirstAndAll prints about several process objects, and how many programs it starts.
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
     .en = "The program printed \"first: {seen}\", but no wait had reported which program ended first. It was number {expected}.",
     .ko =
         "\"first: {seen}\"을/를 출력했지만, 어느 프로그램이 가장 먼저 끝났는지 대기 함수로 확인하지 않았습니다. 가장 먼저 끝난 프로그램은 "
         "{expected}번이었습니다."},
    {.id = "waited_for_all_first",
     .hint =
         {.en = "bWaitAll is the third argument of WaitForMultipleObjects. Which value makes it return as soon as one of the programs has "
                "ended?",
          .ko = "bWaitAll은 WaitForMultipleObjects의 세 번째 인수입니다. 프로그램 하나만 끝나도 반환되게 하려면 어떤 값을 넘겨야 하나요?"},
     .en = "{call} waited until all programs had ended (bWaitAll TRUE). Its result cannot tell which one was first.",
     .ko = "{call}의 bWaitAll에 TRUE를 넘겨서 모두 끝날 때까지 기다렸습니다. 그 반환값으로는 무엇이 가장 먼저 끝났는지 알 수 없습니다."},
    {.id = "first_wait_failed",
     .hint = {.en = "What does each element of the array that you pass to {call} hold? Are there as many handles in it as the first "
                    "argument says?",
              .ko = "{call}에 넘긴 배열의 원소는 각각 무엇인가요? 첫 번째 인수로 넘긴 수만큼 핸들이 들어 있나요?"},
     .en = "{call} did not wait: it failed with error {error:error}. It takes an array of consecutive process handles with no gaps.",
     .ko = "{call}이/가 기다리지 못하고 오류 {error:error}으로/로 실패했습니다. 프로세스 핸들만 빈 원소 없이 채운 배열을 넘겨야 합니다."},
    {.id = "asked_for_some_only",
     .hint = {.en = "What is the first argument of {call} in your program? An array passed to a function becomes a pointer, so sizeof does "
                    "not give its size there: how does the function learn the number of elements?",
              .ko = "{call}의 첫 번째 인수로 무엇을 넘겼나요? 함수에 넘긴 배열은 함수 안에서 포인터이므로 sizeof로는 개수를 알 수 "
                    "없습니다. 함수는 개수를 어떻게 알 수 있나요?"},
     .en = "The program passed only {count} of the {programs} process handles to {call}, which cannot report about the others. The program "
           "printed \"first: {seen}\", but the first to end was number {expected}.",
     .ko = "{call}에 프로세스 핸들 {programs}개 가운데 {count}개만 넘겨서 나머지는 확인할 수 없습니다. 프로그램은 \"first: {seen}\"을/를 "
           "출력했는데 가장 먼저 끝난 프로그램은 {expected}번이었습니다."},
    {.id = "first_named_after_failed_wait",
     .hint = {.en = "{call} returns one of three kinds of results: an object, the time-out, or failure. Which of them does your program "
                    "print as a number?",
              .ko = "{call}의 반환값은 오브젝트, 시간 초과, 실패로 나뉩니다. 프로그램은 그 가운데 무엇을 번호로 출력하나요?"},
     .en = "{call} failed (WAIT_FAILED, error {error:error}), so its result does not tell which program ended first. The program printed "
           "\"first: {seen}\" anyway.",
     .ko = "{call}이/가 실패해서(WAIT_FAILED, 오류 {error:error}) 어느 프로그램이 먼저 끝났는지 알 수 없습니다. 그런데도 \"first: "
           "{seen}\"을/를 "
           "출력했습니다."},
    {.id = "all_said_after_failed_wait",
     .hint = {.en = "For which results of {call} does your program print \"all: Signaled\"? Does a failure take the same path?",
              .ko = "{call}이/가 어떤 값을 반환하면 \"all: Signaled\"를 출력하나요? 실패했을 때도 같은 경로로 가나요?"},
     .en = "{call} failed (WAIT_FAILED, error {error:error}), so its result does not tell whether all programs have ended. The program "
           "printed \"all: Signaled\" anyway.",
     .ko = "{call}이/가 실패해서(WAIT_FAILED, 오류 {error:error}) 프로그램이 모두 끝났는지 알 수 없습니다. 그런데도 \"all: Signaled\"를 "
           "출력했습니다."},
    {.id = "all_said_too_early",
     .en = "The program printed \"all: Signaled\" while {worker} was still running.",
     .ko = "{worker}이/가 아직 실행 중일 때 \"all: Signaled\"를 출력했습니다."},
    {.id = "waited_for_any_again",
     .hint = {.en = "bWaitAll is the third argument of WaitForMultipleObjects. What do FALSE and TRUE make the call wait for?",
              .ko = "bWaitAll은 WaitForMultipleObjects의 세 번째 인수입니다. FALSE와 TRUE는 각각 무엇을 기다리라는 뜻인가요?"},
     .en = "The last wait before \"all: Signaled\" was for any one of the programs (bWaitAll FALSE). The one that ended first stays "
           "Signaled, so this wait returned while {worker} was still running.",
     .ko = "\"all: Signaled\"를 출력하기 전의 마지막 대기에서는 프로그램 하나만 기다렸습니다(bWaitAll FALSE). 먼저 끝난 프로그램은 계속 "
           "시그널 상태이므로, {worker}이/가 아직 실행 중인데도 대기가 끝났습니다."},
    {.id = "all_said_without_wait",
     .en = "The program printed \"all: Signaled\", but no wait had reported that {worker} was Signaled.",
     .ko = "\"all: Signaled\"를 출력했지만, {worker}이/가 시그널 상태인지 대기 함수로 확인하지 않았습니다."},
    {.id = "started_before_refusing",
     .en = "A program was started although there are more programs than one wait accepts. Check the number first: WaitForMultipleObjects "
           "accepts at most MAXIMUM_WAIT_OBJECTS (64) handles.",
     .ko = "한 번에 기다릴 수 있는 수를 넘었는데도 프로그램을 시작했습니다. 개수부터 확인하세요. WaitForMultipleObjects는 핸들을 "
           "MAXIMUM_WAIT_OBJECTS(64)개까지만 받습니다."},
    {.id = "refused_too_few",
     .en = "{program} was started with {count} programs and printed \"Too many\". One wait accepts {count} handles; refuse only a larger "
           "number.",
     .ko = "프로그램을 {count}개 지정했는데 {program}이/가 \"Too many\"를 출력했습니다. 핸들 {count}개까지는 한 번에 기다릴 수 있으므로, "
           "그보다 많을 때만 거부하세요."},
    {.id = "started_none_of_them",
     .en = "{program} was started with {count} programs but did not try to start any of them. One wait accepts {count} handles; refuse "
           "only a larger number.",
     .ko = "프로그램을 {count}개 지정했는데 {program}이/가 하나도 시작하려 하지 않았습니다. 핸들 {count}개까지는 한 번에 기다릴 수 "
           "있으므로, 그보다 많을 때만 거부하세요."},
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

// The reason if the first wait for several objects could not show which of them ended first.
Because unfit_to_find_the_first(const Run& run) {
  const Call* const wait = first_wait_for_several(run);
  if (!wait) return {};
  if (Because unfit = waited_on_unfit_array(run, wait->end->order)) return unfit;
  if (wait->result == kWaitFailed)
    return because(kReasons["first_wait_failed"], {{"call", wait->api}, {"error", wait->error}}, wait->begin.order);
  const bool all_of_several = (wait->flags & 1) != 0 && wait->on.size() > 1;
  return all_of_several ? because(kReasons["waited_for_all_first"], {{"call", wait->api}}, wait->end->order) : Because();
}

// Returns `why` if the grader made a wait fail in this run; none otherwise.
Because after_failed_wait(const Run& run, const Reason& why, json args) {
  const auto wait = std::find_if(run.calls.begin(), run.calls.end(),
                                 [](const Call& call) { return call.program == kUnderTest && call.faulted && call.result == kWaitFailed; });
  if (wait == run.calls.end()) return {};
  args["call"] = wait->api;
  args["error"] = wait->error;
  return because(why, std::move(args), wait->begin.order);
}

// "all: Signaled" was printed at this moment, while the worker was still running.
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
          if (Because unfit = waited_on_unfit_array(run)) return unfit;
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
