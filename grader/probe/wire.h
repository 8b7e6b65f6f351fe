// The record of one run in shared memory: the stage writes its plan and its commands; the probes and the fake workers write what happens.
// It has a fixed layout and no pointers. The stage creates the record, and every program in the run maps it. The names of the run's kernel
// objects contain the run's key, which is the name of the run's folder, so a program finds its run from the path of its own .exe:
//     wchar_t key[64], name[128];
//     key_of(key, L"C:\\runs\\3\\AdderManager.exe");        // L"3"
//     object_name(name, key, kParkSuffix, 12);              // L"Local\\lab.3.park.12"
//
// Units: `..._us` is in microseconds and `..._ms` in milliseconds. `at_us`, `begin_us` and `end_us` count from the start of the run in real
// time; `..._clock`, `clock_us`, `deadline_us` and `due_us` are amounts by which the run's clock has been advanced by then. `order` numbers
// the moments in a run from first to last. `..._at` is an index into an arena; `..._chars` is a number of wchar_t, `bytes` a number of
// bytes. Publication: an entry is complete once its struct's first member, an atomic (`state`, `ready`), says so; that member is written
// last. Errors: nothing here fails. Anything that does not fit sets Wire::overflow, and the stage ends the run and reports a flood.
#pragma once

#include <atomic>
#include <cstdint>
#include <initializer_list>

#include "trace/kinds.h"

