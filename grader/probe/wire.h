// The record of one run in shared memory: what the stage orders, what the probes and fake workers report. Fixed layout, no pointers.
// The stage creates it, every program of the run maps it. Names of kernel objects follow from the run's key, and the key is the name of
// the run's folder, so a program finds its run by looking where its own .exe lies.
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
inline constexpr std::uint32_t kMaxPrinted = 2 * 1024 * 1024;  // more bytes than any lab prints: who prints more is ended
inline constexpr std::uint32_t kPrintedInARow = 1 << 15;  // this many, nothing else done: when its time is up it is a flood, not a loop
inline constexpr std::uint32_t kMaxFrames = 16;
inline constexpr std::uint32_t kNever = 0xFFFFFFFF;

// Rules of the clock that the probes apply themselves.
inline constexpr std::uint32_t kSpinAnswers = 20;         // "not yet" answers in a row about one process ...
inline constexpr std::int64_t kSpinWithinUs = 1'000'000;  // ... within this much of the run's clock are spinning
inline constexpr std::uint32_t kPatientAnswers = 20;      // after so many the asker blocks until the stage lets it go on
inline constexpr std::uint32_t kHurriedAnswers = 500;     // the same on the hurried clock
inline constexpr std::uint32_t kEndlessAnswers = 2000;    // so many about a process whose answer can no longer change: it asks for ever
inline constexpr std::int64_t kHurriedHourUs = 3'600'000'000;
inline constexpr std::uint32_t kIdleSleeps = 50;  // so many sleeps in a row, nothing else done: as good as blocked
inline constexpr std::uint32_t kEndlessSleeps = 5000;
inline constexpr std::uint32_t kVainAsks = 20;         // so many answers "nothing there" in a row: the asker blocks
inline constexpr std::uint32_t kHurriedReads = 3;      // the same for read time-outs of a mailslot on the hurried clock
inline constexpr std::uint32_t kFiniteReadMs = 100;    // from here on a read time-out counts as chosen
inline constexpr std::uint32_t kBroadcastBytes = 424;  // more cannot travel to a whole domain
inline constexpr std::uint32_t kMostSent = 256;        // more messages than this to the grader's own slots are a flood

// Marker exit code of programs that the grader ended.
inline constexpr std::uint32_t kEndedByGrader = 0xE1AB0001;

