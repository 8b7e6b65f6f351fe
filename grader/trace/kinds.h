// The kinds of things in a run, with their ids in a run file. Each is defined only here, for both halves of the grader; FORMAT.md lists the
// ids. This header can be used in programs without a C runtime.
#pragma once

#include <cstddef>
#include <cstdint>

namespace lab::trace {

// A value and its id in a run file.
template <class Value>
struct Name {
  Value value;
  const char* id;
};

// The id of a value; "" if the table does not contain it, such as a value that a program has written to the grader's memory.
template <class Value, std::size_t kCount>
constexpr const char* id_of(const Name<Value> (&names)[kCount], Value value) {
  for (const auto& name : names)
    if (name.value == value) return name.id;
  return "";
}

// Whether the table contains every value from `first` to `last` exactly once, in order.
template <class Value, std::size_t kCount>
constexpr bool is_complete(const Name<Value> (&names)[kCount], Value first, Value last) {
  for (std::size_t i = 0; i < kCount; ++i)
    if (static_cast<std::size_t>(names[i].value) != i + static_cast<std::size_t>(first)) return false;
  return names[kCount - 1].value == last;
}

// The Win32 functions whose calls are recorded, without the A, W or Ex in their names. kNone stands for no function and has no id.
enum class Api : std::uint16_t {
  kNone,
  kCreateProcess,
  kOpenProcess,
  kTerminateProcess,
  kGetExitCodeProcess,
  kGetExitCodeThread,
  kCreateThread,
  kResumeThread,
  kWaitForSingleObject,
  kWaitForMultipleObjects,
  kRegisterWaitForSingleObject,
  kWaitOrTimerCallback,
  kDuplicateHandle,
  kCloseHandle,
  kSleep,
  kWriteFile,
  kReadFile,
  kCreateFile,
  kCreateMailslot,
  kGetMailslotInfo,
  kSetMailslotInfo,
  kSignalObjectAndWait,
  kMsgWaitForMultipleObjects,
  kNtWaitForSingleObject,
  kNtWaitForMultipleObjects,
  kSetThreadpoolWait,
  kWaitCallback,
  // Recorded only if the grader made them fail because they would never return.
  kWaitForThreadpoolCallbacks,
  kSleepConditionVariable,
  kWaitOnAddress,
  kEnterCriticalSection,
  kAcquireSRWLock,
  kGetQueuedCompletionStatus,
  kGetOverlappedResult,
  kGetMessage,
  kWaitMessage,
};

inline constexpr Name<Api> kApis[] = {
    {Api::kCreateProcess, "CreateProcess"},
    {Api::kOpenProcess, "OpenProcess"},
    {Api::kTerminateProcess, "TerminateProcess"},
    {Api::kGetExitCodeProcess, "GetExitCodeProcess"},
    {Api::kGetExitCodeThread, "GetExitCodeThread"},
    {Api::kCreateThread, "CreateThread"},
    {Api::kResumeThread, "ResumeThread"},
    {Api::kWaitForSingleObject, "WaitForSingleObject"},
    {Api::kWaitForMultipleObjects, "WaitForMultipleObjects"},
    {Api::kRegisterWaitForSingleObject, "RegisterWaitForSingleObject"},
    {Api::kWaitOrTimerCallback, "WaitOrTimerCallback"},
    {Api::kDuplicateHandle, "DuplicateHandle"},
    {Api::kCloseHandle, "CloseHandle"},
    {Api::kSleep, "Sleep"},
    {Api::kWriteFile, "WriteFile"},
    {Api::kReadFile, "ReadFile"},
    {Api::kCreateFile, "CreateFile"},
    {Api::kCreateMailslot, "CreateMailslot"},
    {Api::kGetMailslotInfo, "GetMailslotInfo"},
    {Api::kSetMailslotInfo, "SetMailslotInfo"},
    {Api::kSignalObjectAndWait, "SignalObjectAndWait"},
    {Api::kMsgWaitForMultipleObjects, "MsgWaitForMultipleObjects"},
    {Api::kNtWaitForSingleObject, "NtWaitForSingleObject"},
    {Api::kNtWaitForMultipleObjects, "NtWaitForMultipleObjects"},
    {Api::kSetThreadpoolWait, "SetThreadpoolWait"},
    {Api::kWaitCallback, "WaitCallback"},
    {Api::kWaitForThreadpoolCallbacks, "WaitForThreadpoolCallbacks"},
    {Api::kSleepConditionVariable, "SleepConditionVariable"},
    {Api::kWaitOnAddress, "WaitOnAddress"},
    {Api::kEnterCriticalSection, "EnterCriticalSection"},
    {Api::kAcquireSRWLock, "AcquireSRWLock"},
    {Api::kGetQueuedCompletionStatus, "GetQueuedCompletionStatus"},
    {Api::kGetOverlappedResult, "GetOverlappedResult"},
    {Api::kGetMessage, "GetMessage"},
    {Api::kWaitMessage, "WaitMessage"},
};
static_assert(is_complete(kApis, Api::kCreateProcess, Api::kWaitMessage));

constexpr const char* name(Api api) { return id_of(kApis, api); }

// Whether this function waits until one or all of several objects are Signaled.
constexpr bool waits_for_several(Api api) {
  return api == Api::kWaitForMultipleObjects || api == Api::kMsgWaitForMultipleObjects || api == Api::kNtWaitForMultipleObjects;
}

// Whether this function waits until an object is Signaled.
constexpr bool is_wait(Api api) {
  return waits_for_several(api) || api == Api::kWaitForSingleObject || api == Api::kSignalObjectAndWait ||
         api == Api::kNtWaitForSingleObject;
}

// Whether this function makes a thread pool wait for an object, and whether it is the callback that shows that the object is Signaled.
constexpr bool registers_wait(Api api) { return api == Api::kRegisterWaitForSingleObject || api == Api::kSetThreadpoolWait; }
constexpr bool is_wait_callback(Api api) { return api == Api::kWaitOrTimerCallback || api == Api::kWaitCallback; }

constexpr bool reads_exit_code(Api api) { return api == Api::kGetExitCodeProcess || api == Api::kGetExitCodeThread; }

// In JSON, a function is represented by its name.
template <class Json>
void to_json(Json& json, Api api) {
  json = name(api);
}

// What a handle refers to.
enum class ObjectKind : std::uint8_t {
  kProcess,         // the process object of a program in the run
  kThread,          // a thread of a program in the run
  kOther,           // valid, but of a kind that the labs do not cover (an event, a file opened by the C runtime)
  kPseudo,          // GetCurrentProcess() and other pseudohandles, including INVALID_HANDLE_VALUE (the same value)
  kNull,            // 0
  kClosed,          // had been closed before the call, and its value was not reused
  kInvalid,         // never was a handle in this program
  kMailslot,        // the receiver's end of a mailslot, from CreateMailslot
  kMailslotClient,  // a writer's end of a mailslot, from CreateFile
};

inline constexpr Name<ObjectKind> kObjectKinds[] = {
    {ObjectKind::kProcess, "process"}, {ObjectKind::kThread, "thread"},     {ObjectKind::kOther, "other"},
    {ObjectKind::kPseudo, "pseudo"},   {ObjectKind::kNull, "null"},         {ObjectKind::kClosed, "closed"},
    {ObjectKind::kInvalid, "invalid"}, {ObjectKind::kMailslot, "mailslot"}, {ObjectKind::kMailslotClient, "mailslot_client"},
};
static_assert(is_complete(kObjectKinds, ObjectKind::kProcess, ObjectKind::kMailslotClient));

// What happens in a run in addition to calls; `program`, `by`, `value`, `slot` and `text` are members of Event.
enum class EventKind : std::uint8_t {
  kAttached,     // the probe (or a fake worker) reported itself
  kDetached,     // the program exited normally by itself (ExitProcess)
  kSignaled,     // the process object became Signaled; `value` is its exit code
  kReleased,     // the grader made a fake worker end with exit code `value`
  kStill,        // every thread was blocked, so that the grader could act
  kSpinning,     // `by` got 20 "not yet" answers about `program` within one second on the run's clock
  kEnded,        // the grader terminated the program; `value` is the exit code that marks this
  kPosted,       // the grader wrote the message `text` (`value` bytes) to mailslot `slot`
  kRefused,      // the grader could not write a message: `value` is the error (no such mailslot, or larger than its nMaxMessageSize)
  kTyped,        // the grader typed `text` into `program`'s standard input
  kInputEnded,   // the grader ended `program`'s standard input
  kSlotCreated,  // the grader created its own mailslot `slot`
  kDelivered,    // a message of `value` bytes that `by` wrote to an address on the LAN reached mailslot `slot`
  kUnknownWait,  // a thread in `program` waited in a call that the grader does not know, and nothing else could run
};

inline constexpr Name<EventKind> kEventKinds[] = {
    {EventKind::kAttached, "attached"},
    {EventKind::kDetached, "detached"},
    {EventKind::kSignaled, "signaled"},
    {EventKind::kReleased, "released"},
    {EventKind::kStill, "still"},
    {EventKind::kSpinning, "spinning"},
    {EventKind::kEnded, "ended"},
    {EventKind::kPosted, "posted"},
    {EventKind::kRefused, "refused"},
    {EventKind::kTyped, "typed"},
    {EventKind::kInputEnded, "input_ended"},
    {EventKind::kSlotCreated, "slot_created"},
    {EventKind::kDelivered, "delivered"},
    {EventKind::kUnknownWait, "unknown_wait"},
};
static_assert(is_complete(kEventKinds, EventKind::kAttached, EventKind::kUnknownWait));

// Whether the grader caused the event; the other events happened in the run by themselves.
constexpr bool is_of_grader(EventKind kind) {
  switch (kind) {
    case EventKind::kReleased:
    case EventKind::kEnded:
    case EventKind::kPosted:
    case EventKind::kRefused:
    case EventKind::kTyped:
    case EventKind::kInputEnded:
    case EventKind::kSlotCreated:
      return true;
    case EventKind::kAttached:
    case EventKind::kDetached:
    case EventKind::kSignaled:
    case EventKind::kStill:
    case EventKind::kSpinning:
    case EventKind::kDelivered:
    case EventKind::kUnknownWait:
      return false;
  }
  return false;
}

// The role of a program in its run.
enum class Role : std::uint8_t {
  kActor,    // the program under test
  kStandin,  // a fake worker, which belongs to the grader and is controlled by it
  kChild,    // a real program that the actor started, with the probe inside
  kForeign,  // anything else that was started (such as cmd.exe): not observed
  kPeer,     // another of the student's programs, which the grader starts in addition to the actor, with the probe inside
};

inline constexpr Name<Role> kRoles[] = {
    {Role::kActor, "actor"}, {Role::kStandin, "standin"}, {Role::kChild, "child"}, {Role::kForeign, "foreign"}, {Role::kPeer, "peer"},
};
static_assert(is_complete(kRoles, Role::kActor, Role::kPeer));

// How a program in a run ended.
enum class ProgramEnd : std::uint8_t {
  kRunning,      // never seen to end
  kItself,       // ended by itself
  kCrashed,      // ended by an unhandled exception; the exit code is the exception code
  kLoop,         // terminated by the grader: it used up its CPU time, or polled forever
  kBlocked,      // terminated by the grader: it waited for something that could never happen
  kTimeout,      // terminated by the grader: it hardly ran, for an unknown reason
  kFlood,        // terminated by the grader: it printed, or called functions, endlessly
  kKilled,       // terminated when the run ended, or by another program's TerminateProcess
  kUnknownWait,  // terminated by the grader: it waited in a call that the grader does not know, and nothing else could run
};

inline constexpr Name<ProgramEnd> kEnds[] = {
    {ProgramEnd::kRunning, "running"}, {ProgramEnd::kItself, "itself"},   {ProgramEnd::kCrashed, "crashed"},
    {ProgramEnd::kLoop, "loop"},       {ProgramEnd::kBlocked, "blocked"}, {ProgramEnd::kTimeout, "timeout"},
    {ProgramEnd::kFlood, "flood"},     {ProgramEnd::kKilled, "killed"},   {ProgramEnd::kUnknownWait, "unknown_wait"},
};
static_assert(is_complete(kEnds, ProgramEnd::kRunning, ProgramEnd::kUnknownWait));

// Whether there is a recording and, if not, why.
enum class RunOutcome : std::uint8_t { kRecorded, kNotBuilt, kNotGradable, kGraderError };

inline constexpr Name<RunOutcome> kRunOutcomes[] = {
    {RunOutcome::kRecorded, "recorded"},
    {RunOutcome::kNotBuilt, "not_built"},
    {RunOutcome::kNotGradable, "not_gradable"},
    {RunOutcome::kGraderError, "grader_error"},
};
static_assert(is_complete(kRunOutcomes, RunOutcome::kRecorded, RunOutcome::kGraderError));

}  // namespace lab::trace
