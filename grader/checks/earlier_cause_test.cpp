// A handle that was closed before its use, and one that a thread was never passed, in handwritten runs.
#include "checks/earlier_cause.h"

#include <gmock/gmock.h>

namespace lab::checks {
namespace {

using trace::Api;
using trace::Because;
using trace::Call;
using trace::Cause;
using trace::Object;

Call made(Api api, int line, std::vector<Object> on = {}, int thread = 1) {
  static std::uint64_t order = 0;
  Call call;
  call.api = api;
  call.thread = thread;
  call.begin.order = ++order;
  call.on = std::move(on);
  call.result = 1;
  call.place = {"A.cpp", line, ""};
  return call;
}

Because cause_of_last(const trace::Run& run) {
  Because reason;
  tell_cause(run, run.calls.back(), reason);
  return reason;
}

TEST(EarlierCause, IsTheCloseHandleOfAClosedHandle) {
  trace::Run run;
  run.calls = {made(Api::kCloseHandle, 30, {{Object::Kind::kProcess, 1, 3}}), made(Api::kCloseHandle, 34, {{Object::Kind::kProcess, 1, 1}}),
               made(Api::kCloseHandle, 36, {{Object::Kind::kThread, 1, 2}}),
               made(Api::kWaitForMultipleObjects, 40, {{Object::Kind::kProcess, 2, 4}, {Object::Kind::kClosed, 1, 1}})};
  const Because because = cause_of_last(run);
  EXPECT_EQ(because.cause, Cause::kClosedEarlier);
  EXPECT_EQ(because.cause_place.line, 34);
  run.calls.back().on[1].handle = 0;
  EXPECT_EQ(cause_of_last(run).cause, Cause::kNone) << "which handle it was is not known";
  run.calls.back().on[1].handle = 1;
  run.calls[1].program = 1;
  EXPECT_EQ(cause_of_last(run).cause, Cause::kNone) << "another program closed one of its own";
}

TEST(EarlierCause, IsTheStartOfAThreadThatWasPassedNoHandle) {
  trace::Run run;
  run.calls = {made(Api::kCreateThread, 50), made(Api::kReadFile, 20, {{Object::Kind::kNull}}, 2)};
  const Because because = cause_of_last(run);
  EXPECT_EQ(because.cause, Cause::kPassedToThread);
  EXPECT_EQ(because.cause_place.line, 50);
  run.calls.insert(run.calls.begin(), run.calls[0]);
  EXPECT_EQ(cause_of_last(run).cause, Cause::kNone) << "which of two threads it is, nothing tells";
  run.calls.back().thread = 1;
  EXPECT_EQ(cause_of_last(run).cause, Cause::kNone);
}

TEST(EarlierCause, IsNotNamedWithoutALineOrForAHandleThatIsOpen) {
  trace::Run run;
  run.calls = {made(Api::kCloseHandle, 34, {{Object::Kind::kProcess, 1, 1}}),
               made(Api::kWaitForSingleObject, 40, {{Object::Kind::kClosed, 1, 1}})};
  run.calls[0].place = {};
  EXPECT_EQ(cause_of_last(run).cause, Cause::kNone);
  run.calls = {made(Api::kCloseHandle, 34, {{Object::Kind::kProcess, 1, 1}}),
               made(Api::kWaitForSingleObject, 40, {{Object::Kind::kProcess, 1, 2}})};
  EXPECT_EQ(cause_of_last(run).cause, Cause::kNone);
}

}  // namespace
}  // namespace lab::checks
