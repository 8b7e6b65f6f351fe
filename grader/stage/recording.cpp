// Reads the run from its record.
#include "stage/recording.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "stage/trespass.h"
#include "win32/error.h"

namespace lab::stage {
namespace {

using scenario::Assignment;
using trace::ProgramEnd;
using trace::Run;

// The program under test has written invalid values to the record.
struct Damaged : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A value that a run file can hold.
int in_range(std::uint32_t value, const char* what) {
  if (!std::in_range<int>(value)) throw Damaged(fmt::format("the record holds {} {}.", what, value));
  return static_cast<int>(value);
}
template <class Kind, std::size_t kCount>
Kind known(const trace::Name<Kind> (&names)[kCount], Kind kind, const char* what) {
  if (!*id_of(names, kind)) throw Damaged(fmt::format("the record holds {} {}.", what, static_cast<std::uint32_t>(kind)));
  return kind;
}

bool is_utf8(const std::string& bytes) {
  return bytes.empty() || MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, bytes.data(), static_cast<int>(bytes.size()), nullptr, 0) > 0;
}

std::string narrow_as_utf8(const std::string& bytes, UINT code_page) {
  std::wstring wide(bytes.size(), L'\0');
  wide.resize(static_cast<std::size_t>(
      MultiByteToWideChar(code_page, 0, bytes.data(), static_cast<int>(bytes.size()), wide.data(), static_cast<int>(wide.size()))));
  return win32::narrow(wide);
}

// Converts a program's narrow text: UTF-8 or, if it is not valid UTF-8, the code page of a Korean Windows.
std::string from_narrow(const std::string& bytes) {
  constexpr UINT kCodePage949 = 949;
  return is_utf8(bytes) ? bytes : narrow_as_utf8(bytes, kCodePage949);
}

// An odd last byte becomes U+FFFD.
std::string from_utf16(const std::string& bytes) {
  std::wstring text(bytes.size() / sizeof(wchar_t), L'\0');
  std::memcpy(text.data(), bytes.data(), text.size() * sizeof(wchar_t));
  if (bytes.size() % sizeof(wchar_t)) text += L'\xFFFD';
  return win32::narrow(text);
}

trace::Moment moment(std::uint64_t order, std::int64_t at, std::int64_t clock) {
  return {order, std::max<std::int64_t>(at, 0), std::max<std::int64_t>(clock, 0)};
}

Run header(const Assignment& assignment) {
  Run run;
  run.submission = assignment.submission;
  run.lab = assignment.lab;
  run.program = assignment.scenario.program;
  run.scenario = assignment.scenario.name;
  run.facts = assignment.scenario.facts;
  if (assignment.scenario.hurried) run.clock = "hurried";
  return run;
}

// Whether the grader stopped the run for its own reasons, so what is missing from the recording is not the program's fault.
bool was_interrupted(const Ended& ended) {
  return std::any_of(ended.programs.begin(), ended.programs.end(),
                     [](const Ended::Program& program) { return program.by_grader == Verdict::kTimeout; });
}

// Why the probe never reported itself from inside the program.
const char* why_not_entered(const Assignment& assignment, std::uint32_t exit_code) {
  constexpr std::uint32_t kDllNotFound = 0xC0000135;  // STATUS_DLL_NOT_FOUND: the loader terminated the program before it ran
  if (exit_code == kDllNotFound) return "dll_missing";
  const auto built = assignment.scenario.facts.find("built_from");
  return built != assignment.scenario.facts.end() && built->second == "source" ? "not_observed" : "not_entered";
}

ProgramEnd end_of(const wire::Wire& wire, const Ended& ended, std::uint32_t i) {
  constexpr std::uint32_t kFirstException = 0x80000000;
  const wire::Program& program = wire.programs[i];
  switch (ended.programs[i].by_grader) {
    case Verdict::kLoop:
      return ProgramEnd::kLoop;
    case Verdict::kBlocked:
      return ProgramEnd::kBlocked;
    case Verdict::kUnknownWait:
      return ProgramEnd::kUnknownWait;
    case Verdict::kTimeout:
      return ProgramEnd::kTimeout;
    case Verdict::kFlood:
      return ProgramEnd::kFlood;
    case Verdict::kNone:
      break;
  }
  if (!ended.programs[i].signaled) return ProgramEnd::kRunning;
  if (program.role == wire::Role::kStandin)
    return !program.released                                                    ? ProgramEnd::kKilled
           : program.exit_code >= 0xC0000000 && program.exit_code != 0xFFFFFFFF ? ProgramEnd::kCrashed
                                                                                : ProgramEnd::kItself;
  if (program.exit_code == wire::kEndedByGrader) return ProgramEnd::kKilled;
  // ExitProcess(-1) is not a crash: a program that exits normally has reported that it does.
  return program.detached || program.exit_code < kFirstException ? ProgramEnd::kItself : ProgramEnd::kCrashed;
}

std::string name_of(const wire::Wire& wire, const wire::Program& program) {
  if (*program.name) return shared_text(program.name);
  return program.role == wire::Role::kStandin ? shared_text(wire.plan.standins[0]) : "";
}

// Everything below reads memory that the program under test could write to, so it checks offsets and counts before it uses them.
bool in_arena(std::uint32_t at, std::size_t bytes) { return at <= wire::kArenaBytes && bytes <= wire::kArenaBytes - at; }

std::string in_arena_bytes(const wire::Wire& wire, std::uint32_t at, std::uint32_t bytes) {
  return in_arena(at, bytes) ? std::string(reinterpret_cast<const char*>(wire.arena) + at, bytes) : "";
}

std::string wide_text(const wire::Wire& wire, std::uint32_t at, std::uint32_t bytes) { return from_utf16(in_arena_bytes(wire, at, bytes)); }

// Builds a run from the contents of the record.
class Reader {
 public:
  Reader(const Assignment& assignment, const wire::Wire& wire, const Ended& ended)
      : assignment_(assignment), wire_(wire), ended_(ended), programs_(static_cast<std::uint32_t>(ended.programs.size())) {}

