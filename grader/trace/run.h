// What happened in one run: which programs took part, what calls they made and in what order, and how they ended. Plain data, read and
// written as JSON Lines.
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

// A moment in a run. `order` is unique across all programs in the run: of two moments, the one with the smaller order came first.
struct Moment {
  std::uint64_t order = 0;
  std::int64_t at_us = 0;     // microseconds since the run began, on the run's clock (real time plus what Sleep and waits added)
  std::int64_t clock_us = 0;  // the part of at_us that Sleep and waits added; the same in every run of the same program
};

// The object that a handle passed to a call refers to; never the handle's value.
struct Object {
  using Kind = ObjectKind;
  Kind kind = Kind::kInvalid;
  int program = -1;  // index into Run::programs, or -1. For kClosed: the program whose object it was.
  int handle = 0;    // the handle's serial number: 1, 2, ... in the order in which the caller obtained its handles; 0: unknown
  int slot = -1;     // index into Run::slots, or -1. For kClosed: the mailslot whose end it was.
};

// One call to a Win32 function that the probe hooks.
struct Call {
  Api api = Api::kNone;
  int program = 0;  // the caller: index into Run::programs
  int thread = 0;   // 1: the main thread
  Moment begin;
  std::optional<Moment> end;          // absent: the call had not returned when the run ended
  std::vector<Object> on;             // the handle arguments; CreateProcess: the mailslot handles that the new program inherits
  std::int64_t result = 0;            // the return value; a BOOL is 0 or 1
  std::uint32_t error = 0;            // GetLastError() after a failed call, otherwise 0
  std::uint32_t timeout_ms = 0;       // waits, Sleep, CreateMailslot (lReadTimeout); 0xFFFFFFFF is INFINITE
  std::optional<std::int64_t> value;  // GetExitCodeProcess: the exit code; ReadFile, WriteFile: the number of bytes transferred
  std::optional<int> started;         // CreateProcess: index of the program that it started
  std::optional<int> slot;            // CreateMailslot, CreateFile: index of the mailslot that it created or opened
  std::vector<int> handles;           // handles that it returned (see Object::handle); CreateProcess: the process, then the thread
  // Text arguments: "application", "command_line" (CreateProcess); "name" (CreateMailslot, CreateFile); "message" (ReadFile, WriteFile on
  // mailslots); "stream" ("stdin", "stdout", "stderr") with "read" or "written".
  std::map<std::string, std::string> text;
  // CreateProcess: dwCreationFlags; WaitForMultipleObjects: 1 if bWaitAll is TRUE; CreateMailslot: nMaxMessageSize; ReadFile, WriteFile on
  // mailslots: the requested number of bytes.
  std::uint32_t flags = 0;
  std::uint32_t access = 0, share = 0, disposition = 0;  // CreateFile: dwDesiredAccess, dwShareMode, dwCreationDisposition
  bool faulted = false;                                  // the grader made it fail because the scenario says so
  bool ended_by_grader = false;                          // it could never return, so the grader made it fail to let the program end
  std::uint32_t times = 1;                               // how often it was made in a row with the same result and nothing in between
  bool wide = true;                                      // the W function was called
  bool inherits = false;                                 // CreateProcess: bInheritHandles was TRUE
  Place place;                                           // the line of the student's source that makes the call
  std::vector<int> frames;  // return addresses in the .exe, relative to its load address, innermost first; empty once `place` has been
                            // looked up
};

// Something other than a call: an action by the grader, or the start or end of a program.
struct Event {
  using Kind = EventKind;
  Kind kind = Kind::kStill;
  int program = -1;
  int by = -1;
  std::int64_t value = 0;
  Moment when;
  int slot = -1;          // index into Run::slots
  std::string text = {};  // UTF-8, whatever encoding the program used
};

struct Program {
  using Role = trace::Role;
  using End = ProgramEnd;
  std::string name;       // the program's name in the labs, without ".exe": "AdderManager"
  std::string arguments;  // the command line after the program's own name
  Role role = Role::kActor;
  int parent = -1;
  End end = End::kRunning;
  std::uint32_t exit_code = 0;  // valid unless kRunning
  bool attached = false;        // the probe or the fake worker has reported itself; otherwise, nothing is judged
  std::string output;           // kPeer: the bytes that it wrote to stdout (for the actor, see Run::output)
};