namespace lab::wire {

using trace::Api;
using trace::EventKind;
using trace::Role;
using Kind = trace::ObjectKind;

inline constexpr std::uint32_t kMagic = 0x314C4257;  // "WBL1"
inline constexpr std::uint32_t kMaxPrograms = 128;
inline constexpr std::uint32_t kMaxThreads = 64;
inline constexpr std::uint32_t kMaxRecords = 8192;
inline constexpr std::uint32_t kMaxEvents = 2048;
inline constexpr std::uint32_t kArenaBytes = 4 * 1024 * 1024;
inline constexpr std::uint32_t kMaxWaitObjects = 64;
inline constexpr std::uint32_t kMaxFaults = 8;
inline constexpr std::uint32_t kMaxNames = 8;
inline constexpr std::uint32_t kNameChars = 32;
inline constexpr std::uint32_t kMaxSlots = 64;
inline constexpr std::uint32_t kSlotNameChars = 256;
inline constexpr std::uint32_t kMaxComputers = 8;
inline constexpr std::uint32_t kComputerChars = 16;  // a NetBIOS name: 15 characters and a terminator
inline constexpr std::uint32_t kMaxMessages = 8192;
inline constexpr std::uint32_t kMessageArenaBytes = 2 * 1024 * 1024;
inline constexpr std::uint32_t kMaxInherited = 32;
inline constexpr std::uint32_t kMaxUnwritten = 4096;
inline constexpr std::uint32_t kMaxPrinted = 2 * 1024 * 1024;  // bytes, more than any lab prints: a program that prints more is terminated
inline constexpr std::uint32_t kPrintedInARow = 1 << 15;       // bytes with no other call in between: at the time limit, this makes the run
                                                               // a flood, not a loop
inline constexpr std::uint32_t kMaxFrames = 16;
inline constexpr std::uint32_t kNever = 0xFFFFFFFF;

// Rules for the run's clock that the probes apply without asking the stage.
inline constexpr std::uint32_t kSpinAnswers = 20;         // "not yet" answers in a row about one process ...
inline constexpr std::int64_t kSpinWithinUs = 1'000'000;  // ... within this much of the run's clock are spinning
inline constexpr std::uint32_t kPatientAnswers = 20;      // after this many, the asking thread blocks until the stage lets it continue
inline constexpr std::uint32_t kHurriedAnswers = 500;     // the same on the hurried clock
inline constexpr std::uint32_t kEndlessAnswers = 2000;    // this many answers in a row: an endless loop
inline constexpr std::int64_t kHurriedHourUs = 3'600'000'000;
inline constexpr std::uint32_t kIdleSleeps = 50;  // after this many sleeps in a row, with no other call, a thread counts as blocked
inline constexpr std::uint32_t kEndlessSleeps = 5000;
inline constexpr std::uint32_t kVainAsks = 20;         // after this many "nothing there" answers in a row, the asking thread blocks
inline constexpr std::uint32_t kHurriedReads = 3;      // the same for read time-outs on the hurried clock
inline constexpr std::uint32_t kFiniteReadMs = 100;    // a read time-out of at least this long counts as intended
inline constexpr std::uint32_t kBroadcastBytes = 424;  // the largest message that can be sent to a domain
inline constexpr std::uint32_t kMostSent = 256;        // more messages than this to one of the grader's own mailslots are a flood

// The exit code of programs that the grader terminates.
inline constexpr std::uint32_t kEndedByGrader = 0xE1AB0001;

// An attempt to bypass the probe or to manipulate the grader, as the probe saw it. Each is reported with a value, explained here.
enum class Trespass : std::uint32_t {
  kNone,
  kProcess,  // opened a process outside the run: the access rights that it requested
  kImports,  // changed import table entries that lead to the probe: how many
  kCode,     // changed instructions in the probe or the system: the module's index in kGuarded
  kRecord,   // opened one of a run's kernel objects, whose names only the grader knows
  kSystem,   // used one of the ntdll functions that the functions in the labs are built on: its index in kBelow
};
inline constexpr const char* kGuarded[] = {"probe.dll", "ntdll.dll", "kernelbase.dll", "kernel32.dll"};
inline constexpr const char* kBelow[] = {"NtOpenProcess",
                                         "NtTerminateProcess",
                                         "NtSuspendProcess",
                                         "NtCreateProcess",
                                         "NtCreateProcessEx",
                                         "NtCreateUserProcess",
                                         "NtOpenThread",
                                         "NtOpenSection",
                                         "NtMapViewOfSection",
                                         "NtReadVirtualMemory",
                                         "NtWriteVirtualMemory",
                                         "NtProtectVirtualMemory",
                                         "NtDuplicateObject",
                                         "RtlCreateUserProcess",
                                         "LdrUnregisterDllNotification",
                                         "__wine_syscall_dispatcher",
                                         "__wine_unix_call",
                                         "wine_server_call"};

// A handle argument, identified by its object, not by its value.
struct ObjectRef {
  Kind kind = Kind::kInvalid;
  std::uint8_t was_open = 0;  // kClosed: 1 if it is known which object it referred to
  std::int16_t program = -1;  // index into Wire::programs
  std::int16_t slot = -1;     // index into Wire::slots
  std::uint32_t handle = 0;   // serial number within the calling program, from 1
};

enum RecordState : std::uint32_t { kEmpty, kBegun, kDone };
enum RecordFlag : std::uint32_t { kFaulted = 1, kFailedByStage = 2, kAnsi = 4, kHasValue = 8, kInherits = 16 };
enum class Stream : std::uint16_t { kNone, kOutput, kErrors, kInput };

struct Record {
  std::atomic<std::uint32_t> state;
  Api api;
  std::uint16_t program;
  std::uint16_t thread;
  std::int16_t started, slot;
  Stream stream;
  std::uint64_t begin_order, end_order;
  std::int64_t begin_us, end_us, begin_clock, end_clock;
  std::int64_t result, value;
  std::uint32_t error, timeout_ms, flags, call_flags, times;
  std::uint32_t access, share, disposition;
  std::uint32_t given[2];                   // serial numbers of the handles that the call returned
  std::uint32_t objects_at, object_count;   // ObjectRefs in the arena
  std::uint32_t text_at[2], text_chars[2];  // UTF-16 (CreateProcess: application, command line; names), or bytes (WriteFile,
                                            // ReadFile: the message itself)
  std::uint32_t text_room;                  // a write to an output: the bytes reserved at text_at[0]
  std::uint32_t frames[kMaxFrames];         // the call stack, see probe/backtrace.h
};

// Something that happened, other than a call.
struct Event {
  std::atomic<std::uint32_t> ready;
  EventKind kind;
  std::int32_t program, by;
  std::int64_t value;
  std::uint64_t order;
  std::int64_t at_us, clock_us;
  std::int32_t slot, step;  // `step`: index of the scenario's step that posted or typed something
};

struct Program {
  std::atomic<std::uint32_t> ready;           // the entry may be read
  std::atomic<std::uint32_t> attached;        // the probe or the fake worker has reported that it runs
  std::atomic<std::uint32_t> detached;        // it has started to exit by itself
  std::atomic<std::uint32_t> exception;       // the code of the first memory exception in it, which may have ended it
  std::atomic<std::uint32_t> suspended;       // its main thread was created suspended and has not been resumed
  std::atomic<std::uint32_t> opened;          // the stage holds a handle to it
  std::atomic<std::uint32_t> gone;            // the stage has seen it Signaled, and recorded it
  std::atomic<std::uint32_t> released;        // fake worker: `exit_code` is set; it must end now
  std::atomic<std::uint32_t> answers;         // all "not yet" answers in a row about it
  std::atomic<std::uint32_t> callbacks_due;   // the number of callbacks that a thread pool is about to run for it
  std::atomic<std::uint32_t> spun;            // a wait loop about it has been recorded as spinning
  std::atomic<std::uint32_t> spin_row;        // "not yet" answers in a row that count for spinning
  std::int64_t spin_clock[kSpinAnswers];      // the run's clock at the latest of them
  std::atomic<std::int64_t> timer_due_us;     // when the earliest of its timers expires, on the run's clock; 0: none is set
  std::atomic<std::uint32_t> printed_in_all;  // bytes
  std::atomic<std::uint32_t> printed;         // bytes since another call was recorded
  std::uint64_t pulse;                        // address of a function in that process that does nothing; the stage starts a thread there
  std::uint32_t gated;  // another program in the run's folder, such as a copy of the program under test: none of its calls are recorded,
                        // but it waits for the stage each time it starts a program
  std::uint32_t pid, exit_code;
  Role role;
  std::int32_t parent, computer;  // `computer`: index into Plan::computers
  wchar_t name[kNameChars];
  wchar_t command_line[512];
};

// The run is quiescent when no thread runs or is about to run; then the stage acts.
enum class ThreadState : std::uint32_t {
  kFree,
  kRunning,
  kSuspended,  // created suspended, not yet resumed
  kBlocked,    // waits inside a call; see WaitReason
  kExiting,    // ending: counts as running until its thread object is signaled
};

enum class WaitReason : std::uint32_t {
  kWait,        // waits for any of `objects` or for something that the stage cannot see
  kTimedWait,   // the same, with a time-out that elapses at `deadline_us`
  kAskedOften,  // got many "not yet" answers about program `about`; waits for a command
  kSleptOften,  // has slept many times in a row; waits until its sleep expires
  kStartGate,   // has started program `about`; continues when it has ended
  kOpenGate,    // has started program `about`; continues when the stage holds a handle to it
  kForever,     // Sleep(INFINITE)
  kRead,        // reads mailslot `about`, which is empty
  kTimedRead,   // the same, with a time-out that elapses at `deadline_us`
  kInput,       // reads standard input
  kSlotGate,    // has created mailslot `about`; continues when the stage has written the messages that it is to start with
  kTimer,       // is the probe's thread that makes the program's timers expire; see Program::timer_due_us
};

// A command to a blocked thread. kConfirm: increment Thread::answered, to show that the thread is still blocked.
enum class Command : std::uint32_t { kNone, kConfirm, kGoOn, kExpire, kFail, kCancel };

struct Thread {
  std::atomic<ThreadState> state;
  std::atomic<std::uint32_t> block;     // how often this thread has blocked; a command applies to one of these times
  std::atomic<std::uint64_t> command;   // (block << 32) | Command
  std::atomic<std::uint32_t> answered;  // counts the answers to kConfirm
  WaitReason reason;
  std::uint32_t must_ask;  // nonzero: something that the stage cannot see can also end the wait, so the stage must ask the thread
  std::int32_t about;
  std::int64_t deadline_us;
  std::uint32_t tid, program, number, object_count;
  std::uint32_t sleeps;   // in a row, with no other call
  std::uint32_t vain;     // answers "nothing there" in a row, about mailslots and standard input
  std::uint32_t expired;  // read time-outs in a row
  ObjectRef objects[kMaxWaitObjects];
};

// Whether the thread is blocked and has no command. Reads `command` before `state`: a thread that continues sets `state` before it clears
// `command`, so if they were read in the other order, a running thread could seem to be blocked without a command.
inline bool awaits_command(const Thread& thread) { return thread.command == 0 && thread.state == ThreadState::kBlocked; }

struct Fault {
  Api api;
  std::uint32_t nth;  // 1: the first call
  std::uint32_t error;
  wchar_t target[kNameChars];  // only calls on this program or mailslot; empty: all calls
  std::atomic<std::uint32_t> seen;
};

// What the scenario tells the probes to do.
struct Plan {
  std::uint32_t hurried;
  std::uint32_t gate_start_until_ended;
  std::uint32_t gate_creation;    // the thread that creates a mailslot stops at kSlotGate
  std::uint32_t staged_input;     // standard input is a pipe that the stage writes to
  std::uint32_t corrected_slots;  // messages pass through this record, with the same results as on Windows, instead of the system's
                                  // mailslots
  std::uint32_t fault_count, standin_count, child_count;
  std::uint32_t computer_count;  // 0: there is no virtual LAN, and the system handles remote names
  std::uint32_t live;            // `lab lan`: there is no scenario, nothing is judged, and the system's clock is used
  std::uint32_t doubled;         // a message to a domain arrives twice, as it does when two protocols connect the computers
  wchar_t domain[kComputerChars];
  wchar_t computers[kMaxComputers][kComputerChars];
  Fault faults[kMaxFaults];
  wchar_t standins[kMaxNames][kNameChars];
  wchar_t children[kMaxNames][kNameChars];
};

// A mailslot used in the run. The name of the system's mailslot that underlies it contains its index; see probe/slots.h.
enum class SlotState : std::uint32_t { kFree, kBeingMade, kOpen, kClosed };
struct Slot {
  std::atomic<SlotState> state;
  std::int32_t owner;     // index into programs; -1: the stage, which reads all messages and keeps none
  std::int32_t computer;  // index into Plan::computers
  // Nonzero: this is not a mailslot, but an address on the virtual LAN that a program has opened. It stands for one computer, for all of
  // them (kDomain), or for none that exists (kNobody).
  std::uint32_t is_address;
  static constexpr std::int32_t kDomain = -1, kNobody = -2;
  wchar_t address[kComputerChars];  // the computer, as the program wrote it
  std::uint32_t wide;               // created by CreateMailslotW
  std::uint32_t max_bytes;
  std::atomic<std::uint32_t> timeout_ms;
  std::atomic<std::uint32_t> written, taken;            // messages
  std::atomic<std::uint32_t> first;                     // index of the first message that may still be unread
  std::atomic<std::uint16_t> handles_of[kMaxPrograms];  // number of open handles to the receiving end, by program
  wchar_t name[kSlotNameChars];                         // the part after \\.\mailslot\, as the program spelled it
};

struct Message {
  enum State : std::uint32_t { kBeingWritten, kThere, kTaken };
  std::atomic<std::uint32_t> state;
  std::uint32_t slot, at, bytes;
};

struct Inherited {  // a handle to a mailslot that `program` has inherited
  std::atomic<std::uint32_t> ready;
  std::int32_t program;
  std::uint64_t handle;
  Kind kind;
  std::uint8_t wide, writable;
  std::int16_t slot;
};

// Output that a program has printed but the probe has not yet written to the system's handle.
struct Unwritten {
  std::atomic<std::uint32_t> bytes;
  Stream stream;
  std::uint8_t data[kMaxUnwritten];
};

struct Wire {
  std::uint32_t magic, bytes;
  std::int64_t began, frequency;           // the value of QueryPerformanceCounter at the start of the run, and its counts per second
  std::atomic<std::int64_t> clock_us;      // the time that sleeps and waits have added to the run's clock
  std::atomic<std::uint64_t> order;        // the number of the latest moment
  std::atomic<std::uint32_t> overflow;     // nonzero: something did not fit, so the run is a flood
  std::atomic<std::uint32_t> finite_read;  // nonzero: a mailslot got a read time-out of kFiniteReadMs or more
  std::atomic<std::uint32_t> finite_wait;  // nonzero: a wait for a program in the run had a finite time-out other than 0
  std::atomic<std::uint64_t> trespass;     // the first one seen: (Trespass << 32) | its value
  std::atomic<std::uint32_t> program_count, record_count, event_count, arena_used;
  std::atomic<std::uint32_t> message_count, message_bytes, inherited_count;
  Plan plan;
  Program programs[kMaxPrograms];
  Thread threads[kMaxThreads];
  struct Registered {
    enum class State : std::uint32_t {
      kFree,
      kWaiting,  // for the end of `program`
      kOver,     // its callback has returned, or will never be called
      kDue,      // being registered, or its callback is about to be called
    };
    std::atomic<State> state;
    std::int32_t program;
  } registered[kMaxThreads];
  Slot slots[kMaxSlots];
  Message messages[kMaxMessages];
  std::uint8_t message_arena[kMessageArenaBytes];
  Inherited inherited[kMaxInherited];
  Unwritten unwritten[kMaxPrograms];
  Record records[kMaxRecords];
  Event events[kMaxEvents];
  std::uint8_t arena[kArenaBytes];
};

// The parts of the names of a run's kernel objects: PREFIX KEY SUFFIX [NUMBER].
inline constexpr wchar_t kPrefix[] = L"Local\\lab.";
inline constexpr wchar_t kWireSuffix[] = L".wire";
inline constexpr wchar_t kWakeSuffix[] = L".wake";   // auto-reset event: the stage must check the run
inline constexpr wchar_t kParkSuffix[] = L".park.";  // auto-reset event: thread NUMBER must read its command
inline constexpr wchar_t kGoSuffix[] = L".go.";      // manual-reset event: fake worker NUMBER must end
inline constexpr wchar_t kJoinSuffix[] = L".join";   // mutex: programs join a LAN one at a time
inline constexpr wchar_t kLanKey[] = L"lan";         // the key of `lab lan`
// Atomics are shared between processes, so they must be lock-free.
static_assert(std::atomic<std::uint64_t>::is_always_lock_free && std::atomic<ThreadState>::is_always_lock_free &&
              std::atomic<std::uint16_t>::is_always_lock_free);

// Writes the name of a kernel object to `name`, which has room for 128 characters. Uses no C runtime, because a fake worker has none.
inline void object_name(wchar_t* name, const wchar_t* key, const wchar_t* suffix, std::uint32_t number = kNever) {
  wchar_t* at = name;
  wchar_t* const last = name + 120;
  for (const wchar_t* part : {static_cast<const wchar_t*>(kPrefix), key, suffix})
    for (; *part && at < last; ++part) *at++ = *part;
  if (number != kNever) {
    if (number >= 100) *at++ = static_cast<wchar_t>(L'0' + number / 100);
    if (number >= 10) *at++ = static_cast<wchar_t>(L'0' + number / 10 % 10);
    *at++ = static_cast<wchar_t>(L'0' + number % 10);
  }
  *at = 0;
}

// Writes the key of the run to `key`, which has room for 64 characters. The key is the name of the folder that contains `path`, the full
// path of an .exe.
inline void key_of(wchar_t* key, const wchar_t* path) {
  const wchar_t* start = path;
  const wchar_t* end = path;
  const wchar_t* previous = path;
  for (const wchar_t* p = path; *p; ++p)
    if (*p == L'\\' || *p == L'/') {
      start = previous;
      end = p;
      previous = p + 1;
    }
  std::uint32_t n = 0;
  for (; start < end && n < 63; ++start) key[n++] = *start;
  key[n] = 0;
}

}  // namespace lab::wire