  Run read() const {
    Run run = header(assignment_);
    for (std::uint32_t i = 0; i < programs_; ++i) run.programs.push_back(read_program(i));
    for (const wire::Slot& slot : wire_.slots) {
      if (slot.state == wire::SlotState::kFree) break;
      run.slots.push_back(read_slot(slot));
    }
    // A record without a function has been cleared by the program under test.
    for (std::uint32_t i = 0; i < std::min<std::uint32_t>(wire_.record_count, wire::kMaxRecords); ++i)
      if (wire_.records[i].state != wire::kEmpty && wire_.records[i].api != wire::Api::kNone)
        run.calls.push_back(read_call(wire_.records[i]));
    for (std::uint32_t i = 0; i < std::min<std::uint32_t>(wire_.event_count, wire::kMaxEvents); ++i)
      if (wire_.events[i].ready) run.events.push_back(read_event(wire_.events[i]));
    const Ended::Program& actor = ended_.programs.front();
    run.output = actor.output;
    run.errors = actor.errors;
    run.output_cut = actor.output_cut;
    return run;
  }

 private:
  // An index from the record, or -1 if nothing has that index.
  int program_index(std::int32_t program) const { return program >= 0 && static_cast<std::uint32_t>(program) < programs_ ? program : -1; }
  static int slot_index(std::int32_t slot) { return slot >= 0 && static_cast<std::uint32_t>(slot) < wire::kMaxSlots ? slot : -1; }

  trace::Program read_program(std::uint32_t i) const {
    const wire::Program& entry = wire_.programs[i];
    trace::Program program;
    program.name = name_of(wire_, entry);
    program.arguments = arguments_of(shared_text(entry.command_line));
    program.role = known(trace::kRoles, entry.role, "a program of the role");
    program.parent = entry.parent < static_cast<std::int32_t>(i) ? std::max(entry.parent, -1) : -1;
    program.end = end_of(wire_, ended_, i);
    program.exit_code = entry.exit_code;
    program.attached = entry.attached != 0;
    if (entry.role == wire::Role::kPeer) program.output = ended_.programs[i].output;
    return program;
  }

