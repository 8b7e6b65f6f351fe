// Writes a run as JSON Lines.
#include "stage/recording.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

#include "win32/error.h"

namespace lab::stage {
namespace {

using nlohmann::json;

constexpr const char* kKinds[] = {"process", "thread", "other", "pseudo", "null", "closed", "invalid"};
constexpr const char* kRoles[] = {"actor", "standin", "child", "foreign"};
constexpr const char* kNotes[] = {"attached", "detached", "signaled", "released", "still", "spinning", "ended"};
constexpr const char* kApis[] = {"",
#define X(name) #name,
                                 LAB_WIRE_APIS(X)
#undef X
};

std::string line(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace) + "\n"; }

json moment(std::uint64_t order, std::int64_t at, std::int64_t clock) {
  json out = {{"o", order}, {"at", std::max<std::int64_t>(at, 0)}};
  if (clock > 0) out["clock"] = clock;
  return out;
}

json header(const Scenario& scenario) {
  json out = {{"t", "run"},
              {"schema", "win-ipc-lab/run/1"},
              {"submission", scenario.submission},
              {"lab", scenario.lab},
              {"program", scenario.program},
              {"scenario", scenario.name},
              {"platform", platform()},
              {"facts", json::parse(scenario.facts)}};
  if (scenario.hurried) out["clock"] = "hurried";
  return out;
}

const char* end_of(const wire::Wire& wire, const Ended& ended, std::uint32_t i) {
  constexpr std::uint32_t kFirstException = 0x80000000;
  const wire::Program& program = wire.programs[i];
  if (i == 0) switch (ended.by_grader) {
      case Verdict::kLoop:
        return "loop";
      case Verdict::kBlocked:
        return "blocked";
      case Verdict::kTimeout:
        return "timeout";
      case Verdict::kFlood:
        return "flood";
      case Verdict::kNone:
        break;
    }
  if (i >= ended.signaled.size() || !ended.signaled[i]) return "running";
  if (program.role == wire::Role::kStandin)
    return !program.released ? "killed" : program.exit_code >= 0xC0000000 && program.exit_code != 0xFFFFFFFF ? "crashed" : "itself";
  if (program.exit_code == wire::kEndedByGrader) return "killed";
  // ExitProcess(-1) is no crash: a program that leaves in good order has said so.
  return program.detached || program.exit_code < kFirstException ? "itself" : "crashed";
}

std::string name_of(const wire::Wire& wire, const wire::Program& program) {
  if (*program.name) return shared_text(program.name);
  return program.role == wire::Role::kStandin ? shared_text(wire.plan.standins[0]) : "";
}

json program_line(const wire::Wire& wire, const Ended& ended, std::uint32_t i) {
  const wire::Program& program = wire.programs[i];
  return {{"t", "program"},
          {"name", name_of(wire, program)},
          {"arguments", arguments_of(shared_text(program.command_line))},
          {"role", kRoles[static_cast<std::uint32_t>(program.role) % 4]},
          {"parent", program.parent >= 0 && program.parent < static_cast<std::int32_t>(i) ? program.parent : -1},
          {"end", end_of(wire, ended, i)},
          {"exit_code", program.exit_code},
          {"attached", program.attached != 0}};
}

// Everything below is read from memory that the program under test could write to: offsets and counts are checked before they are used.
bool in_arena(std::uint32_t at, std::size_t bytes) { return at <= wire::kArenaBytes && bytes <= wire::kArenaBytes - at; }

std::string wide_text(const wire::Wire& wire, std::uint32_t at, std::uint32_t bytes) {
  if (!in_arena(at, bytes)) return "";
  std::wstring text(bytes / sizeof(wchar_t), L'\0');
  std::memcpy(text.data(), wire.arena + at, text.size() * sizeof(wchar_t));
  return win32::narrow(text);
}

json objects(const wire::Wire& wire, const wire::Record& record, std::uint32_t programs) {
  json out = json::array();
  if (record.object_count > wire::kMaxWaitObjects || !in_arena(record.objects_at, record.object_count * sizeof(wire::ObjectRef)))
    return out;
  for (std::uint32_t i = 0; i < record.object_count; ++i) {
    wire::ObjectRef ref;
    std::memcpy(&ref, wire.arena + record.objects_at + i * sizeof ref, sizeof ref);
    json object = {{"kind", kKinds[static_cast<std::uint32_t>(ref.kind) % 7]}};
    if (ref.program >= 0 && static_cast<std::uint32_t>(ref.program) < programs) object["program"] = ref.program;
    if (ref.handle) object["handle"] = ref.handle;
    out.push_back(std::move(object));
  }
  return out;
}

json call_line(const wire::Wire& wire, const wire::Record& record, std::uint32_t programs) {
  const auto api = static_cast<std::uint32_t>(record.api);
  json out = {{"t", "call"},
              {"api", kApis[api % std::size(kApis)]},
              {"program", record.program % std::max(programs, 1u)},
              {"thread", record.thread},
              {"begin", moment(record.begin_order, record.begin_us, record.begin_clock)}};
  if (record.state == wire::kDone) {
    out["end"] = moment(record.end_order, record.end_us, record.end_clock);
    out["result"] = record.result;
    if (record.error) out["error"] = record.error;
  }
  if (record.object_count) out["on"] = objects(wire, record, programs);
  if (record.timeout_ms) out["timeout_ms"] = record.timeout_ms;
  if (record.flags & wire::kHasValue) out["value"] = record.value;
  if (record.started >= 0 && static_cast<std::uint32_t>(record.started) < programs) out["started"] = record.started;
  for (const std::uint32_t handle : record.given)
    if (handle) out["handles"].push_back(handle);
  if (record.flags & wire::kFaulted) out["faulted"] = true;
  if (record.flags & wire::kFailedByStage) out["ended_by_grader"] = true;
  if (record.flags & wire::kAnsi) out["wide"] = false;
  if (record.times > 1) out["times"] = record.times;
  json text = json::object();
  if (record.api == wire::Api::kWriteFile) {
    text["stream"] = record.call_flags == 1 ? "stdout" : "stderr";
    if (in_arena(record.text_at[0], record.text_chars[0]))
      text["written"] = std::string(reinterpret_cast<const char*>(wire.arena) + record.text_at[0], record.text_chars[0]);
  } else {
    if (record.text_chars[0]) text["application"] = wide_text(wire, record.text_at[0], record.text_chars[0]);
    if (record.text_chars[1]) text["command_line"] = wide_text(wire, record.text_at[1], record.text_chars[1]);
    if (record.call_flags) out["flags"] = record.call_flags;
  }
  if (!text.empty()) out["text"] = std::move(text);
  return out;
}

json event_line(const wire::Note& note, std::uint32_t programs) {
  json out = {
      {"t", "event"}, {"kind", kNotes[static_cast<std::uint32_t>(note.kind) % 7]}, {"when", moment(note.order, note.at_us, note.clock_us)}};
  if (note.program >= 0 && static_cast<std::uint32_t>(note.program) < programs) out["program"] = note.program;
  if (note.by >= 0 && static_cast<std::uint32_t>(note.by) < programs) out["by"] = note.by;
  if (note.value) out["value"] = note.value;
  return out;
}

bool is_utf8(const std::string& bytes) {
  return bytes.empty() || MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, bytes.data(), static_cast<int>(bytes.size()), nullptr, 0) > 0;
}

