// What a program prints about several process objects, in handwritten runs: which one ended first, and that all have ended.
#include "labs/04_signaled_states/matchers.h"

#include <gtest/gtest.h>

#include "checks/cases.h"
#include "checks/states_by_hand.h"

namespace lab::labs {

using namespace checks;

namespace {

using trace::Object;
using trace::Program;

class Three : public StatesByHand {
 public:
  Three() : StatesByHand("FirstAndAll", {"One", "Two", "Three"}) {}
};

auto names_one_of(std::vector<std::uint64_t> numbers) {
  return [numbers](const Three& it) { return NamesTheFirst(it.workers, numbers); };
}

void names_the_second(Three& it) { it.prints("First: 2\n"); }

const Cases<Three> kNamesAnyOf{
    {"NoNumber", "number_missing", nothing},
    {"OneOfThem", "", names_the_second},
};
INSTANTIATE_TEST_SUITE_P(NamesTheFirstOrTheSecond, Matcher, rows(kNamesAnyOf, names_one_of({1, 2})), name_of_row);

const Cases<Three> kNamesAnother{
    {"OneOfThem", {"number_not_printed", {{"seen", "2"}, {"expected", 1}}}, names_the_second},
};
INSTANTIATE_TEST_SUITE_P(NamesTheFirstOrTheThird, Matcher, rows(kNamesAnother, names_one_of({1, 3})), name_of_row);

const Cases<Three> kNamesTheThird{
    {"WithoutAQuestion", {"first_named_unasked", {{"seen", "2"}, {"expected", 3}}}, names_the_second},
};
INSTANTIATE_TEST_SUITE_P(NamesTheThird, Matcher, rows(kNamesTheThird, names_one_of({3})), name_of_row);

void waits_for_all(Three& it) {
  it.waits_for({1, 2, 3}, true, 0);
  it.prints("first: 1\n");
}

const Cases<Three> kNamesTheSecondOfOne{
    {"AskedOfTheFirstOnly",
     {"asked_for_some_only", {{"count", 1}, {"programs", 3}, {"seen", "1"}, {"expected", 2}}},
     [](auto& it) {
       it.waits_for({1}, false, 0);
       it.prints("first: 1\n");
     }},
    {"AskedOfAll", "number_not_printed",
     [](auto& it) {
       it.waits_for({1, 2, 3}, false, 0);
       it.prints("first: 1\n");
     }},
};
INSTANTIATE_TEST_SUITE_P(NamesTheSecondOfOne, Matcher, rows(kNamesTheSecondOfOne, names_one_of({2})), name_of_row);

const Cases<Three> kNamesTheFirst{
    {"TimedOut", "interrupted",
     [](auto& it) {
       names_the_second(it);
       it.ends(Program::End::kTimeout);
     }},
    {"OnAWaitForAll", "", waits_for_all},
};
INSTANTIATE_TEST_SUITE_P(NamesTheFirst, Matcher, rows(kNamesTheFirst, names_one_of({1})), name_of_row);

// The program seems to store the result of its second wait in a BOOL.
const Cases<Three> kSaysAllButTakes0ForFalse{
    {"GaveUpAfterTheWaitForAll",
     {"success_taken_for_failure", {{"label", "all"}}},
     [](auto& it) {
       it.waits_for({1, 2, 3}, false, 1);
       it.prints("first: 2\n");
       it.waits_for({1, 2, 3}, true, 0);
       it.ends(Program::End::kItself, 1);
     }},
};
INSTANTIATE_TEST_SUITE_P(SaysAllButTakes0ForFalse, Matcher,
                         rows(kSaysAllButTakes0ForFalse, [](const Three& it) { return SaysAllAreSignaled(it.workers); }), name_of_row);

// The wait has succeeded, but the program reports that it is unable to continue.
void is_unable(Three& it) {
  it.waits_for({1, 2, 3}, false, 1);
  it.prints("Unable to wait: error 0\n", "stderr");
}
void gives_up(Three& it) {
  is_unable(it);
  it.ends(Program::End::kItself, 1);
}

const Cases<Three> kNamesTheSecond{
    {"TheNumber", "", names_the_second},
    {"UnableButItMayGoOn", "number_missing", is_unable},
    {"GaveUpAndSaidSo", {"gave_up", {{"sentence", "first:"}, {"said", "Unable to wait: error 0"}}}, gives_up},
    {"GaveUpAndNamedNone", "number_missing",
     [](auto& it) {
       gives_up(it);
       it.prints("first: none\n");
     }},
    {"OnAWaitForAll", "waited_for_all_first",
     [](auto& it) {
       waits_for_all(it);
       return it.run.calls[3].end->order;
     }},
    {"OnAFailedWait", {"first_wait_failed", {{"error", 6}}}, [](auto& it) { it.waits_for({1}, false, kFailed).error = 6; }},
    {"OnMoreHandlesThanThereAre",
     {"counted_more_than_handles", {{"count", 4}, {"handles", 3}, {"error", 6}}},
     [](auto& it) {
       Call& wait = it.waits_for({1, 2, 3}, false, kFailed);
       wait.error = 6;
       wait.on.push_back({Object::Kind::kInvalid, -1, 0});
     }},
    {"OnAWaitForThreads", "waited_for_thread",
     [](auto& it) {
       it.on(Api::kWaitForMultipleObjects, Object::Kind::kThread, 3).result = 0;
       it.prints("first: 1\n");
     }},
    {"CountedFrom0", "number_not_printed",
     [](auto& it) {
       it.waits_for({1, 2, 3}, false, 1);
       it.prints("first: 1\n");
     }},
};
INSTANTIATE_TEST_SUITE_P(NamesTheSecond, Matcher, rows(kNamesTheSecond, names_one_of({2})), name_of_row);

// All have ended, but the wait is only for the first.
void all_end_and_it_asks_for_the_first(Three& it) {
  for (const int program : {1, 2, 3}) it.child_ends(program);
  it.waits_for({1, 2, 3}, false, 0);
  it.prints("first: 1\n");
}

// Returns the moment at which it printed that.
std::uint64_t says_it_before_the_last_has_ended(Three& it) {
  it.prints("all: Non-Signaled\n");
  it.child_ends(1);
  it.child_ends(2);
  it.waits_for({1, 2}, true, 0);
  const std::uint64_t said = it.prints("all: Signaled\n");
  it.child_ends(3);
  return said;
}

// Waits that failed or did not return, and one for these objects.
auto waits_in_vain_and_for(const std::vector<Object>& objects) {
  return [=](Three& it) {
    for (const int program : {1, 2, 3}) it.child_ends(program);
    it.waits_for({1, 2, 3}, true, kFailed);
    it.waits_for({1, 2, 3}, true, 0).end.reset();
    Call& wait = it.add(Api::kWaitForMultipleObjects);
    wait.on = objects;
    wait.result = 0;
    it.prints("all: Signaled\n");
  };
}

const Cases<Three> kSaysAllAreSignaled{
    {"OnAWaitForAll", "",
     [](auto& it) {
       it.prints("waiting for all of them\n");  // a banner is not a statement about the state
       it.child_ends(2);
       it.waits_for({1, 2, 3}, false, 1);
       it.prints("first: 2\n");
       it.child_ends(1);
       it.child_ends(3);
       it.waits_for({1, 2, 3}, true, 0);
       it.prints("All:  Signaled\n");
     }},
    {"OnAWaitForEach", "",
     [](auto& it) {
       for (const int program : {3, 1, 2})
         it.waits(kInfinite, 0, program, program == 1 ? Api::kWaitOrTimerCallback : Api::kWaitForSingleObject);
       it.prints("all: Signaled\n");
     }},
    {"ByLuck",
     {"all_said_without_wait", {{"worker", "Two"}}},
     [](auto& it) {
       all_end_and_it_asks_for_the_first(it);
       it.prints("all: Signaled\n");
     }},
    {"OfProgramsThatHadEndedBeforeTheWaitBegan", "",
     [](auto& it) {
       all_end_and_it_asks_for_the_first(it);
       it.waits_for({1, 2, 3}, true, 0);
       it.prints("all: Signaled\n");
     }},
    {"Unsaid", "sentence_not_printed", nothing},
    {"SaidNonSignaled", "sentence_not_printed", [](auto& it) { it.prints("all: Non-Signaled\n"); }},
    {"BeforeTheLastHasEnded", {"all_said_too_early", {{"worker", "Three"}}}, says_it_before_the_last_has_ended},
    {"OnASecondWaitForAny",
     {"waited_for_any_again", {{"worker", "One"}}},
     [](auto& it) {
       it.child_ends(2);
       it.waits_for({1, 2, 3}, false, 1);
       const std::uint64_t second = it.waits_for({1, 2, 3}, false, 1).begin.order;
       it.prints("all: Signaled\n");
       it.child_ends(1);
       it.child_ends(3);
       return second;
     }},
    {"BlockedThen", "interrupted",
     [](auto& it) {
       says_it_before_the_last_has_ended(it);
       it.ends(Program::End::kBlocked);
     }},
    {"OnAWaitForThreads", "waited_for_thread",
     waits_in_vain_and_for({{Object::Kind::kThread, 1, 0}, {Object::Kind::kThread, 2, 0}, {Object::Kind::kThread, 3, 0}})},
    {"OnFailedAndUnfinishedWaits", "all_said_without_wait", waits_in_vain_and_for({})},
};
INSTANTIATE_TEST_SUITE_P(SaysAllAreSignaled, Matcher,
                         rows(kSaysAllAreSignaled, [](const auto& it) { return SaysAllAreSignaled(it.workers); }), name_of_row);

void a_wait_fails(Three& it) { it.fails(it.waits_for({1, 2, 3}, false, 0)); }

const Cases<Three> kNamesTheSecondIfAny{
    {"None", "", a_wait_fails},
    {"TheRightOne", "",
     [](auto& it) {
       a_wait_fails(it);
       names_the_second(it);
     }},
    {"AnotherAfterAFailedWait",
     {"first_named_after_failed_wait", {{"call", "WaitForMultipleObjects"}, {"error", 6}, {"seen", "0"}}},
     [](auto& it) {
       a_wait_fails(it);
       it.prints("first: 0\n");
     }},
    {"AnotherWithoutOne", "first_named_unasked", [](auto& it) { it.prints("first: 1\n"); }},
};
INSTANTIATE_TEST_SUITE_P(NamesTheSecondIfAny, Matcher,
                         rows(kNamesTheSecondIfAny, [](const Three& it) { return NamesTheFirstIfAny(it.workers, 2); }), name_of_row);

const Cases<Three> kSaysAllIfTheyAre{
    {"NotAtAll", "", a_wait_fails},
    {"OnAnotherWait", "",
     [](auto& it) {
       a_wait_fails(it);
       it.waits_for({1, 2, 3}, true, 0);
       it.prints("all: Signaled\n");
     }},
    {"AfterAFailedWait",
     {"all_said_after_failed_wait", {{"call", "WaitForMultipleObjects"}, {"error", 6}}},
     [](auto& it) {
       a_wait_fails(it);
       it.prints("all: Signaled\n");
     }},
    {"WithoutAWait", "all_said_without_wait",
     [](auto& it) {
       for (const int program : {1, 2, 3}) it.child_ends(program);
       it.prints("all: Signaled\n");
     }},
};
INSTANTIATE_TEST_SUITE_P(SaysAllAreSignaledIfTheyAre, Matcher,
                         rows(kSaysAllIfTheyAre, [](const Three& it) { return SaysAllAreSignaledIfTheyAre(it.workers); }), name_of_row);

class None : public StatesByHand {
 public:
  None() : StatesByHand("FirstAndAll", {}) {}
};

void start_fails(None& it) { it.add(Api::kCreateProcess).result = 0; }

const Cases<None> kStartsNothing{
    {"AtAll", "", nothing},
    {"ThatSucceeded", "", start_fails},
};
INSTANTIATE_TEST_SUITE_P(StartsNothing, Matcher, rows(kStartsNothing, StartsNothing()), name_of_row);
const Cases<Three> kStartsThree{
    {"BeforeItRefuses", "started_before_refusing", [](auto& it) { return it.run.calls[0].begin.order; }},
};
INSTANTIATE_TEST_SUITE_P(StartsThree, Matcher, rows(kStartsThree, StartsNothing()), name_of_row);

void cannot_start_one(None& it) {
  start_fails(it);
  it.prints("Unable to start a program: error 8\n", "stderr");
}

const Cases<None> kRefusesNoneOf{
    {"SaysNothing", "", nothing},
    {"CannotStartOne", "", cannot_start_one},
    {"SaysThatTheyAreTooMany",
     {"refused_too_few", {{"program", "FirstAndAll"}}},
     [](auto& it) {
       cannot_start_one(it);
       it.prints("too many programs\n", "stderr");
     }},
};
INSTANTIATE_TEST_SUITE_P(RefusesNoneOf64, Matcher, rows(kRefusesNoneOf, RefusesNoneOf(64)), name_of_row);

const Cases<None> kTriesToStartOneOf{
    {"StartsNone", {"started_none_of_them", {{"count", 64}}}, nothing},
    {"Crashed", "crashed", [](auto& it) { it.ends(Program::End::kCrashed, 0xC0000005); }},
    {"CannotStartOne", "", cannot_start_one},
};
INSTANTIATE_TEST_SUITE_P(TriesToStartOneOf64, Matcher, rows(kTriesToStartOneOf, TriesToStartOneOf(64)), name_of_row);

}  // namespace
}  // namespace lab::labs
