// The record of one run in shared memory: what the stage orders, what the probes and stand-ins report. Fixed layout, no pointers.
// The stage creates it, every program of the run maps it. Names of kernel objects follow from the run's key, and the key is the name of
// the run's folder, so a program finds its run by looking where its own .exe lies.
#pragma once

#include <atomic>
#include <cstdint>

namespace lab::wire {

inline constexpr std::uint32_t kMagic = 0x314C4257;  // "WBL1"
inline constexpr std::uint32_t kMaxPrograms = 128;
inline constexpr std::uint32_t kMaxThreads = 64;
inline constexpr std::uint32_t kMaxRecords = 8192;
inline constexpr std::uint32_t kMaxNotes = 2048;
inline constexpr std::uint32_t kArenaBytes = 1024 * 1024;
inline constexpr std::uint32_t kMaxWaitObjects = 64;
inline constexpr std::uint32_t kMaxFaults = 8;
inline constexpr std::uint32_t kMaxNames = 8;
inline constexpr std::uint32_t kNameChars = 32;
inline constexpr std::uint32_t kNever = 0xFFFFFFFF;

// Rules of the clock that the probes apply themselves; labs.md gives the first two.
inline constexpr std::uint32_t kSpinAnswers = 20;         // "not yet" answers in a row about one process ...
inline constexpr std::int64_t kSpinWithinUs = 1'000'000;  // ... within this much of the run's clock are spinning
inline constexpr std::uint32_t kPatientAnswers = 20;      // after so many the asker stands still until the stage lets it go on
inline constexpr std::uint32_t kHurriedAnswers = 500;     // the same on the hurried clock
inline constexpr std::uint32_t kEndlessAnswers = 2000;    // so many about a process whose answer can no longer change: it asks for ever
inline constexpr std::int64_t kHurriedHourUs = 3'600'000'000;
inline constexpr std::uint32_t kIdleSleeps = 50;  // so many sleeps in a row, nothing else done: as good as still
inline constexpr std::uint32_t kEndlessSleeps = 5000;

// Marker exit code of programs that the grader ended.
inline constexpr std::uint32_t kEndedByGrader = 0xE1AB0001;

// The calls that are recorded, and their names in a recording.
#define LAB_WIRE_APIS(X)                                                                                                               \
  X(CreateProcess)                                                                                                                     \
  X(OpenProcess) X(TerminateProcess) X(GetExitCodeProcess) X(GetExitCodeThread) X(CreateThread) X(ResumeThread) X(WaitForSingleObject) \
      X(WaitForMultipleObjects) X(RegisterWaitForSingleObject) X(WaitOrTimerCallback) X(DuplicateHandle) X(CloseHandle) X(Sleep)       \
          X(WriteFile)

enum class Api : std::uint16_t {
  kNone,
#define X(name) k##name,
  LAB_WIRE_APIS(X)
#undef X
};

enum class Kind : std::uint8_t { kProcess, kThread, kOther, kPseudo, kNull, kClosed, kInvalid };  // as trace::Object::Kind

// A handle argument, by identity.
struct ObjectRef {
  Kind kind = Kind::kInvalid;
  std::uint8_t was_open = 0;  // kClosed: 1 when its owner was known
  std::int16_t program = -1;  // index into Wire::programs
  std::uint32_t handle = 0;   // serial number within the calling program, from 1
};

enum RecordState : std::uint32_t { kEmpty, kBegun, kDone };
enum RecordFlag : std::uint32_t { kFaulted = 1, kFailedByStage = 2, kAnsi = 4, kHasValue = 8 };

struct Record {
  std::atomic<std::uint32_t> state;
  Api api;
  std::uint16_t program;
  std::uint16_t thread;
  std::int16_t started;
  std::uint64_t begin_order, end_order;
  std::int64_t begin_us, end_us, begin_clock, end_clock;
  std::int64_t result, value;
  std::uint32_t error, timeout_ms, flags, call_flags, times;
  std::uint32_t given[2];                   // serials of handles it gave out
  std::uint32_t objects_at, object_count;   // ObjectRefs in the arena
  std::uint32_t text_at[2], text_chars[2];  // UTF-16 (CreateProcess: application, command line) or bytes (WriteFile)
};

enum class NoteKind : std::uint32_t { kAttached, kDetached, kSignaled, kReleased, kStill, kSpinning, kEnded };  // as trace::Event::Kind

struct Note {
  std::atomic<std::uint32_t> ready;
  NoteKind kind;
  std::int32_t program, by;
  std::int64_t value;
  std::uint64_t order;
  std::int64_t at_us, clock_us;
};

enum class Role : std::uint32_t { kActor, kStandin, kChild, kForeign };  // as trace::Program::Role

struct Program {
  std::atomic<std::uint32_t> ready;       // the entry may be read
  std::atomic<std::uint32_t> attached;    // the probe or the stand-in has reported itself
  std::atomic<std::uint32_t> detached;    // it is leaving by itself
  std::atomic<std::uint32_t> suspended;   // its main thread was created suspended and has not been resumed
  std::atomic<std::uint32_t> opened;      // the stage holds a handle to it
  std::atomic<std::uint32_t> released;    // stand-in: `exit_code` is valid, end now
  std::atomic<std::uint32_t> answers;     // "not yet" answers in a row about it, of any kind
  std::atomic<std::uint32_t> spun;        // spinning on it has been noted
  std::atomic<std::uint32_t> spin_row;    // "not yet" answers in a row that count for spinning
  std::int64_t spin_clock[kSpinAnswers];  // the run's clock at the last of them
  std::uint32_t pid, exit_code;
  Role role;
  std::int32_t parent;
  wchar_t name[kNameChars];
  wchar_t command_line[512];
};

// How a thread stands. The stage rules at stillness: no thread runs, and none is about to.
enum class Stand : std::uint32_t {
  kFree,
  kRunning,
  kSuspended,  // created suspended, not yet resumed
  kBlocked,    // in a wait; see `why`
  kExiting,    // on its way out: counts as running until its thread object is signaled
};

enum class Why : std::uint32_t {
  kWait,        // waits for `objects`, any of them
  kTimedWait,   // the same with a time-out that ends at `deadline_us` of the run's clock
  kOpaqueWait,  // waits for `objects`, as many as a wait takes: the stage cannot reach it
  kAskedOften,  // has had many "not yet" answers about `about`; waits for the stage's word
  kSleptOften,  // has slept many times in a row; waits for the stage's word
  kStartGate,   // started `about` and is to go on when that has ended
  kOpenGate,    // started `about` and is to go on when the stage has opened it
  kForever,     // Sleep(INFINITE)
};

enum class Word : std::uint32_t { kNone, kStillThere, kGoOn, kExpire, kFail };  // what the stage says to a blocked thread

struct Thread {
  std::atomic<Stand> stand;
  std::atomic<std::uint32_t> block;     // counts the blocks of this thread; a word is for one of them
  std::atomic<std::uint64_t> word;      // (block << 32) | Word
  std::atomic<std::uint32_t> answered;  // counts the answers to kStillThere
  Why why;
  std::uint32_t alertable;  // an APC can end it, too
  std::int32_t about;
  std::int64_t deadline_us;
  std::uint32_t tid, program, number, object_count;
  std::uint32_t sleeps;  // in a row, nothing else done
  ObjectRef objects[kMaxWaitObjects];
};

struct Fault {
  Api api;
  std::uint32_t nth;  // 1: the first call
  std::uint32_t error;
  wchar_t target[kNameChars];  // only calls that start this program; empty: any
  std::atomic<std::uint32_t> seen;
};

// What the scenario asks of the probes.
struct Plan {
  std::uint32_t hurried;
  std::uint32_t gate_start_until_ended;
  std::uint32_t fault_count, standin_count, child_count;
  Fault faults[kMaxFaults];
  wchar_t standins[kMaxNames][kNameChars];
  wchar_t children[kMaxNames][kNameChars];
};

struct Wire {
  std::uint32_t magic, bytes;
  std::int64_t began, frequency;                 // QueryPerformanceCounter at the run's begin, its frequency per second
  std::atomic<std::int64_t> clock_us;            // what Sleep and waits have added to the run's clock
  std::atomic<std::uint64_t> order;              // the next moment's number
  std::atomic<std::uint32_t> overflow;           // something did not fit: the run is a flood
  std::atomic<std::uint32_t> finite_wait;        // a wait for a program of the run had a finite time-out other than 0
  std::atomic<std::uint32_t> program_count, record_count, note_count, arena_used;
  Plan plan;
  Program programs[kMaxPrograms];
  Thread threads[kMaxThreads];
  struct Registered {
    std::atomic<std::uint32_t> state;  // 0 free, 1 waiting for `program`, 2 its callback is over
    std::int32_t program;
  } registered[kMaxThreads];
  Record records[kMaxRecords];
  Note notes[kMaxNotes];
  std::uint8_t arena[kArenaBytes];
};

// Names of a run's kernel objects: NAME_PREFIX KEY SUFFIX [NUMBER]. Atomics are shared between processes, so they must be lock-free.
inline constexpr wchar_t kPrefix[] = L"Local\\lab.";
inline constexpr wchar_t kWireSuffix[] = L".wire";
inline constexpr wchar_t kWakeSuffix[] = L".wake";   // auto-reset event: look again, stage
inline constexpr wchar_t kParkSuffix[] = L".park.";  // auto-reset event of thread NUMBER: look at your word
inline constexpr wchar_t kGoSuffix[] = L".go.";      // manual-reset event of stand-in NUMBER: end
static_assert(std::atomic<std::uint64_t>::is_always_lock_free && std::atomic<Stand>::is_always_lock_free);

// Puts a name together without the C runtime (a stand-in has none). `name` takes 128 characters.
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
