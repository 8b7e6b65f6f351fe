// What happened in one run: who took part, which calls were made in which order, how it ended. Plain data, JSON Lines in and out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lab::trace {

// A point of a run. `order` is unique in the run and total over all its programs: of two moments the smaller order came first.
struct Moment {
  std::uint64_t order = 0;
  std::int64_t at_us = 0;     // microseconds since the run began, on the run's clock (real time plus what Sleep and waits added)
  std::int64_t clock_us = 0;  // the part of it that Sleep and waits added; the same in every run of one program
};

// What a handle that was passed to a call stands for. Identity, never the handle's number.
struct Object {
  enum class Kind {
    kProcess,         // the process object of `program`
    kThread,          // a thread of `program`
    kOther,           // valid, of no kind that the labs teach (an event, a file of the C runtime)
    kPseudo,          // GetCurrentProcess() and its like, INVALID_HANDLE_VALUE included (the same value)
    kNull,            // 0
    kClosed,          // had been closed before this call, and no new object has taken the number
    kInvalid,         // never was a handle of this program
    kMailslot,        // the receiver's end of mailslot `slot`, as CreateMailslot gives it
    kMailslotClient,  // a writer's end of mailslot `slot`, as CreateFile gives it
  };
  Kind kind = Kind::kInvalid;
  int program = -1;  // index into Run::programs, or -1. For kClosed: whose object it was.
  int handle = 0;    // which handle it came through: 1, 2, ... in the order in which the caller got them; 0 unknown
  int slot = -1;     // index into Run::slots, or -1. For kClosed: whose end it was.
};

// One call of a Win32 function that the probe watched. Names are without the A or W suffix.
struct Call {
  std::string api;
  int program = 0;  // who called: index into Run::programs
  int thread = 0;   // 1 is the main thread
  Moment begin;
  std::optional<Moment> end;          // absent: it had not returned when the run ended
  std::vector<Object> on;             // the handle arguments; CreateProcess: the handles to mailslots that the new program inherits
  std::int64_t result = 0;            // as returned; a BOOL is 0 or 1
  std::uint32_t error = 0;            // GetLastError() after a failed call, else 0
  std::uint32_t timeout_ms = 0;       // waits, Sleep, CreateMailslot (lReadTimeout); 0xFFFFFFFF is INFINITE
  std::optional<std::int64_t> value;  // GetExitCodeProcess: the code that was read; ReadFile, WriteFile: bytes that were transferred
  std::optional<int> started;         // CreateProcess: index of the program it started
  std::optional<int> slot;            // CreateMailslot, CreateFile: index of the mailslot that it made or opened
  std::vector<int> handles;           // handles it gave out (see Object::handle): CreateProcess gives process, thread
  // Text arguments: "application", "command_line" (CreateProcess); "name" (CreateMailslot, CreateFile); "message" (ReadFile, WriteFile on
  // mailslots); "stream" ("stdin", "stdout", "stderr") with "read" or "written".
  std::map<std::string, std::string> text;
  // CreateProcess: dwCreationFlags; WaitForMultipleObjects: 1 when bWaitAll; CreateMailslot: nMaxMessageSize; ReadFile, WriteFile on
  // mailslots: the bytes asked for.
  std::uint32_t flags = 0;
  std::uint32_t access = 0, share = 0, disposition = 0;  // CreateFile: dwDesiredAccess, dwShareMode, dwCreationDisposition
  bool faulted = false;                                  // the grader made it fail, as the scenario asked
  bool ended_by_grader = false;                          // it could never return: the grader failed it so that the program could end
  std::uint32_t times = 1;                               // how often it was made in a row with the same answer and nothing in between
  bool wide = true;                                      // the W function was called
  bool inherits = false;                                 // CreateProcess: bInheritHandles was TRUE
};

