// The lines of a run file (FORMAT.md): each field once, with its name and its default. A visitor writes the fields in this order, or reads
// them:
//   field(name, value)            required; of a std::optional: omitted if empty
//   field(name, value, fallback)  omitted if the value equals `fallback`
//   field.id(name, value, table [, fallback])
//   field.bytes(name, bytes)      text, or hexadecimal digits in NAME_hex; omitted if empty
//   field.list(name, values), field.texts(name, texts), field.byte_texts(name, texts)  omitted if empty
//   field.microseconds(name, value)
#pragma once

#include "trace/run.h"

namespace lab::trace {

template <class Field, class Moment>
void visit_moment(Field&& field, Moment& moment) {
  field("o", moment.order);
  field.microseconds("at", moment.at_us);
  field.microseconds("clock", moment.clock_us);
}

template <class Field, class Object>
void visit_object(Field&& field, Object& object) {
  field.id("kind", object.kind, kObjectKinds);
  field("program", object.program, -1);
  field("slot", object.slot, -1);
  field("handle", object.handle, 0);
}

template <class Field, class Todo>
void visit_todo(Field&& field, Todo& todo) {
  field("number", todo.number);
  field("file", todo.place.file);
  field("line", todo.place.line);
  field("code", todo.place.code, "");
  field("done", todo.done, false);
}

template <class Field, class Run>
void visit_header(Field&& field, Run& run) {
  field("schema", run.schema);
  field("submission", run.submission, "");
  field("lab", run.lab, "");
  field("program", run.program, "");
  field("scenario", run.scenario, "");
  field("platform", run.platform, "");
  field("clock", run.clock, "patient");
  field.texts("facts", run.facts);
  field.id("outcome", run.outcome, kRunOutcomes, RunOutcome::kRecorded);
  field("reason", run.reason, "");
  field("detail", run.detail, "");
  field.list("todos", run.todos);
}

template <class Field, class Program>
void visit_program(Field&& field, Program& program) {
  field("name", program.name, "");
  field("arguments", program.arguments, "");
  field.id("role", program.role, kRoles, Role::kActor);
  field("parent", program.parent, -1);
  field.id("end", program.end, kEnds, ProgramEnd::kRunning);
  field("exit_code", program.exit_code, 0u);
  field("attached", program.attached, false);
  field.bytes("stdout", program.output);
}

template <class Field, class Slot>
void visit_slot(Field&& field, Slot& slot) {
  field("name", slot.name);
  field("owner", slot.owner, -1);
  field("wide", slot.wide, true);
  field("computer", slot.computer, "");
  field("address", slot.address, false);
}

template <class Field, class Call>
void visit_call(Field&& field, Call& call) {
  field.id("api", call.api, kApis);
  field("program", call.program, 0);
  field("thread", call.thread, 1);
  field("begin", call.begin);
  field("end", call.end);
  field.list("on", call.on);
  field("result", call.result, 0);
  field("error", call.error, 0u);
  field("timeout_ms", call.timeout_ms, 0u);
  field("value", call.value);
  field("started", call.started);
  field("slot", call.slot);
  field.list("handles", call.handles);
  field.byte_texts("text", call.text);
  field("flags", call.flags, 0u);
  field("access", call.access, 0u);
  field("share", call.share, 0u);
  field("disposition", call.disposition, 0u);
  field("faulted", call.faulted, false);
  field("ended_by_grader", call.ended_by_grader, false);
  field("times", call.times, 1u);
  field("wide", call.wide, true);
  field("inherits", call.inherits, false);
  field("file", call.place.file, "");
  field("line", call.place.line, 0);
  field("code", call.place.code, "");
  field.list("frames", call.frames);
}

template <class Field, class Event>
void visit_event(Field&& field, Event& event) {
  field.id("kind", event.kind, kEventKinds);
  field("program", event.program, -1);
  field("by", event.by, -1);
  field("value", event.value, 0);
  field("slot", event.slot, -1);
  field("text", event.text, "");
  field("when", event.when);
}

template <class Field, class Run>
void visit_end(Field&& field, Run& run) {
  field.bytes("stdout", run.output);
  field.bytes("stderr", run.errors);
  field("output_cut", run.output_cut, false);
}

}  // namespace lab::trace
