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

constexpr const char* kKinds[] = {"process", "thread", "other", "pseudo", "null", "closed", "invalid", "mailslot", "mailslot_client"};
constexpr const char* kRoles[] = {"actor", "standin", "child", "foreign", "peer"};
constexpr const char* kEvents[] = {"attached", "detached", "signaled", "released",    "still",        "spinning", "ended",
                                   "posted",   "refused",  "typed",    "input_ended", "slot_created", "delivered"};
constexpr const char* kStreams[] = {"", "stdout", "stderr", "stdin"};
constexpr const char* kApis[] = {"",
#define X(name) #name,
                                 LAB_WIRE_APIS(X)
#undef X
};

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

std::string narrow_as_utf8(const std::string& bytes, UINT code_page) {
  std::wstring wide(bytes.size(), L'\0');
  wide.resize(static_cast<std::size_t>(
      MultiByteToWideChar(code_page, 0, bytes.data(), static_cast<int>(bytes.size()), wide.data(), static_cast<int>(wide.size()))));
  return win32::narrow(wide);
}

// Narrow text of a program: UTF-8, or else a Korean Windows' code page.
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
  switch (ended.programs[i].by_grader) {
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
  if (!ended.programs[i].signaled) return "running";
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
  json out = {{"t", "program"},
              {"name", name_of(wire, program)},
              {"arguments", arguments_of(shared_text(program.command_line))},
              {"role", kRoles[static_cast<std::uint32_t>(program.role) % std::size(kRoles)]},
              {"parent", program.parent >= 0 && program.parent < static_cast<std::int32_t>(i) ? program.parent : -1},
              {"end", end_of(wire, ended, i)},
              {"exit_code", program.exit_code},
              {"attached", program.attached != 0}};
  if (program.role == wire::Role::kPeer) put_bytes(out, "stdout", ended.programs[i].output);
  return out;
}

// Everything below is read from memory that the program under test could write to: offsets and counts are checked before they are used.
bool in_arena(std::uint32_t at, std::size_t bytes) { return at <= wire::kArenaBytes && bytes <= wire::kArenaBytes - at; }

std::string in_arena_bytes(const wire::Wire& wire, std::uint32_t at, std::uint32_t bytes) {
  return in_arena(at, bytes) ? std::string(reinterpret_cast<const char*>(wire.arena) + at, bytes) : "";
}

std::string wide_text(const wire::Wire& wire, std::uint32_t at, std::uint32_t bytes) { return from_utf16(in_arena_bytes(wire, at, bytes)); }

json objects(const wire::Wire& wire, const wire::Record& record, std::uint32_t programs) {
  json out = json::array();
  if (record.object_count > wire::kMaxWaitObjects || !in_arena(record.objects_at, record.object_count * sizeof(wire::ObjectRef)))
    return out;
  for (std::uint32_t i = 0; i < record.object_count; ++i) {
    wire::ObjectRef ref;
    std::memcpy(&ref, wire.arena + record.objects_at + i * sizeof ref, sizeof ref);
    json object = {{"kind", kKinds[static_cast<std::uint32_t>(ref.kind) % std::size(kKinds)]}};
    if (ref.program >= 0 && static_cast<std::uint32_t>(ref.program) < programs) object["program"] = ref.program;
    if (ref.slot >= 0 && static_cast<std::uint32_t>(ref.slot) < wire::kMaxSlots) object["slot"] = ref.slot;
    if (ref.handle) object["handle"] = ref.handle;
    out.push_back(std::move(object));
  }
  return out;
}

json texts(const wire::Wire& wire, const wire::Record& record) {
  json text = json::object();
  const std::string first = in_arena_bytes(wire, record.text_at[0], record.text_chars[0]);
  const bool moves_bytes = record.api == wire::Api::kWriteFile || record.api == wire::Api::kReadFile;
  if (record.stream != wire::Stream::kNone) {
    text["stream"] = kStreams[static_cast<std::uint32_t>(record.stream) % std::size(kStreams)];
    const char* const moved = record.stream == wire::Stream::kInput ? "read" : "written";
    if (first.empty()) text[moved] = first;
    put_bytes(text, moved, first);
  } else if (moves_bytes) {
    const bool moved = record.api == wire::Api::kWriteFile || (record.state == wire::kDone && record.result != 0);
    if (moved && (record.slot >= 0 || record.text_chars[0])) text["message"] = message_or_name(wire, record);
  } else if (record.api == wire::Api::kCreateFile || record.api == wire::Api::kCreateMailslot) {
    text["name"] = message_or_name(wire, record);
  } else {
    if (record.text_chars[0]) text["application"] = from_utf16(first);
    if (record.text_chars[1]) text["command_line"] = wide_text(wire, record.text_at[1], record.text_chars[1]);
  }
  return text;
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
  if (record.flags & wire::kInherits) out["inherits"] = true;
  if (record.times > 1) out["times"] = record.times;
  if (record.slot >= 0 && static_cast<std::uint32_t>(record.slot) < wire::kMaxSlots) out["slot"] = record.slot;
  if (record.access) out["access"] = record.access;
  if (record.share) out["share"] = record.share;
  if (record.disposition) out["disposition"] = record.disposition;
  if (record.call_flags) out["flags"] = record.call_flags;
  json text = texts(wire, record);
  if (!text.empty()) out["text"] = std::move(text);
  return out;
}

