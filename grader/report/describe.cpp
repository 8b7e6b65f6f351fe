// Describes the programs, calls and events in a run in words.
#include "report/describe.h"

#include <fmt/core.h>

#include <algorithm>

#include "report/columns.h"
#include "text/codes.h"

namespace lab::report {
namespace {

using text::Language;
using text::sentence;
using trace::Api;
using trace::Call;
using trace::Event;
using trace::Object;
using trace::Run;

constexpr int kLongestName = 60;  // in columns: a program with its arguments, or a mailslot's name
constexpr int kLongestText = 60;  // in columns: a command line, a message, or printed text
constexpr std::size_t kMostObjects = 8;

bool returns_bool(Api api) {
  switch (api) {
    case Api::kCreateProcess:
    case Api::kCloseHandle:
    case Api::kGetExitCodeProcess:
    case Api::kGetExitCodeThread:
    case Api::kTerminateProcess:
    case Api::kDuplicateHandle:
    case Api::kReadFile:
    case Api::kWriteFile:
    case Api::kGetMailslotInfo:
    case Api::kSetMailslotInfo:
    case Api::kRegisterWaitForSingleObject:
      return true;
    default:
      return false;
  }
}

std::string milliseconds(std::uint32_t ms) { return ms == 0xFFFFFFFF ? "INFINITE" : fmt::format("{} ms", ms); }

std::string quoted(const std::string& text) { return "\"" + one_line(text, kLongestText) + "\""; }

// Text that travels between programs, with visible control characters, especially newlines and the terminator.
std::string quoted_message(const std::string& text) { return quoted(visible(text)); }

struct Flag {
  std::uint32_t value;
  const char* name;
};

constexpr Flag kAccess[] = {
    {0x80000000, "GENERIC_READ"}, {0x40000000, "GENERIC_WRITE"}, {0x20000000, "GENERIC_EXECUTE"}, {0x10000000, "GENERIC_ALL"}};
constexpr Flag kShare[] = {{1, "FILE_SHARE_READ"}, {2, "FILE_SHARE_WRITE"}, {4, "FILE_SHARE_DELETE"}};
constexpr Flag kThreadCreation[] = {{4, "CREATE_SUSPENDED"}};
constexpr Flag kDispositions[] = {
    {1, "CREATE_NEW"}, {2, "CREATE_ALWAYS"}, {3, "OPEN_EXISTING"}, {4, "OPEN_ALWAYS"}, {5, "TRUNCATE_EXISTING"}};

template <std::size_t kCount>
std::string flags_text(std::uint32_t flags, const Flag (&known)[kCount]) {
  std::string text;
  for (const Flag& flag : known) {
    if ((flags & flag.value) == 0) continue;
    text += (text.empty() ? "" : " | ") + std::string(flag.name);
    flags &= ~flag.value;
  }
  if (flags != 0) text += (text.empty() ? "" : " | ") + fmt::format("0x{:X}", flags);
  return text.empty() ? "0" : text;
}

std::string disposition_text(std::uint32_t disposition) {
  for (const Flag& known : kDispositions)
    if (known.value == disposition) return known.name;
  return fmt::format("{}", disposition);
}

// Calls that return INVALID_HANDLE_VALUE on failure, and calls that return NULL.
bool gives_a_file(Api api) { return api == Api::kCreateMailslot || api == Api::kCreateFile; }
bool gives_a_handle(Api api) { return api == Api::kOpenProcess || api == Api::kCreateThread; }
bool moves_bytes(const Call& call) { return call.api == Api::kReadFile || call.api == Api::kWriteFile; }
bool moves_a_message(const Call& call) {
  return moves_bytes(call) && !call.on.empty() &&
         (call.on[0].kind == Object::Kind::kMailslot || call.on[0].kind == Object::Kind::kMailslotClient);
}

std::string arguments(const Run& run, const Call& call, Language language) {
  std::string list;
  const auto add = [&](const std::string& argument) { list += (list.empty() ? "" : ", ") + argument; };
  const bool one_of_two = call.text.count("application") + call.text.count("command_line") == 1;
  for (const char* name : {"stream", "application", "command_line", "written", "name"}) {
    const auto found = call.text.find(name);
    if (one_of_two && found == call.text.end() && (name == std::string_view("application") || name == std::string_view("command_line")))
      add("NULL");  // which of CreateProcess's first two arguments has the text matters
    if (found == call.text.end()) continue;
    const std::string_view which = name;
    if (which == "stream")
      add(one_line(found->second, kLongestText));
    else if (which == "application")
      add(quoted(found->second.substr(found->second.find_last_of("\\/") + 1)));  // its folder depends on the run
    else
      // CR is shown, because it counts in the number of bytes; UTF-16 is decoded as a whole.
      add(which == "written" && found->second.find('\0') == std::string::npos ? quoted_message(found->second) : quoted(found->second));
  }
  for (std::size_t i = 0; i < call.on.size() && i < kMostObjects; ++i) {
    const std::string what = argument_label(run, call, i, language);
    add(call.api == Api::kCreateProcess ? sentence(language, "call_inherits", {{"what", what}}) : what);
  }
  if (call.on.size() > kMostObjects) add(fmt::format("... {}", call.on.size()));
  if (call.api == Api::kOpenProcess && call.started) add(program_label(run, *call.started));
  if (call.api == Api::kCreateThread && call.flags) add(flags_text(call.flags, kThreadCreation));
  if (call.api == Api::kWriteFile && call.text.count("message")) add(quoted_message(call.text.at("message")));
  if (moves_a_message(call) || call.api == Api::kCreateMailslot) add(fmt::format("{}", call.flags));
  if (call.api == Api::kCreateMailslot || call.api == Api::kSetMailslotInfo) add(text::read_timeout_name(call.timeout_ms));
  if (call.api == Api::kCreateFile) {
    add(flags_text(call.access, kAccess));
    add(flags_text(call.share, kShare));
    add(disposition_text(call.disposition));
  }
  if (waits_for_several(call.api)) add(sentence(language, call.flags == 1 ? "call_waits_for_all" : "call_waits_for_any"));
  if (is_wait(call.api) || call.api == Api::kSleep || registers_wait(call.api)) add(milliseconds(call.timeout_ms));
  return list;
}

// What a successful call produced in addition to its result.
std::string gave(const Call& call, Language language) {
  std::string text;
  if (call.api == Api::kGetMailslotInfo && call.value)
    text = ", " + sentence(language, "call_messages", {{"count", *call.value}});
  else if (call.api == Api::kCreateThread)
    text = call.result && call.value ? ", " + sentence(language, "call_thread", {{"thread", *call.value}}) : "";
  else if (moves_bytes(call) && call.value)
    text = ", " + sentence(language, "call_bytes", {{"count", *call.value}});
  else if (call.value)
    text = ", " + text::exit_code_name(language, static_cast<std::uint32_t>(*call.value));
  if (call.api != Api::kReadFile || call.result == 0) return text;
  for (const char* name : {"message", "read"})
    if (call.text.count(name)) text += ", " + quoted_message(call.text.at(name));
  return text;
}

std::string result_text(const Run& run, const Call& call, Language language) {
  if (!call.end) return sentence(language, "call_not_returned");
  std::string result;
  if (is_wait(call.api))
    result = text::wait_result_name(static_cast<std::uint32_t>(call.result));
  else if (gives_a_file(call.api))
    result = !call.result ? "INVALID_HANDLE_VALUE"
             : call.slot  ? sentence(language, "call_handle_to", {{"slot", slot_label(run, *call.slot)}})
                          : sentence(language, "call_handle");
  else if (gives_a_handle(call.api))
    result = call.result ? sentence(language, "call_handle") : "NULL";
  else if (returns_bool(call.api))
    result = call.result ? "TRUE" : "FALSE";
  else if (call.api != Api::kSleep)
    result = fmt::format("{}", call.result);
  if (call.result != 0 || !moves_bytes(call)) result += gave(call, language);
  if (call.error) result += (result.empty() ? "" : ", ") + std::string("GetLastError() = ") + text::error_name(language, call.error);
  return result;
}

}  // namespace

bool is_input(const Call& call) { return call.api == Api::kReadFile && call.text.count("stream") > 0; }
bool is_print(const Call& call) { return !is_input(call) && (call.text.count("written") > 0 || call.text.count("stream") > 0); }

std::string program_label(const Run& run, int program) {
  if (program < 0 || static_cast<std::size_t>(program) >= run.programs.size()) return "?";
  const trace::Program& p = run.programs[static_cast<std::size_t>(program)];
  const std::string name = one_line(p.name, kLongestName);
  return p.arguments.empty() ? name : clipped(name + " " + one_line(p.arguments, kLongestName), kLongestName);
}

std::string slot_label(const Run& run, int slot) {
  if (slot < 0 || static_cast<std::size_t>(slot) >= run.slots.size()) return "?";
  const trace::Slot& it = run.slots[static_cast<std::size_t>(slot)];
  return one_line(it.computer.empty() ? it.name : it.computer + ":" + it.name, kLongestName);
}

std::string object_label(const Run& run, const Object& object, Language language) {
  const std::string whose = object.program >= 0 ? program_label(run, object.program) : object.slot >= 0 ? slot_label(run, object.slot) : "";
  switch (object.kind) {
    case Object::Kind::kProcess:
      return whose;
    case Object::Kind::kThread:
      return sentence(language, "object_thread", {{"whose", whose}});
    case Object::Kind::kOther:
      return sentence(language, "object_other");
    case Object::Kind::kPseudo:
      return sentence(language, "object_pseudo");
    case Object::Kind::kNull:
      return "NULL";
    case Object::Kind::kClosed:
      return whose.empty() ? sentence(language, "object_closed") : sentence(language, "object_closed_of", {{"whose", whose}});
    case Object::Kind::kMailslot:
      return sentence(language, "object_mailslot", {{"slot", whose}});
    case Object::Kind::kMailslotClient:
      return sentence(language, "object_mailslot_client", {{"slot", whose}});
    case Object::Kind::kInvalid:
      break;
  }
  return sentence(language, "object_invalid");
}

bool several_call(const Run& run) {
  return std::any_of(run.calls.begin(), run.calls.end(), [](const Call& call) { return call.program != 0; });
}

std::string argument_label(const Run& run, const Call& call, std::size_t object, Language language) {
  // As a file handle, the pseudohandle for the program's own process is INVALID_HANDLE_VALUE.
  if (moves_bytes(call) && call.on[object].kind == Object::Kind::kPseudo) return "INVALID_HANDLE_VALUE";
  return object_label(run, call.on[object], language);
}

std::string describe(const Run& run, const Call& call, Language language) {
  std::string text = name(call.api) + ("(" + arguments(run, call, language) + ")");
  if (const std::string result = result_text(run, call, language); !result.empty()) text += " -> " + result;
  const auto note = [&](const std::string& what) { text += "  [" + what + "]"; };
  if (call.times > 1) note(sentence(language, "call_times", {{"times", call.times}}));
  if (call.thread > 1) note(sentence(language, "call_thread", {{"thread", call.thread}}));
  if (call.faulted) note(sentence(language, "call_faulted"));
  if (call.ended_by_grader) note(sentence(language, "call_given_up"));
  return text;
}

std::string label(const trace::Place& place, PlaceForm form) {
  if (!place) return "";
  const std::string file = one_line(place.file, 60);
  return form == PlaceForm::kVisualStudio ? fmt::format("{}({})", file, place.line) : fmt::format("{}:{}", file, place.line);
}

std::string source_line(const trace::Place& place) {
  constexpr int kMost = 240;
  return one_line(place.code, kMost);
}

std::string describe(const Run& run, const Event& event, Language language) {
  std::string text;  // the Enter key arrives as CR and LF, and a read that it completes counts both
  for (const char c : event.text) text += event.kind == Event::Kind::kTyped && c == '\n' ? "\r\n" : std::string(1, c);
  const nlohmann::json args = {{"program", program_label(run, event.program)},
                               {"by", program_label(run, event.by)},
                               {"value", event.value},
                               {"slot", slot_label(run, event.slot)},
                               {"text", one_line(visible(text), kLongestText)}};
  return sentence(language, std::string("event_") + id_of(trace::kEventKinds, event.kind), args);
}

}  // namespace lab::report