void put_bytes(json& out, const std::string& name, const std::string& bytes) {
  if (bytes.empty()) return;
  if (is_utf8(bytes)) {
    out[name] = bytes;
    return;
  }
  std::string hex;
  for (const unsigned char byte : bytes) hex += fmt::format("{:02x}", byte);
  out[name + "_hex"] = hex;
}

}  // namespace

std::string platform() {
  using Version = LONG(WINAPI*)(OSVERSIONINFOW*);
  const HMODULE ntdll = GetModuleHandleW(L"ntdll.dll");
  const auto wine = reinterpret_cast<const char* (*)()>(reinterpret_cast<void*>(GetProcAddress(ntdll, "wine_get_version")));
  if (wine) return fmt::format("Wine {}, corrected", wine());
  OSVERSIONINFOW version = {};
  version.dwOSVersionInfoSize = sizeof version;
  const auto ask = reinterpret_cast<Version>(reinterpret_cast<void*>(GetProcAddress(ntdll, "RtlGetVersion")));
  if (ask) ask(&version);
  return fmt::format("Windows {}.{}.{}", version.dwMajorVersion, version.dwMinorVersion, version.dwBuildNumber);
}

std::string recording(const Scenario& scenario, const wire::Wire& wire, const Ended& ended) {
  constexpr std::uint32_t kDllNotFound = 0xC0000135;  // STATUS_DLL_NOT_FOUND: the loader ended it before anything of it ran
  if (!wire.programs[0].attached)
    return no_recording(scenario, "not_gradable", wire.programs[0].exit_code == kDllNotFound ? "dll_missing" : "not_entered", "");
  std::string out = line(header(scenario));
  const auto programs = static_cast<std::uint32_t>(ended.signaled.size());
  for (std::uint32_t i = 0; i < programs; ++i) out += line(program_line(wire, ended, i));
  for (std::uint32_t i = 0; i < std::min<std::uint32_t>(wire.record_count, wire::kMaxRecords); ++i)
    if (wire.records[i].state != wire::kEmpty) out += line(call_line(wire, wire.records[i], programs));
  for (std::uint32_t i = 0; i < std::min<std::uint32_t>(wire.note_count, wire::kMaxNotes); ++i)
    if (wire.notes[i].ready) out += line(event_line(wire.notes[i], programs));
  json last = {{"t", "end"}};
  put_bytes(last, "stdout", ended.output);
  put_bytes(last, "stderr", ended.errors);
  if (ended.output_cut) last["output_cut"] = true;
  return out + line(last);
}

std::string no_recording(const Scenario& scenario, const char* outcome, const char* reason, const std::string& detail) {
  json first = header(scenario);
  first["outcome"] = outcome;
  first["reason"] = reason;
  first["detail"] = detail;
  return line(first) + line({{"t", "end"}});
}

}  // namespace lab::stage
