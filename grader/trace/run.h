// What happened in one run: who took part, which calls were made in which order, how it ended. Plain data, JSON Lines in and out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "trace/kinds.h"
#include "trace/place.h"

namespace lab::trace {

// A point of a run. `order` is unique in the run and total over all its programs: of two moments the smaller order came first.
struct Moment {
  std::uint64_t order = 0;
  std::int64_t at_us = 0;     // microseconds since the run began, on the run's clock (real time plus what Sleep and waits added)
  std::int64_t clock_us = 0;  // the part of it that Sleep and waits added; the same in every run of one program
};

// What a handle that was passed to a call stands for. Identity, never the handle's number.
struct Object {
  using Kind = ObjectKind;
  Kind kind = Kind::kInvalid;
  int program = -1;  // index into Run::programs, or -1. For kClosed: whose object it was.
  int handle = 0;    // which handle it came through: 1, 2, ... in the order in which the caller got them; 0 unknown
  int slot = -1;     // index into Run::slots, or -1. For kClosed: whose end it was.
};

// One call of a Win32 function that the probe watched.
struct Call {
  Api api = Api::kNone;
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
  Place place;                                           // where the student's source calls it
  std::vector<int> frames;  // not yet looked up: return addresses in the .exe, relative to where it is loaded, innermost first
};

// Something that is no call: the grader acted, or a program came or went.
struct Event {
  using Kind = EventKind;
  Kind kind = Kind::kStill;
  int program = -1;
  int by = -1;
  std::int64_t value = 0;
  Moment when;
  int slot = -1;          // index into Run::slots
  std::string text = {};  // UTF-8, whatever the encoding it travelled in
};

struct Program {
  using Role = trace::Role;
  using End = ProgramEnd;
  std::string name;       // as the book calls it, without ".exe": "AdderManager"
  std::string arguments;  // the command line after the program's own name
  Role role = Role::kActor;
  int parent = -1;
  End end = End::kRunning;
  std::uint32_t exit_code = 0;  // valid unless kRunning
  bool attached = false;        // the probe, or the fake worker, reported itself: without it nothing is judged
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

// The fact that says whether somebody else's programs were played in a sandbox; there is none where they were one's own.
inline constexpr const char* kSandboxFact = "sandbox";
inline constexpr const char* kSandboxed = "bubblewrap";
inline constexpr const char* kNotSandboxed = "none";
inline constexpr const char* kOtherUser = "another user";  // without one, but not with the rights of whoever ran the grader
// ... and whether its limits on memory and processes hold for all of it together, or for each process only.
inline constexpr const char* kLimitsFact = "sandbox_limits";
inline constexpr const char* kSharedLimits = "group";
inline constexpr const char* kOwnLimits = "process";

inline constexpr int kUnderTest = 0;  // the program under test, as an index into Run::programs

struct Run {
  using Outcome = RunOutcome;

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
  std::vector<Todo> todos;    // those that the source of the program under test still has, by number

  const Program& actor() const { return programs.at(0); }
};

// A text of the call; "" where it has none of that name.
inline const std::string& text_of(const Call& call, const std::string& name) {
  static const std::string kNone;
  const auto found = call.text.find(name);
  return found == call.text.end() ? kNone : found->second;
}

// Whether the program under test was ended where it would have used an array beyond its end. Only what the grader built from its source
// ends so: -fsanitize=bounds executes an illegal instruction there.
inline bool stopped_by_bounds_check(const Run& run) {
  constexpr std::uint32_t kIllegalInstruction = 0xC000001D;
  const auto built = run.facts.find("built_from");
  return run.actor().end == ProgramEnd::kCrashed && run.actor().exit_code == kIllegalInstruction && built != run.facts.end() &&
         built->second == "source";
}

// The call that began or returned at that moment; null where none did.
inline const Call* call_at(const Run& run, std::uint64_t order) {
  for (const Call& call : run.calls)
    if (call.begin.order == order || (call.end && call.end->order == order)) return &call;
  return nullptr;
}

// Writes one run: a header line, a line for each program, mailslot, call and event in their order, an end line.
// Bytes of output that are not UTF-8 are kept as hexadecimal.
void write(std::ostream& out, const Run& run);

// Reads all runs of a stream. Throws std::runtime_error naming the line and what is wrong with it.
std::vector<Run> read(std::istream& in);

// Reads one file; the error names it.
std::vector<Run> read(const std::filesystem::path& file);

}  // namespace lab::trace