  trace::Slot read_slot(const wire::Slot& entry) const {
    const std::vector<std::string>& computers = assignment_.scenario.computers;
    trace::Slot slot;
    slot.name = shared_text(entry.name);
    slot.wide = entry.wide != 0;
    slot.address = entry.is_address != 0;
    slot.owner = program_index(entry.owner);
    if (entry.is_address)
      slot.computer = shared_text(entry.address);
    else if (entry.computer >= 0 && static_cast<std::size_t>(entry.computer) < computers.size())
      slot.computer = computers[static_cast<std::size_t>(entry.computer)];
    return slot;
  }

  std::vector<trace::Object> read_objects(const wire::Record& record) const {
    std::vector<trace::Object> objects;
    if (record.object_count > wire::kMaxWaitObjects || !in_arena(record.objects_at, record.object_count * sizeof(wire::ObjectRef)))
      return objects;
    for (std::uint32_t i = 0; i < record.object_count; ++i) {
      wire::ObjectRef ref;
      std::memcpy(&ref, wire_.arena + record.objects_at + i * sizeof ref, sizeof ref);
      objects.push_back({known(trace::kObjectKinds, ref.kind, "an object of the kind"), program_index(ref.program),
                         in_range(ref.handle, "a handle with the number"), slot_index(ref.slot)});
    }
    return objects;
  }

  std::map<std::string, std::string> read_texts(const wire::Record& record) const {
    std::map<std::string, std::string> text;
    const std::string first = in_arena_bytes(wire_, record.text_at[0], record.text_chars[0]);
    switch (record.stream) {
      case wire::Stream::kOutput:
        return {{"stream", "stdout"}, {"written", first}};
      case wire::Stream::kErrors:
        return {{"stream", "stderr"}, {"written", first}};
      case wire::Stream::kInput:
        return {{"stream", "stdin"}, {"read", first}};
      case wire::Stream::kNone:
        break;
    }
    if (record.api == wire::Api::kWriteFile || record.api == wire::Api::kReadFile) {
      const bool moved = record.api == wire::Api::kWriteFile || (record.state == wire::kDone && record.result != 0);
      if (moved && (record.slot >= 0 || record.text_chars[0])) text["message"] = message_or_name(wire_, record);
    } else if (record.api == wire::Api::kCreateFile || record.api == wire::Api::kCreateMailslot) {
      text["name"] = message_or_name(wire_, record);
    } else {
      if (record.text_chars[0]) text["application"] = from_utf16(first);
      if (record.text_chars[1]) text["command_line"] = wide_text(wire_, record.text_at[1], record.text_chars[1]);
    }
    return text;
  }

  trace::Call read_call(const wire::Record& record) const {
    trace::Call call;
    call.api = known(trace::kApis, record.api, "a call of the function");
    call.program = static_cast<int>(record.program % std::max(programs_, 1u));
    call.thread = record.thread;
    call.begin = moment(record.begin_order, record.begin_us, record.begin_clock);
    if (record.state == wire::kDone) {
      call.end = moment(record.end_order, record.end_us, record.end_clock);
      call.result = record.result;
      call.error = record.error;
    }
    call.on = read_objects(record);
    call.timeout_ms = record.timeout_ms;
    if (record.flags & wire::kHasValue) call.value = record.value;
    if (const int started = program_index(record.started); started >= 0) call.started = started;
    if (const int slot = slot_index(record.slot); slot >= 0) call.slot = slot;
    for (const std::uint32_t handle : record.given)
      if (handle) call.handles.push_back(in_range(handle, "a handle with the number"));
    call.text = read_texts(record);
    call.flags = record.call_flags;
    call.access = record.access;
    call.share = record.share;
    call.disposition = record.disposition;
    call.faulted = (record.flags & wire::kFaulted) != 0;
    call.ended_by_grader = (record.flags & wire::kFailedByStage) != 0;
    call.times = std::max(record.times, 1u);
    call.wide = (record.flags & wire::kAnsi) == 0;
    call.inherits = (record.flags & wire::kInherits) != 0;
    for (const std::uint32_t frame : record.frames)
      if (frame) call.frames.push_back(in_range(frame, "an address"));
    return call;
  }

