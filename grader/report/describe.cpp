// One program, call or event of a run in words.
#include "report/describe.h"

#include <fmt/core.h>

#include "report/columns.h"
#include "text/codes.h"

namespace lab::report {
namespace {

using text::Language;
using text::sentence;
using trace::Call;
using trace::Event;
using trace::Object;
using trace::Run;

constexpr int kLongestName = 60;      // columns of a program with its arguments
constexpr int kLongestText = 60;      // of a command line, or of printed text
constexpr std::size_t kMostObjects = 8;

bool is_wait(const Call& call) { return call.api.starts_with("WaitFor"); }

bool is_bool(const Call& call) {
  for (const char* api : {"CreateProcess", "CloseHandle", "GetExitCodeProcess", "GetExitCodeThread", "TerminateProcess", "DuplicateHandle", "ReadFile", "WriteFile",
                          "WriteConsole", "GetMailslotInfo", "SetMailslotInfo", "RegisterWaitForSingleObject", "UnregisterWait", "GetComputerName"})
    if (call.api == api) return true;
  return false;
}

std::string object_text(const Run& run, const Object& object) {
  const std::string whose = object.program >= 0 ? program_label(run, object.program) : "";
  switch (object.kind) {
    case Object::Kind::kProcess: return whose;
    case Object::Kind::kThread: return "thread of " + whose;
    case Object::Kind::kOther: return "another object";
    case Object::Kind::kPseudo: return "pseudo handle";
    case Object::Kind::kNull: return "NULL";
    case Object::Kind::kClosed: return whose.empty() ? "closed handle" : "closed handle of " + whose;
    case Object::Kind::kInvalid: return "no handle";
  }
  return "no handle";
}

std::string milliseconds(std::uint32_t ms) { return ms == 0xFFFFFFFF ? "INFINITE" : fmt::format("{} ms", ms); }

std::string quoted(const std::string& text) { return "\"" + one_line(text, kLongestText) + "\""; }

std::string arguments(const Run& run, const Call& call) {
  std::string list;
  const auto add = [&](const std::string& argument) { list += (list.empty() ? "" : ", ") + argument; };
  for (const char* name : {"stream", "application", "command_line", "written"}) {
    const auto found = call.text.find(name);
    if (found == call.text.end()) continue;
    const std::string_view which = name;
    if (which == "stream") add(one_line(found->second, kLongestText));
    else if (which == "application") add(quoted(found->second.substr(found->second.find_last_of("\\/") + 1)));  // its folder is the run's own
    else add(quoted(found->second));
  }
  for (std::size_t i = 0; i < call.on.size() && i < kMostObjects; ++i) add(object_text(run, call.on[i]));
  if (call.on.size() > kMostObjects) add(fmt::format("... {}", call.on.size()));
  if (call.api.starts_with("WaitForMultipleObjects")) add(call.flags == 1 ? "all" : "any");
  if (is_wait(call) || call.api.starts_with("Sleep") || call.api == "RegisterWaitForSingleObject") add(milliseconds(call.timeout_ms));
  return list;
}

std::string result_text(const Call& call, Language language) {
  if (!call.end) return sentence(language, "call_not_returned");
  std::string result;
  if (is_wait(call)) result = text::wait_result_name(static_cast<std::uint32_t>(call.result));
  else if (is_bool(call)) result = call.result ? "TRUE" : "FALSE";
  else if (!call.api.starts_with("Sleep")) result = fmt::format("{}", call.result);
  if (call.value) result += ", " + text::exit_code_name(language, static_cast<std::uint32_t>(*call.value));
  if (call.error) result += (result.empty() ? "" : ", ") + std::string("GetLastError() = ") + text::error_name(call.error);
  return result;
}

}  // namespace

std::string program_label(const Run& run, int program) {
  if (program < 0 || static_cast<std::size_t>(program) >= run.programs.size()) return "?";
  const trace::Program& p = run.programs[static_cast<std::size_t>(program)];
  const std::string name = one_line(p.name, kLongestName);
  return p.arguments.empty() ? name : clipped(name + " " + one_line(p.arguments, kLongestName), kLongestName);
}

std::string describe(const Run& run, const Call& call, Language language) {
  std::string text = one_line(call.api, kLongestName) + "(" + arguments(run, call) + ")";
  if (const std::string result = result_text(call, language); !result.empty()) text += " -> " + result;
  const auto note = [&](const std::string& what) { text += "  [" + what + "]"; };
  if (call.times > 1) note(sentence(language, "call_times", {{"times", call.times}}));
  if (call.thread > 1) note(sentence(language, "call_thread", {{"thread", call.thread}}));
  if (call.faulted) note(sentence(language, "call_faulted"));
  if (call.ended_by_grader) note(sentence(language, "call_given_up"));
  return text;
}

std::string describe(const Run& run, const Event& event, Language language) {
  const nlohmann::json args = {{"program", program_label(run, event.program)}, {"by", program_label(run, event.by)}, {"value", event.value}};
  switch (event.kind) {
    case Event::Kind::kAttached: return sentence(language, "event_attached", args);
    case Event::Kind::kDetached: return sentence(language, "event_detached", args);
    case Event::Kind::kSignaled: return sentence(language, "event_signaled", args);
    case Event::Kind::kReleased: return sentence(language, "event_released", args);
    case Event::Kind::kStill: return sentence(language, "event_still", args);
    case Event::Kind::kSpinning: return sentence(language, "event_spinning", args);
    case Event::Kind::kEnded: return sentence(language, "event_ended", args);
  }
  return "";
}

std::string short_name(const Call& call) {
  if (call.api == "CreateProcess") return "start";
  if (call.api == "CloseHandle") return "close";
  if (call.api == "TerminateProcess") return "terminate";
  if (call.text.count("written") || call.text.count("stream")) return "print";
  return one_line(call.api, 30);
}

std::string short_result(const Call& call) {
  std::string result;
  if (is_wait(call)) result = "=" + text::wait_result_name(static_cast<std::uint32_t>(call.result)).substr(5);
  else if (is_bool(call) && call.result == 0) result = "=FAILED";
  else if (call.value && call.api.starts_with("GetExitCode")) result = fmt::format("={}", static_cast<std::uint32_t>(*call.value));
  if (call.times > 1) result += fmt::format(" x{}", call.times);
  return result;
}

}  // namespace lab::report