// A way around the probe, or to the grader, that the probe has seen, and what else is known of it.
enum class Trespass : std::uint32_t {
  kNone,
  kProcess,  // opened another's process: the rights that it asked for
  kImports,  // changed addresses in import tables that lead to the probe: how many
  kCode,     // changed instructions of the probe or of the system's functions: the number of that module, see kGuarded
  kRecord,   // opened objects of the run, which only the grader knows
  kSystem,   // a function of ntdll that stands below the taught ones: its number in kBelow
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

// A handle argument, by identity.
struct ObjectRef {
  Kind kind = Kind::kInvalid;
  std::uint8_t was_open = 0;  // kClosed: 1 when its owner was known
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
  std::uint32_t given[2];                   // serials of handles it gave out
  std::uint32_t objects_at, object_count;   // ObjectRefs in the arena
  std::uint32_t text_at[2], text_chars[2];  // UTF-16 (CreateProcess: application, command line; names) or bytes (WriteFile,
                                            // ReadFile: as they travelled)
  std::uint32_t text_room;                  // of a write to an output: bytes at text_at[0]
  std::uint32_t frames[kMaxFrames];         // where it was called, see probe/backtrace.h
};

// Something that is no call.
struct Event {
  std::atomic<std::uint32_t> ready;
  EventKind kind;
  std::int32_t program, by;
  std::int64_t value;
  std::uint64_t order;
  std::int64_t at_us, clock_us;
  std::int32_t slot, step;  // `step`: what was posted or typed stands in the scenario
};

struct Program {
  std::atomic<std::uint32_t> ready;           // the entry may be read
  std::atomic<std::uint32_t> attached;        // the probe or the fake worker has reported itself
  std::atomic<std::uint32_t> detached;        // it is leaving by itself
  std::atomic<std::uint32_t> exception;       // the code of the first that the processor raised in it; it may have ended it
  std::atomic<std::uint32_t> suspended;       // its main thread was created suspended and has not been resumed
  std::atomic<std::uint32_t> opened;          // the stage holds a handle to it
  std::atomic<std::uint32_t> gone;            // the stage has seen it Signaled, and recorded it
  std::atomic<std::uint32_t> released;        // fake worker: `exit_code` is valid, end now
  std::atomic<std::uint32_t> answers;         // "not yet" answers in a row about it, of any kind
  std::atomic<std::uint32_t> callbacks_due;   // of a thread pool that runs them for it
  std::atomic<std::uint32_t> spun;            // spinning on it has been recorded
  std::atomic<std::uint32_t> spin_row;        // "not yet" answers in a row that count for spinning
  std::int64_t spin_clock[kSpinAnswers];      // the run's clock at the last of them
  std::atomic<std::int64_t> timer_due_us;     // of its timers, the moment of the run's clock at which the first expires; 0: none is set
  std::atomic<std::uint32_t> printed_in_all;  // bytes
  std::atomic<std::uint32_t> printed;         // bytes, with nothing else recorded in between
  std::uint64_t pulse;                        // the address in it of a function that does nothing, for a thread of the stage's
  std::uint32_t gated;  // a copy of the program under test, or another of its folder: nothing of it is recorded, but it starts programs
                        // no faster than the stage can look at them
  std::uint32_t pid, exit_code;
  Role role;
  std::int32_t parent, computer;  // `computer`: index into Plan::computers
  wchar_t name[kNameChars];
  wchar_t command_line[512];
};

// The run is quiescent when no thread runs, and none is about to; then the stage acts.
enum class ThreadState : std::uint32_t {
  kFree,
  kRunning,
  kSuspended,  // created suspended, not yet resumed
  kBlocked,    // in a wait; see `reason`
  kExiting,    // on its way out: counts as running until its thread object is signaled
};

enum class WaitReason : std::uint32_t {
  kWait,        // waits for `objects`, any of them, or for something that only the thread itself can see
  kTimedWait,   // the same with a time-out that ends at `deadline_us` of the run's clock
  kAskedOften,  // has had many "not yet" answers about `about`; waits for the stage's command
  kSleptOften,  // has slept many times in a row; waits for the stage's command
  kStartGate,   // started `about` and is to go on when that has ended
  kOpenGate,    // started `about` and is to go on when the stage has opened it
  kForever,     // Sleep(INFINITE)
  kRead,        // reads the mailslot `about`, which is empty
  kTimedRead,   // the same with a time-out that ends at `deadline_us` of the run's clock
  kInput,       // reads standard input
  kSlotGate,    // made the mailslot `about` and is to go on when the stage has written to it what is to be there from the beginning
  kTimer,       // is no thread of the program's own, but has its timers expire; see Program::timer_due_us
};

// What the stage tells a blocked thread to do. kConfirm: show that it is still blocked.
enum class Command : std::uint32_t { kNone, kConfirm, kGoOn, kExpire, kFail, kCancel };

struct Thread {
  std::atomic<ThreadState> state;
  std::atomic<std::uint32_t> block;     // counts the blocks of this thread; a command is for one of them
  std::atomic<std::uint64_t> command;   // (block << 32) | Command
  std::atomic<std::uint32_t> answered;  // counts the answers to kConfirm
  WaitReason reason;
  std::uint32_t must_ask;  // something that the stage cannot see can end it, too
  std::int32_t about;
  std::int64_t deadline_us;
  std::uint32_t tid, program, number, object_count;
  std::uint32_t sleeps;   // in a row, nothing else done
  std::uint32_t vain;     // answers "nothing there" in a row, about mailslots and standard input
  std::uint32_t expired;  // read time-outs in a row
  ObjectRef objects[kMaxWaitObjects];
};

// Whether the thread is blocked and has no command. The command is looked at first: a thread that goes on says that it runs before it
// clears its command, so looked at the other way round it could seem to be blocked without one when it is neither.
inline bool awaits_command(const Thread& thread) { return thread.command == 0 && thread.state == ThreadState::kBlocked; }

struct Fault {
  Api api;
  std::uint32_t nth;  // 1: the first call
  std::uint32_t error;
  wchar_t target[kNameChars];  // only calls that start this program, or that are on this mailslot; empty: any
  std::atomic<std::uint32_t> seen;
};

// What the scenario asks of the probes.
struct Plan {
  std::uint32_t hurried;
  std::uint32_t gate_start_until_ended;
  std::uint32_t gate_creation;    // the maker of a mailslot stands at the gate kSlotGate
  std::uint32_t staged_input;     // standard input is a pipe that the stage writes to
  std::uint32_t corrected_slots;  // messages travel through this record, with Windows' answers, not through the system's mailslots
  std::uint32_t fault_count, standin_count, child_count;
  std::uint32_t computer_count;  // 0: there is no virtual LAN, and remote names are the system's business
  std::uint32_t live;            // a LAN to play with: nobody stages or judges, and time is as it is
  std::uint32_t doubled;         // what travels to a domain arrives twice, as over two protocols
  wchar_t domain[kComputerChars];
  wchar_t computers[kMaxComputers][kComputerChars];
  Fault faults[kMaxFaults];
  wchar_t standins[kMaxNames][kNameChars];
  wchar_t children[kMaxNames][kNameChars];
};

// A mailslot of the run. The system's own mailslot that stands behind it is named after its index, see probe/slots.h.
enum class SlotState : std::uint32_t { kFree, kBeingMade, kOpen, kClosed };
struct Slot {
  std::atomic<SlotState> state;
  std::int32_t owner;     // index into programs; -1: the stage, which takes what comes and keeps nothing
  std::int32_t computer;  // index into Plan::computers
  // Not a mailslot, but an address of the virtual LAN that a program has opened: of that computer, of all (kDomain) or of nobody's.
  std::uint32_t is_address;
  static constexpr std::int32_t kDomain = -1, kNobody = -2;
  wchar_t address[kComputerChars];  // the computer, as the program wrote it
  std::uint32_t wide;               // made by CreateMailslotW
  std::uint32_t max_bytes;
  std::atomic<std::uint32_t> timeout_ms;
  std::atomic<std::uint32_t> written, taken;            // messages
  std::atomic<std::uint32_t> first;                     // no message before this one is still there
  std::atomic<std::uint16_t> handles_of[kMaxPrograms];  // open handles to the receiver's end, by program
  wchar_t name[kSlotNameChars];                         // below \\.\mailslot\, as its maker spelled it
};

struct Message {
  enum State : std::uint32_t { kBeingWritten, kThere, kTaken };
  std::atomic<std::uint32_t> state;
  std::uint32_t slot, at, bytes;
};

struct Inherited {  // a handle to a mailslot that `program` has had since its start
  std::atomic<std::uint32_t> ready;
  std::int32_t program;
  std::uint64_t handle;
  Kind kind;
  std::uint8_t wide, writable;
  std::int16_t slot;
};

// What a program has printed and the system has not been given yet.
struct Unwritten {
  std::atomic<std::uint32_t> bytes;
  Stream stream;
  std::uint8_t data[kMaxUnwritten];
};

struct Wire {
  std::uint32_t magic, bytes;
  std::int64_t began, frequency;           // QueryPerformanceCounter at the run's begin, its frequency per second
  std::atomic<std::int64_t> clock_us;      // what Sleep and waits have added to the run's clock
  std::atomic<std::uint64_t> order;        // the next moment's number
  std::atomic<std::uint32_t> overflow;     // something did not fit: the run is a flood
  std::atomic<std::uint32_t> finite_read;  // a mailslot was given a read time-out of kFiniteReadMs or more
  std::atomic<std::uint32_t> finite_wait;  // a wait for a program of the run had a finite time-out other than 0
  std::atomic<std::uint64_t> trespass;     // the first: (Trespass << 32) | what is known of it
  std::atomic<std::uint32_t> program_count, record_count, event_count, arena_used;
  std::atomic<std::uint32_t> message_count, message_bytes, inherited_count;
  Plan plan;
  Program programs[kMaxPrograms];
  Thread threads[kMaxThreads];
  struct Registered {
    enum class State : std::uint32_t {
      kFree,
      kWaiting,  // for `program`
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

// Names of a run's kernel objects: NAME_PREFIX KEY SUFFIX [NUMBER]. Atomics are shared between processes, so they must be lock-free.
inline constexpr wchar_t kPrefix[] = L"Local\\lab.";
inline constexpr wchar_t kWireSuffix[] = L".wire";
inline constexpr wchar_t kWakeSuffix[] = L".wake";   // auto-reset event: look again, stage
inline constexpr wchar_t kParkSuffix[] = L".park.";  // auto-reset event of thread NUMBER: look at your command
inline constexpr wchar_t kGoSuffix[] = L".go.";      // manual-reset event of fake worker NUMBER: end
inline constexpr wchar_t kJoinSuffix[] = L".join";   // mutex: programs join a LAN one after the other
inline constexpr wchar_t kLanKey[] = L"lan";         // the key of the LAN to play with
static_assert(std::atomic<std::uint64_t>::is_always_lock_free && std::atomic<ThreadState>::is_always_lock_free &&
              std::atomic<std::uint16_t>::is_always_lock_free);

// Puts a name together without the C runtime (a fake worker has none). `name` takes 128 characters.
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

// The key of the run: the last folder of `path`, which is an .exe's full path. `key` takes 64 characters.
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