  trace::Event read_event(const wire::Event& entry) const {
    const std::vector<scenario::Step>& steps = assignment_.scenario.steps;
    trace::Event event;
    event.kind = known(trace::kEventKinds, entry.kind, "an event of the kind");
    event.program = program_index(entry.program);
    event.by = program_index(entry.by);
    event.value = entry.value;
    event.when = moment(entry.order, entry.at_us, entry.clock_us);
    event.slot = slot_index(entry.slot);
    if (entry.step >= 0 && static_cast<std::size_t>(entry.step) < steps.size())
      event.text = steps[static_cast<std::size_t>(entry.step)].text;
    return event;
  }

  const Assignment& assignment_;
  const wire::Wire& wire_;
  const Ended& ended_;
  std::uint32_t programs_;
};

}  // namespace

std::string platform(bool corrected) {
  using Version = LONG(WINAPI*)(OSVERSIONINFOW*);
  const HMODULE ntdll = GetModuleHandleW(L"ntdll.dll");
  const auto wine = reinterpret_cast<const char* (*)()>(reinterpret_cast<void*>(GetProcAddress(ntdll, "wine_get_version")));
  const char* ending = corrected ? ", corrected" : "";
  if (wine) return fmt::format("Wine {}{}", wine(), ending);
  OSVERSIONINFOW version = {};
  version.dwOSVersionInfoSize = sizeof version;
  const auto ask = reinterpret_cast<Version>(reinterpret_cast<void*>(GetProcAddress(ntdll, "RtlGetVersion")));
  if (ask) ask(&version);
  return fmt::format("Windows {}.{}.{}{}", version.dwMajorVersion, version.dwMinorVersion, version.dwBuildNumber, ending);
}

std::string message_or_name(const wire::Wire& wire, const wire::Record& record) {
  const std::string bytes = in_arena_bytes(wire, record.text_at[0], record.text_chars[0]);
  const bool is_message = record.api == wire::Api::kWriteFile || record.api == wire::Api::kReadFile;
  return is_message && (record.flags & wire::kAnsi) ? from_narrow(bytes) : from_utf16(bytes);
}

std::string line(const nlohmann::json& value) { return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"; }

Run recording(const Assignment& assignment, const wire::Wire& wire, const Ended& ended) {
  const std::uint32_t exit_code = wire.programs[0].exit_code;
  Finding found = trespass_of(wire, ended);
  if (!wire.programs[0].attached && !found.reason)
    return no_recording(assignment, Run::Outcome::kNotGradable, why_not_entered(assignment, exit_code), fmt::format("{:#x}", exit_code));
  try {
    Run run = Reader(assignment, wire, ended).read();
    if (!found.reason) found = unseen_end(run, wire, ended);
    if (!found.reason && was_interrupted(ended)) found = {"interrupted", ""};
    if (!found.reason) return run;
    run.outcome = Run::Outcome::kNotGradable;
    run.reason = found.reason;
    run.detail = found.detail;
    return run;
  } catch (const Damaged& damage) {
    if (!found.reason) found = {"record_damaged", damage.what()};
    return no_recording(assignment, Run::Outcome::kNotGradable, found.reason, found.detail);
  }
}

Run no_recording(const Assignment& assignment, Run::Outcome outcome, const char* reason, const std::string& detail) {
  Run run = header(assignment);
  run.outcome = outcome;
  run.reason = reason;
  run.detail = detail;
  return run;
}

bool may_differ_next_time(const Run& run) {
  constexpr const char* kOfTheSystem[] = {"not_observed", "not_entered", "cannot_play"};
  return run.outcome != Run::Outcome::kRecorded &&
         std::find(std::begin(kOfTheSystem), std::end(kOfTheSystem), run.reason) != std::end(kOfTheSystem);
}

}  // namespace lab::stage
