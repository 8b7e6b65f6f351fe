// Evaluates what probes have reported, and finds programs whose end nothing in the recording explains.
#include "stage/trespass.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace lab::stage {
namespace {

using wire::Trespass;

Finding reported(std::uint64_t trespass) {
  const auto detail = static_cast<std::uint32_t>(trespass);
  switch (static_cast<Trespass>(trespass >> 32)) {
    case Trespass::kNone:
      return {};
    case Trespass::kProcess:
      return {"reached_out", fmt::format("OpenProcess with {:#x}", detail)};
    case Trespass::kImports:
      return {"patched", fmt::format("import tables, {}", detail)};
    case Trespass::kCode:
      return {"patched", wire::kGuarded[std::min<std::size_t>(detail, std::size(wire::kGuarded) - 1)]};
    case Trespass::kSystem:
      return {"below_windows", wire::kBelow[std::min<std::size_t>(detail, std::size(wire::kBelow) - 1)]};
    case Trespass::kRecord:
      break;
  }
  return {"opened_record", ""};
}

bool is_terminated_by_call(const trace::Run& run, int program) {
  return std::any_of(run.calls.begin(), run.calls.end(), [&](const trace::Call& call) {
    return call.api == trace::Api::kTerminateProcess &&
           std::any_of(call.on.begin(), call.on.end(), [&](const trace::Object& object) { return object.program == program; });
  });
}

// Whether a process has ended without reporting that it was about to, and neither the grader nor an exception ended it.
bool has_ended_unseen(const wire::Program& program, const Ended::Program& how) {
  constexpr std::uint32_t kFirstException = 0x80000000;
  return how.signaled && how.by_grader == Verdict::kNone && program.exit_code < kFirstException &&
         (program.role == wire::Role::kStandin ? !how.released : how.attached && !program.detached);
}

}  // namespace

Finding trespass_of(const wire::Wire& wire, const Ended& ended) {
  if (ended.trespass) return reported(ended.trespass);
  if (wire.magic != wire::kMagic || wire.bytes != sizeof wire || wire.programs[0].pid != ended.programs[0].pid)
    return {"record_damaged", ""};
  for (std::size_t i = 0; i < ended.programs.size(); ++i) {
    const wire::Program& program = wire.programs[i];
    if (ended.programs[i].attached && !program.attached) return {"record_damaged", ""};
    if (program.role == wire::Role::kStandin && program.released && !ended.programs[i].released) return {"opened_record", ""};
  }
  return {};
}

Finding unseen_end(const trace::Run& run, const wire::Wire& wire, const Ended& ended) {
  for (std::size_t i = 0; i < run.programs.size(); ++i)
    if (has_ended_unseen(wire.programs[i], ended.programs[i]) && !is_terminated_by_call(run, static_cast<int>(i)))
      return {"ended_unseen", run.programs[i].name};
  return {};
}

}  // namespace lab::stage
