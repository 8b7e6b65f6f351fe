// The kinds of things in a run, with the ids that they have in a run file. Each is defined here alone, for both halves of the grader;
// FORMAT.md lists the ids. Light enough for programs without a C runtime.
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

// The id of a value; "" where the table has none, as of a value that a program wrote into memory of the grader's.
template <class Value, std::size_t kCount>
constexpr const char* id_of(const Name<Value> (&names)[kCount], Value value) {
  for (const auto& name : names)
    if (name.value == value) return name.id;
  return "";
}

// Whether a table has every value once, from `first` on.
template <class Value, std::size_t kCount>
constexpr bool is_complete(const Name<Value> (&names)[kCount], Value first, Value last) {
  for (std::size_t i = 0; i < kCount; ++i)
    if (static_cast<std::size_t>(names[i].value) != i + static_cast<std::size_t>(first)) return false;
  return names[kCount - 1].value == last;
}

// The Win32 functions whose calls are recorded, without the A, W or Ex of their names. kNone is none of them, and has no id.
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
  // Recorded only where the grader failed them, because they would never return.
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

// A call that returns when one of several objects is Signaled, or all of them.
constexpr bool waits_for_several(Api api) {
  return api == Api::kWaitForMultipleObjects || api == Api::kMsgWaitForMultipleObjects || api == Api::kNtWaitForMultipleObjects;
}

// A call that returns when an object is Signaled.
constexpr bool is_wait(Api api) {
  return waits_for_several(api) || api == Api::kWaitForSingleObject || api == Api::kSignalObjectAndWait ||
         api == Api::kNtWaitForSingleObject;
}

// A call that has a thread pool wait for an object, and the callback that shows that the object is Signaled.
constexpr bool registers_wait(Api api) { return api == Api::kRegisterWaitForSingleObject || api == Api::kSetThreadpoolWait; }
constexpr bool is_wait_callback(Api api) { return api == Api::kWaitOrTimerCallback || api == Api::kWaitCallback; }

constexpr bool reads_exit_code(Api api) { return api == Api::kGetExitCodeProcess || api == Api::kGetExitCodeThread; }

// In JSON a function is its name.
template <class Json>
void to_json(Json& json, Api api) {
  json = name(api);
}

// What a handle stands for.
enum class ObjectKind : std::uint8_t {
  kProcess,         // the process object of a program of the run
  kThread,          // a thread of one
  kOther,           // valid, of no kind that the labs teach (an event, a file of the C runtime)
  kPseudo,          // GetCurrentProcess() and its like, INVALID_HANDLE_VALUE included (the same value)
  kNull,            // 0
  kClosed,          // had been closed before the call, and no new object has taken the number
  kInvalid,         // never was a handle of the program
  kMailslot,        // the receiver's end of a mailslot, as CreateMailslot gives it
  kMailslotClient,  // a writer's end of a mailslot, as CreateFile gives it
};

inline constexpr Name<ObjectKind> kObjectKinds[] = {
    {ObjectKind::kProcess, "process"}, {ObjectKind::kThread, "thread"},     {ObjectKind::kOther, "other"},
    {ObjectKind::kPseudo, "pseudo"},   {ObjectKind::kNull, "null"},         {ObjectKind::kClosed, "closed"},
    {ObjectKind::kInvalid, "invalid"}, {ObjectKind::kMailslot, "mailslot"}, {ObjectKind::kMailslotClient, "mailslot_client"},
};
static_assert(is_complete(kObjectKinds, ObjectKind::kProcess, ObjectKind::kMailslotClient));

// What happens in a run besides calls; `program`, `by`, `value`, `slot` and `text` are the event's.
enum class EventKind : std::uint8_t {
  kAttached,     // the probe (or a fake worker) reported itself
  kDetached,     // the program ended by itself, in good order (ExitProcess)
  kSignaled,     // the process object became Signaled; `value` is its exit code
  kReleased,     // the grader told a fake worker to end with exit code `value`
  kStill,        // every thread was blocked: the grader may act
  kSpinning,     // 20 "not yet" answers about `program`, asked by `by`, within one second of the run's clock
  kEnded,        // the grader ended the program; `value` is its marker exit code
  kPosted,       // the grader wrote the message `text`, of `value` bytes, to mailslot `slot`
  kRefused,      // ... tried to, and could not: `value` is the error (no such slot; larger than its nMaxMessageSize)
  kTyped,        // the grader typed `text` at `program`'s standard input
  kInputEnded,   // ... ended `program`'s standard input
  kSlotCreated,  // the grader created its own mailslot `slot`
  kDelivered,    // a message of `value` bytes that `by` wrote to an address of the LAN reached mailslot `slot`
  kUnknownWait,  // a thread of `program` waited in a call that the grader does not know, and nothing else could run
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

// What the grader did to the run; the others happened in it.
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

// What a program is in its run.
enum class Role : std::uint8_t {
  kActor,    // the program under test
  kStandin,  // a fake worker: the grader's own, doing what it is told
  kChild,    // a real program started by the actor, with the probe inside
  kForeign,  // anything else that was started (cmd.exe, ...): not watched
  kPeer,     // another program of the student's, started by the grader beside the actor, with the probe inside
};

inline constexpr Name<Role> kRoles[] = {
    {Role::kActor, "actor"}, {Role::kStandin, "standin"}, {Role::kChild, "child"}, {Role::kForeign, "foreign"}, {Role::kPeer, "peer"},
};
static_assert(is_complete(kRoles, Role::kActor, Role::kPeer));

// How a program of a run ended.
enum class ProgramEnd : std::uint8_t {
  kRunning,      // never seen to end
  kItself,       // ended by itself
  kCrashed,      // by an unhandled exception; its exit code is the exception's code
  kLoop,         // the grader ended it: it used up its processor time, or asked the same question for ever
  kBlocked,      // the grader ended it: it waited for something that could never come
  kTimeout,      // the grader ended it: it hardly ran, for an unknown reason
  kFlood,        // the grader ended it: it printed, or called, without end
  kKilled,       // ended together with the run, or by another program's TerminateProcess
  kUnknownWait,  // the grader ended it: it waited in a call that the grader does not know, and nothing else could run
};

inline constexpr Name<ProgramEnd> kEnds[] = {
    {ProgramEnd::kRunning, "running"}, {ProgramEnd::kItself, "itself"},   {ProgramEnd::kCrashed, "crashed"},
    {ProgramEnd::kLoop, "loop"},       {ProgramEnd::kBlocked, "blocked"}, {ProgramEnd::kTimeout, "timeout"},
    {ProgramEnd::kFlood, "flood"},     {ProgramEnd::kKilled, "killed"},   {ProgramEnd::kUnknownWait, "unknown_wait"},
};
static_assert(is_complete(kEnds, ProgramEnd::kRunning, ProgramEnd::kUnknownWait));

// Whether there is a recording, and why not.
enum class RunOutcome : std::uint8_t { kRecorded, kNotBuilt, kNotGradable, kGraderError };

inline constexpr Name<RunOutcome> kRunOutcomes[] = {
    {RunOutcome::kRecorded, "recorded"},
    {RunOutcome::kNotBuilt, "not_built"},
    {RunOutcome::kNotGradable, "not_gradable"},
    {RunOutcome::kGraderError, "grader_error"},
};
static_assert(is_complete(kRunOutcomes, RunOutcome::kRecorded, RunOutcome::kGraderError));

}  // namespace lab::trace