// Something that is no call: the grader acted, or a program came or went.
struct Event {
  enum class Kind {
    kAttached,     // the probe (or a stand-in) reported itself
    kDetached,     // the program ended by itself, in good order (ExitProcess)
    kSignaled,     // the process object became Signaled; `value` is its exit code
    kReleased,     // the grader told a stand-in to end with exit code `value`
    kStill,        // every thread was blocked: the grader may act
    kSpinning,     // 20 "not yet" answers about `program`, asked by `by`, within one second of the run's clock (labs.md)
    kEnded,        // the grader ended the program; `value` is its marker exit code
    kPosted,       // the grader wrote the message `text`, of `value` bytes, to mailslot `slot`
    kRefused,      // ... tried to, and could not: `value` is the error (no such slot; larger than its nMaxMessageSize)
    kTyped,        // the grader typed `text` at `program`'s standard input
    kInputEnded,   // ... ended `program`'s standard input
    kSlotCreated,  // the grader created its own mailslot `slot`
    kDelivered,    // a message of `value` bytes that `by` wrote to an address of the LAN reached mailslot `slot`
  };
  Kind kind = Kind::kStill;
  int program = -1;
  int by = -1;
  std::int64_t value = 0;
  Moment when;
  int slot = -1;          // index into Run::slots
  std::string text = {};  // UTF-8, whatever the encoding it travelled in
};

struct Program {
  enum class Role {
    kActor,    // the program under test
    kStandin,  // the grader's own, doing what it is told
    kChild,    // a real program started by the actor, with the probe inside
    kForeign,  // anything else that was started (cmd.exe, ...): not watched
    kPeer,     // another program of the student's, started by the grader beside the actor, with the probe inside
  };
  enum class End {
    kRunning,  // never seen to end
    kItself,   // ended by itself
    kCrashed,  // by an unhandled exception; exit_code is the exception's code
    kLoop,     // the grader ended it: it used up its processor time, or asked the same question for ever
    kBlocked,  // the grader ended it: it waited for something that could never come
    kTimeout,  // the grader ended it: the wall-clock limit
    kFlood,    // the grader ended it: it printed, or called, without end
    kKilled,   // ended together with the run, or by another program's TerminateProcess
  };
  std::string name;       // as the book calls it, without ".exe": "AdderManager"
  std::string arguments;  // the command line after the program's own name
  Role role = Role::kActor;
  int parent = -1;
  End end = End::kRunning;
  std::uint32_t exit_code = 0;  // valid unless kRunning
  bool attached = false;        // the probe, or the stand-in, reported itself: without it nothing is judged
  std::string output;           // kPeer: what it wrote to stdout, as bytes (the actor's stands in Run)
};

// A mailslot that the run knew. One that was closed and made again is two.
struct Slot {
  std::string name;      // below \\.\mailslot\, as its maker spelled it: "mailbox", "chat\A"
  int owner = -1;        // index into Run::programs; -1: the grader's own
  bool wide = true;      // made by CreateMailslotW: the grader posts UTF-16 to it, else bytes
  std::string computer;  // on a virtual LAN: where it is
  bool address = false;  // no mailslot, but an address that a program has opened: `computer` is what it wrote, "*" for all of the domain
};

struct Run {
  // Why there is no recording, when there is none.
  enum class Outcome { kRecorded, kNotBuilt, kNotGradable, kGraderError };

  std::string schema = "win-ipc-lab/run/1";
  std::string submission;                    // whose programs: the name of the folder they were found in
  std::string lab;                           // "05"
  std::string program;                       // the program under test: "AdderManager"
  std::string scenario;                      // "worker_1_first"
  std::string platform;                      // "Windows 10.0.22631" or "Wine 8.0, corrected"
  std::string clock = "patient";             // or "hurried"
  std::map<std::string, std::string> facts;  // what the scenario promised, for checks to compare with: "exit_code_1" -> "15"
  Outcome outcome = Outcome::kRecorded;
  std::string reason;  // an id when outcome is not kRecorded: "missing", "does_not_compile", "32_bit", "not_a_program", "not_entered", ...
  std::string detail;  // for people: a compile log, an error's text
  std::vector<Program> programs;  // [0] is the program under test
  std::vector<Slot> slots;
  std::vector<Call> calls;    // by begin.order
  std::vector<Event> events;  // by when.order
  std::string output;         // what the program under test wrote to stdout, as bytes
  std::string errors;         // ... and to stderr
  bool output_cut = false;    // more was written than is kept

  const Program& actor() const { return programs.at(0); }
};

// Writes one run: a header line, a line for each program, mailslot, call and event in their order, an end line.
// Bytes of output that are not UTF-8 are kept as hexadecimal.
void write(std::ostream& out, const Run& run);

// Reads all runs of a stream. Throws std::runtime_error naming the line and what is wrong with it.
std::vector<Run> read(std::istream& in);

// Reads one file; the error names it.
std::vector<Run> read(const std::filesystem::path& file);

}  // namespace lab::trace