// A mailslot in the run. If a mailslot is closed and created again, that counts as two.
struct Slot {
  std::string name;      // the part after \\.\mailslot\, as its creator spelled it: "mailbox", "chat\A"
  int owner = -1;        // index into Run::programs; -1: the grader
  bool wide = true;      // created by CreateMailslotW, so the grader posts UTF-16 to it; otherwise, bytes
  std::string computer;  // on a virtual LAN: the computer that it is on
  bool address = false;  // not a mailslot, but an address that a program has opened: `computer` is as the program wrote it, "*" for the
                         // whole domain
};

// The name of the fact that says whether another person's programs were run in a sandbox; absent if users graded their own programs.
inline constexpr const char* kSandboxFact = "sandbox";
inline constexpr const char* kSandboxed = "bubblewrap";
inline constexpr const char* kNotSandboxed = "none";
inline constexpr const char* kOtherUser = "another user";  // no sandbox, but not with the rights of the user who ran the grader either
// The name of the fact that says whether the sandbox's limits on memory and processes apply to the sandbox as a whole or only to each
// process.
inline constexpr const char* kLimitsFact = "sandbox_limits";
inline constexpr const char* kSharedLimits = "group";
inline constexpr const char* kOwnLimits = "process";

inline constexpr int kUnderTest = 0;  // the program under test, as an index into Run::programs

struct Run {
  using Outcome = RunOutcome;

  std::string schema = "win-ipc-lab/run/1";
  std::string submission;                    // the name of the folder in which the programs were found
  std::string lab;                           // "05"
  std::string program;                       // the program under test: "AdderManager"
  std::string scenario;                      // "worker_1_first"
  std::string platform;                      // "Windows 10.0.22631" or "Wine 8.0, corrected"
  std::string clock = "patient";             // or "hurried"
  std::map<std::string, std::string> facts;  // values from the scenario that checks compare with: "exit_code_1" -> "15"
  Outcome outcome = Outcome::kRecorded;
  std::string reason;  // an id if outcome is not kRecorded: "missing", "does_not_compile", "32_bit", "not_a_program", "not_entered", ...
  std::string detail;  // for people: a compile log, an error message
  std::vector<Program> programs;  // [0] is the program under test
  std::vector<Slot> slots;
  std::vector<Call> calls;    // by begin.order
  std::vector<Event> events;  // by when.order
  std::string output;         // the bytes that the program under test wrote to stdout
  std::string errors;         // the bytes that it wrote to stderr
  bool output_cut = false;    // the program wrote more than is kept
  std::vector<Todo> todos;    // the TODO comments still in the source of the program under test, by number

  const Program& actor() const { return programs.at(0); }
};

// The call's text argument with this name; "" if it has none.
inline const std::string& text_of(const Call& call, const std::string& name) {
  static const std::string kNone;
  const auto found = call.text.find(name);
  return found == call.text.end() ? kNone : found->second;
}

// Whether the program under test was stopped because it was about to access an array out of bounds. Only programs that the grader built
// from source end in this way: -fsanitize=bounds executes an illegal instruction there.
inline bool stopped_by_bounds_check(const Run& run) {
  constexpr std::uint32_t kIllegalInstruction = 0xC000001D;
  const auto built = run.facts.find("built_from");
  return run.actor().end == ProgramEnd::kCrashed && run.actor().exit_code == kIllegalInstruction && built != run.facts.end() &&
         built->second == "source";
}

// The call that began or returned at that moment; null if none did.
inline const Call* call_at(const Run& run, std::uint64_t order) {
  for (const Call& call : run.calls)
    if (call.begin.order == order || (call.end && call.end->order == order)) return &call;
  return nullptr;
}

// Writes one run: a header line, a line for each program, mailslot, call and event in that order, and an end line. Output that is not valid
// UTF-8 is written as hexadecimal digits.
void write(std::ostream& out, const Run& run);

// Reads all runs from a stream. Throws std::runtime_error, which names the line and says what is wrong with it.
std::vector<Run> read(std::istream& in);

// Reads one file; the error also names the file.
std::vector<Run> read(const std::filesystem::path& file);

}  // namespace lab::trace