json slot_line(const Scenario& scenario, const wire::Slot& slot, std::uint32_t programs) {
  json out = {{"t", "slot"}, {"name", shared_text(slot.name)}, {"wide", slot.wide != 0}};
  if (slot.is_address) out["address"] = true;
  out["owner"] = slot.owner >= 0 && static_cast<std::uint32_t>(slot.owner) < programs ? slot.owner : -1;
  if (slot.is_address)
    out["computer"] = shared_text(slot.address);
  else if (slot.computer >= 0 && static_cast<std::size_t>(slot.computer) < scenario.computers.size())
    out["computer"] = scenario.computers[static_cast<std::size_t>(slot.computer)];
  return out;
}

json event_line(const Scenario& scenario, const wire::Event& event, std::uint32_t programs) {
  json out = {{"t", "event"},
              {"kind", kEvents[static_cast<std::uint32_t>(event.kind) % std::size(kEvents)]},
              {"when", moment(event.order, event.at_us, event.clock_us)}};
  if (event.program >= 0 && static_cast<std::uint32_t>(event.program) < programs) out["program"] = event.program;
  if (event.by >= 0 && static_cast<std::uint32_t>(event.by) < programs) out["by"] = event.by;
  if (event.value) out["value"] = event.value;
  if (event.slot >= 0 && static_cast<std::uint32_t>(event.slot) < wire::kMaxSlots) out["slot"] = event.slot;
  if (event.step >= 0 && static_cast<std::size_t>(event.step) < scenario.steps.size())
    out["text"] = scenario.steps[static_cast<std::size_t>(event.step)].text;
  return out;
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

std::string message_or_name(const wire::Wire& wire, const wire::Record& record) {
  const std::string bytes = in_arena_bytes(wire, record.text_at[0], record.text_chars[0]);
  const bool is_message = record.api == wire::Api::kWriteFile || record.api == wire::Api::kReadFile;
  return is_message && (record.flags & wire::kAnsi) ? from_narrow(bytes) : from_utf16(bytes);
}

std::string line(const nlohmann::json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace) + "\n"; }

std::string recording(const Scenario& scenario, const wire::Wire& wire, const Ended& ended) {
  constexpr std::uint32_t kDllNotFound = 0xC0000135;  // STATUS_DLL_NOT_FOUND: the loader ended it before anything of it ran
  if (!wire.programs[0].attached)
    return no_recording(scenario, "not_gradable", wire.programs[0].exit_code == kDllNotFound ? "dll_missing" : "not_entered", "");
  std::string out = line(header(scenario));
  const auto programs = static_cast<std::uint32_t>(ended.programs.size());
  for (std::uint32_t i = 0; i < programs; ++i) out += line(program_line(wire, ended, i));
  for (const wire::Slot& slot : wire.slots) {
    if (slot.state == wire::SlotState::kFree) break;
    out += line(slot_line(scenario, slot, programs));
  }
  for (std::uint32_t i = 0; i < std::min<std::uint32_t>(wire.record_count, wire::kMaxRecords); ++i)
    if (wire.records[i].state != wire::kEmpty) out += line(call_line(wire, wire.records[i], programs));
  for (std::uint32_t i = 0; i < std::min<std::uint32_t>(wire.event_count, wire::kMaxEvents); ++i)
    if (wire.events[i].ready) out += line(event_line(scenario, wire.events[i], programs));
  json last = {{"t", "end"}};
  const Ended::Program& actor = ended.programs.front();
  put_bytes(last, "stdout", actor.output);
  put_bytes(last, "stderr", actor.errors);
  if (actor.output_cut) last["output_cut"] = true;
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
