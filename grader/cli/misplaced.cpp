// Compares the names of functions with the lines of calls.
#include "cli/misplaced.h"

#include <fmt/core.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace lab::cli {
namespace {

using trace::Api;

using Names = std::initializer_list<std::string_view>;

bool has_one_of(const std::string& code, Names names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return code.find(name) != code.npos; });
}

// Whether the line contains the name of a library function that may make the call.
bool names_library(const std::string& code, Api api) {
  if (api == Api::kWriteFile) return has_one_of(code, {"put", "print", "cout", "cerr", "clog", "flush", "write", "perror"});
  if (api == Api::kReadFile) return has_one_of(code, {"get", "scan", "cin", "read"});
  if (api == Api::kCreateFile || api == Api::kCreateMailslot || api == Api::kGetMailslotInfo) return false;
  // For std::thread and similar classes, the line is the last one of the statement; also system().
  return has_one_of(
      code, {"_beginthread", "thread", "async", "join", "lock", "notify", "wait", ".get()", "set_value", "sleep_", "});", "system"});
}

bool waits_for_other_object(const trace::Call& call) {
  return call.api == Api::kWaitForSingleObject && call.on.size() == 1 && call.on[0].kind == trace::ObjectKind::kOther;
}

// Calls without a line: those that C++ library threads make when they begin and end, such as waiting for a lock held by another thread at
// that moment; and calls of a callback, which is called by the system.
bool may_have_no_line(const trace::Call& call) {
  return call.api == Api::kWriteFile || call.api == Api::kSleep || call.api == Api::kCreateThread || call.api == Api::kCloseHandle ||
         trace::is_wait_callback(call.api) || waits_for_other_object(call);
}

bool is_placed(const trace::Call& call) {
  return call.place.code.find(trace::name(call.api)) != std::string::npos || names_library(call.place.code, call.api);
}

bool is_from_source(const trace::Run& run) {
  const auto built = run.facts.find("built_from");
  return built != run.facts.end() && built->second == "source";
}

}  // namespace

LineTally lines_of_calls(const std::vector<trace::Run>& runs) {
  LineTally tally;
  for (const trace::Run& run : runs) {
    if (!is_from_source(run)) continue;
    for (const trace::Call& call : run.calls) {
      if (is_placed(call))
        ++tally.placed;
      else if (call.place || !may_have_no_line(call))
        tally.misplaced.push_back(fmt::format("{} {} {} {}:{}: {}", run.submission, run.scenario, trace::name(call.api), call.place.file,
                                              call.place.line, call.place.code));
    }
  }
  return tally;
}

}  // namespace lab::cli
