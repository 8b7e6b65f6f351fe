// Describes a call in a word or two, for the lanes, in which every character is one column wide.
#include <fmt/core.h>

#include <algorithm>

#include "report/columns.h"
#include "report/describe.h"
#include "text/codes.h"

namespace lab::report {
namespace {

using trace::Api;
using trace::Call;

constexpr int kLongestText = 14;

constexpr std::uint32_t kReadTimedOut = 121;  // ERROR_SEM_TIMEOUT

// Calls whose failures the labs teach, so that the error code is the interesting result.
bool tells_its_error(const Call& call) {
  switch (call.api) {
    case Api::kCreateMailslot:
    case Api::kCreateFile:
    case Api::kReadFile:
    case Api::kWriteFile:
    case Api::kGetMailslotInfo:
    case Api::kSetMailslotInfo:
      return !is_print(call);
    default:
      return false;
  }
}

bool tells_its_failure(const Call& call) {
  switch (call.api) {
    case Api::kCreateProcess:
    case Api::kCloseHandle:
    case Api::kGetExitCodeProcess:
    case Api::kGetExitCodeThread:
    case Api::kTerminateProcess:
    case Api::kDuplicateHandle:
    case Api::kWriteFile:
    case Api::kRegisterWaitForSingleObject:
      return true;
    default:
      return false;
  }
}

std::string result_of_input(const Call& call) {
  const std::string read = text_of(call, "read");
  if (call.result != 0) return read.empty() ? "=END" : "=" + short_text(without_line_end(read));
  return call.error == kInputEnded ? "=END" : fmt::format("=error {}", call.error);
}

}  // namespace

std::string without_line_end(const std::string& text) { return text.substr(0, text.find_last_not_of("\r\n") + 1); }

std::string short_name(const Call& call) {
  if (is_input(call)) return "input";
  if (is_print(call)) return "print";
  if (call.api == Api::kCreateProcess) return "start";
  if (call.api == Api::kCloseHandle) return "close";
  if (call.api == Api::kTerminateProcess) return "terminate";
  if (call.api == Api::kCreateMailslot) return "create slot";
  if (call.api == Api::kCreateFile) return "open";
  if (call.api == Api::kReadFile) return "read";
  if (call.api == Api::kWriteFile) return "write";
  return name(call.api);
}

std::string short_result(const Call& call) {
  std::string result;
  const auto message = call.text.find("message");
  if (is_wait(call.api)) {
    result = "=" + text::wait_result_name(static_cast<std::uint32_t>(call.result)).substr(5);
  } else if (is_input(call)) {
    result = result_of_input(call);
  } else if (call.result == 0 && tells_its_error(call)) {
    result = call.error == kReadTimedOut ? "=TIMEOUT" : fmt::format("=error {}", call.error);
  } else if (call.result == 0 && tells_its_failure(call)) {
    result = "=FAILED";
  } else if (message != call.text.end()) {
    result = "=" + short_text(message->second);
  } else if (call.value && reads_exit_code(call.api)) {
    result = fmt::format("={}", static_cast<std::uint32_t>(*call.value));
  } else if (call.value && call.api == Api::kGetMailslotInfo) {
    result = fmt::format("={}", *call.value);
  }
  if (call.times > 1) result += fmt::format(" x{}", call.times);
  return result;
}

std::string short_text(const std::string& text) {
  const std::string shown = one_line(visible(text), kLongestText);
  const bool ascii = std::all_of(shown.begin(), shown.end(), [](unsigned char c) { return c < 0x80; });
  return ascii ? "\"" + shown + "\"" : "\"...\"";
}

}  // namespace lab::report
