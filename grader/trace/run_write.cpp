// Writes runs as JSON Lines (FORMAT.md).
#include <nlohmann/json.hpp>
#include <ostream>
#include <string_view>

#include "trace/run.h"

namespace lab::trace {
namespace {

// Fields come out in the order in which they are added, so that a run file reads well.
using Json = nlohmann::ordered_json;

template <class Value>
void add(Json& line, const char* field, const Value& value, const Value& by_default) {
  if (value != by_default) line[field] = value;
}

void add_text(Json& line, const char* field, const std::string& value, std::string_view by_default = "") {
  if (value != by_default) line[field] = value;
}

bool is_utf8(const std::string& bytes) {
  try {
    Json(bytes).dump();
    return true;
  } catch (const Json::type_error&) {
    return false;
  }
}

void add_bytes(Json& line, const std::string& field, const std::string& bytes) {
  if (bytes.empty()) return;
  if (is_utf8(bytes)) {
    line[field] = bytes;
    return;
  }
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const unsigned char byte : bytes) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  line[field + "_hex"] = std::move(hex);
}

Json json_of(const Moment& moment) {
  Json json = {{"o", moment.order}};
  add<std::int64_t>(json, "at", moment.at_us, 0);
  add<std::int64_t>(json, "clock", moment.clock_us, 0);
  return json;
}

Json json_of(const Object& object) {
  Json json = {{"kind", id_of(kObjectKinds, object.kind)}};
  add(json, "program", object.program, -1);
  add(json, "slot", object.slot, -1);
  add(json, "handle", object.handle, 0);
  return json;
}

Json json_of(const Program& program) {
  Json json = {{"t", "program"}};
  add_text(json, "name", program.name);
  add_text(json, "arguments", program.arguments);
  if (program.role != Program::Role::kActor) json["role"] = id_of(kRoles, program.role);
  add(json, "parent", program.parent, -1);
  if (program.end != Program::End::kRunning) json["end"] = id_of(kEnds, program.end);
  add<std::uint32_t>(json, "exit_code", program.exit_code, 0);
  add(json, "attached", program.attached, false);
  add_bytes(json, "stdout", program.output);
  return json;
}

Json json_of(const Slot& slot) {
  Json json = {{"t", "slot"}, {"name", slot.name}};
  add(json, "owner", slot.owner, -1);
  add(json, "wide", slot.wide, true);
  add(json, "computer", slot.computer, std::string());
  add(json, "address", slot.address, false);
  return json;
}

Json json_of(const Call& call) {
  Json json = {{"t", "call"}, {"api", name(call.api)}};
  add(json, "program", call.program, 0);
  add(json, "thread", call.thread, 1);
  json["begin"] = json_of(call.begin);
  if (call.end) json["end"] = json_of(*call.end);
  for (const Object& object : call.on) json["on"].push_back(json_of(object));
  add<std::int64_t>(json, "result", call.result, 0);
  add<std::uint32_t>(json, "error", call.error, 0);
  add<std::uint32_t>(json, "timeout_ms", call.timeout_ms, 0);
  if (call.value) json["value"] = *call.value;
  if (call.started) json["started"] = *call.started;
  if (call.slot) json["slot"] = *call.slot;
  if (!call.handles.empty()) json["handles"] = call.handles;
  for (const auto& [name, text] : call.text) {
    if (text.empty()) json["text"][name] = text;  // a message of no bytes is one, too
    add_bytes(json["text"], name, text);
  }
  add<std::uint32_t>(json, "flags", call.flags, 0);
  add<std::uint32_t>(json, "access", call.access, 0);
  add<std::uint32_t>(json, "share", call.share, 0);
  add<std::uint32_t>(json, "disposition", call.disposition, 0);
  add(json, "faulted", call.faulted, false);
  add(json, "ended_by_grader", call.ended_by_grader, false);
  add<std::uint32_t>(json, "times", call.times, 1);
  add(json, "wide", call.wide, true);
  add(json, "inherits", call.inherits, false);
  return json;
}

Json json_of(const Event& event) {
  Json json = {{"t", "event"}, {"kind", id_of(kEventKinds, event.kind)}};
  add(json, "program", event.program, -1);
  add(json, "by", event.by, -1);
  add<std::int64_t>(json, "value", event.value, 0);
  add(json, "slot", event.slot, -1);
  add_text(json, "text", event.text);
  json["when"] = json_of(event.when);
  return json;
}

Json header_of(const Run& run) {
  Json json = {{"t", "run"}, {"schema", run.schema}};
  add_text(json, "submission", run.submission);
  add_text(json, "lab", run.lab);
  add_text(json, "program", run.program);
  add_text(json, "scenario", run.scenario);
  add_text(json, "platform", run.platform);
  add_text(json, "clock", run.clock, "patient");
  if (!run.facts.empty()) json["facts"] = run.facts;
  if (run.outcome != Run::Outcome::kRecorded) json["outcome"] = id_of(kRunOutcomes, run.outcome);
  add_text(json, "reason", run.reason);
  add_text(json, "detail", run.detail);
  return json;
}

Json end_of(const Run& run) {
  Json json = {{"t", "end"}};
  add_bytes(json, "stdout", run.output);
  add_bytes(json, "stderr", run.errors);
  add(json, "output_cut", run.output_cut, false);
  return json;
}

void write_line(std::ostream& out, const Json& line) { out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n'; }

}  // namespace

void write(std::ostream& out, const Run& run) {
  write_line(out, header_of(run));
  for (const Program& program : run.programs) write_line(out, json_of(program));
  for (const Slot& slot : run.slots) write_line(out, json_of(slot));
  for (const Call& call : run.calls) write_line(out, json_of(call));
  for (const Event& event : run.events) write_line(out, json_of(event));
  write_line(out, end_of(run));
}

}  // namespace lab::trace
