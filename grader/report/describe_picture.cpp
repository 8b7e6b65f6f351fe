// Describes a call in two short lines, for a picture.
#include <fmt/core.h>

#include <algorithm>

#include "report/columns.h"
#include "report/describe.h"
#include "text/codes.h"

namespace lab::report {
namespace {

using trace::Api;
using trace::Call;
using trace::Object;
using trace::Run;

constexpr int kWidest = 28;  // in columns, for each line
constexpr int kWidestText = 22;

// The object of the call.
std::string subject(const Run& run, const Call& call) {
  if (call.started) return clipped(program_label(run, *call.started), kWidestText);
  if (call.api == Api::kCreateProcess)
    return clipped(one_line(text_of(call, call.text.count("command_line") ? "command_line" : "application"), 60), kWidestText);
  if (call.api == Api::kCreateMailslot || call.api == Api::kCreateFile) {
    const std::string name = visible(text_of(call, "name"));
    return name.empty() ? "" : clipped(one_line(name, 60), kWidestText);
  }
  if (call.on.size() > 1) return fmt::format("{} handles", call.on.size());
  if (call.on.empty() || call.text.count("message") || call.on[0].kind == Object::Kind::kOther) return "";
  return clipped(argument_label(run, call, 0, text::Language::kEnglish), kWidestText);
}

std::string outcome(const Call& call) {
  if (!call.end) return "";
  if (is_wait(call.api)) return text::wait_result_name(static_cast<std::uint32_t>(call.result)).substr(5);
  const std::string read = without_line_end(text_of(call, "read"));
  if (is_input(call))
    return read.empty() && (call.result != 0 || call.error == kInputEnded) ? "END"
           : call.result                                                   ? quoted_within(read, kWidestText)
                                                                           : fmt::format("error {}", call.error);
  if (is_print(call)) return quoted_within(without_line_end(text_of(call, "written")), kWidestText);
  if (call.error != 0) return fmt::format("error {}", call.error);
  if (call.text.count("message")) return quoted_within(call.text.at("message"), kWidestText);
  if (call.value && (reads_exit_code(call.api) || call.api == Api::kGetMailslotInfo))
    return fmt::format("{}", static_cast<std::uint32_t>(*call.value));
  return "";
}

}  // namespace

std::string picture_name(const Call& call) {
  if (is_input(call)) return "input";
  if (is_print(call)) return "print";
  return name(call.api);
}

std::string picture_answer(const Run& run, const Call& call) {
  const std::string about = is_input(call) || is_print(call) ? "" : subject(run, call), came = outcome(call);
  std::string answer = about.empty() || came.empty() ? about + came : about + " = " + came;
  if (columns(answer) > kWidest)
    answer = came.empty() ? clipped(about, kWidest) : clipped(about, std::max(kWidest - columns(came) - 3, 6)) + " = " + came;
  if (call.times > 1) answer += fmt::format(" \xC3\x97{}", call.times);
  return answer;
}

std::string quoted_within(const std::string& text, int width) { return "\"" + one_line(visible(text), std::max(width - 2, 4)) + "\""; }

}  // namespace lab::report
