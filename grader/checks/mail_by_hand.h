// Handwritten runs of mailslot programs for testing the matchers. Calls and events happen in the order in which they are added.
#pragma once

#include <string>
#include <utility>

#include "checks/mail_matchers.h"
#include "checks/mail_run.h"
#include "text/text.h"

namespace lab::checks {

class MailByHand {
 public:
  explicit MailByHand(const std::string& program) {
    run.program = program;
    run.scenario = "by_hand";
    trace::Program actor;
    actor.name = program;
    actor.attached = true;
    actor.end = trace::Program::End::kItself;
    run.programs = {actor};
  }

  // A mailslot that belongs to the program under test (owner 0) or to the grader (owner -1).
  int slot(const std::string& name, int owner = 0, bool wide = true) {
    run.slots.push_back({name, owner, wide, "", false});
    return static_cast<int>(run.slots.size()) - 1;
  }
  // CreateMailslot by the program under test.
  int creates(const std::string& name, bool wide = true, std::uint32_t timeout = 0xFFFFFFFF) {
    const int made = slot(name, 0, wide);
    Call& call = add(Api::kCreateMailslot);
    call.slot = made;
    call.wide = wide;
    call.timeout_ms = timeout;
    call.text["name"] = "\\\\.\\mailslot\\" + name;
    call.handles = {++last_handle};
    return made;
  }
  Call& create_fails(const std::string& path, std::uint32_t error) {
    Call& call = add(Api::kCreateMailslot);
    call.text["name"] = path;
    return failed(call, error);
  }
  Call& opens(int slot, bool wide = true) {
    Call& call = add(Api::kCreateFile);
    call.slot = slot;
    call.wide = wide;
    call.text["name"] = "\\\\.\\mailslot\\" + run.slots.at(static_cast<std::size_t>(slot)).name;
    call.access = 0x40000000;
    call.share = 1;
    call.disposition = 3;
    call.handles = {++last_handle};
    opened_wide_ = wide;
    return call;
  }
  Call& open_fails(const std::string& path, std::uint32_t error) {
    Call& call = add(Api::kCreateFile);
    call.text["name"] = path;
    return failed(call, error);
  }

  void posts(const std::string& text, int slot = 0) {
    const bool wide = run.slots.at(static_cast<std::size_t>(slot)).wide;
    note(trace::Event::Kind::kPosted, text, static_cast<std::int64_t>(characters(text)) * (wide ? 2 : 1), slot);
  }
  // The message is read into a 400-byte buffer.
  Call& reads(const std::string& text, int slot = 0) {
    Call& call = on_slot(Api::kReadFile, trace::Object::Kind::kMailslot, slot);
    call.wide = run.slots.at(static_cast<std::size_t>(slot)).wide;
    call.value = static_cast<std::int64_t>(characters(text)) * (call.wide ? 2 : 1);
    call.flags = 400;
    call.text["message"] = text;
    return call;
  }
  Call& read_fails(std::uint32_t error, std::uint32_t room = 400, int slot = 0) {
    Call& call = on_slot(Api::kReadFile, trace::Object::Kind::kMailslot, slot);
    call.flags = room;
    return failed(call, error);
  }
  void prints(const std::string& text) {
    run.output += text;
    Call& call = add(Api::kWriteFile);
    call.text = {{"stream", "stdout"}, {"written", text}};
  }
  void passes(const std::string& text) { passes(text, text + "\r\n"); }
  void passes(const std::string& text, const std::string& printed) {
    posts(text);
    reads(text);
    if (!printed.empty()) prints(printed);
  }

  void types(const std::string& text) { note(trace::Event::Kind::kTyped, text, 0, -1); }
  void ends_input() { note(trace::Event::Kind::kInputEnded, "", 0, -1); }
  void creates_peer(int slot) { note(trace::Event::Kind::kSlotCreated, "", 0, slot); }
  Call& writes(const std::string& text, int slot = 0) {
    Call& call = on_slot(Api::kWriteFile, trace::Object::Kind::kMailslotClient, slot);
    call.wide = opened_wide_;
    call.value = static_cast<std::int64_t>(characters(text)) * (opened_wide_ ? 2 : 1);
    call.flags = static_cast<std::uint32_t>(*call.value);
    call.text["message"] = text;
    return call;
  }
  // The message that the call writes reaches the mailslot before the call returns.
  void delivers(Call& write, int slot) {
    note(trace::Event::Kind::kDelivered, "", write.value.value_or(0), slot);
    run.events.back().by = 0;
    write.end = next();
  }
  void sends(const std::string& line, int slot = 0) {
    types(line + "\n");
    writes(line, slot);
  }
  Call& closes(int handle, trace::Object::Kind kind = trace::Object::Kind::kMailslot, int slot = 0) {
    Call& call = on_slot(Api::kCloseHandle, kind, slot);
    call.on[0].handle = handle;
    return call;
  }

  void says_goodbye() { prints("GoodBye!\r\n"); }
  void ends(trace::Program::End how, std::uint32_t exit_code = 0) {
    run.programs[0].end = how;
    run.programs[0].exit_code = exit_code;
  }
  // The program was still blocked in `call` when the grader made that call fail.
  Call& blocked_in(Call& call) {
    call.result = 0;
    call.error = 995;
    call.ended_by_grader = true;
    ends(trace::Program::End::kBlocked);
    return call;
  }

  Call& add(Api api) {
    Call call;
    call.api = api;
    call.begin = next();
    call.end = next();
    call.result = 1;
    run.calls.push_back(call);
    return run.calls.back();
  }
  Call& on_slot(Api api, trace::Object::Kind kind, int slot) {
    Call& call = add(api);
    call.on = {{kind, -1, 0, slot}};
    return call;
  }
  static Call& failed(Call& call, std::uint32_t error) {
    call.result = 0;
    call.error = error;
    return call;
  }

  // Returns the id of the reason. Throws if its sentence cannot be filled in, in either language.
  std::string reason(const RunMatcher& matcher) const {
    const Because because = matcher.reason_against(run);
    if (!because) return "";
    for (const text::Language language : {text::Language::kEnglish, text::Language::kKorean})
      text::filled(language, because.reason->en, because.reason->ko, because.args);
    return std::string(because.id());
  }

  trace::Run run;
  int last_handle = 0;

 private:
  void note(trace::Event::Kind kind, const std::string& text, std::int64_t value, int slot) {
    trace::Event event;
    event.kind = kind;
    event.program = 0;
    event.value = value;
    event.when = next();
    event.slot = slot;
    event.text = text;
    run.events.push_back(event);
  }
  trace::Moment next() {
    ++order_;
    return {order_, static_cast<std::int64_t>(order_) * 100, 0};
  }
  std::uint64_t order_ = 0;
  bool opened_wide_ = true;
};

}  // namespace lab::checks
