// A stage's sandbox, in which the kit's script for Wine (compile/wine) runs the stage.
#include "box/stage_box.h"

#include <fmt/core.h>

#include <stdexcept>

#include "box/sandbox.h"
#include "box/system_calls.h"
#include "compile/process.h"
#include "text/path.h"

namespace lab::box {
namespace {

namespace fs = std::filesystem;
using text::utf8;

constexpr std::uint64_t kGiB = std::uint64_t{1} << 30;
// A scenario's programs use a few hundred megabytes at most, and a few threads each.
constexpr std::uint64_t kMemory = 2 * kGiB, kProcesses = 320;
// These limits also apply to Wine's server and the stage; they stop what the stage itself cannot terminate.
constexpr Limits kStageLimits{4 * kGiB, std::uint64_t{64} << 20, kProcesses, std::chrono::minutes(15)};

fs::path way_to_wine(const fs::path& kit) { return kit / "grader" / "compile" / "wine"; }

// Prepares the prefix if necessary; returns its folder.
fs::path prepared_prefix(const fs::path& kit) {
  compile::Command command;
  command.argv = {utf8(way_to_wine(kit)), "--template"};
  const compile::Finished finished = compile::run(command);
  if (finished.exit_status != 0) throw std::runtime_error(finished.err);
  return text::path_of(finished.out.substr(0, finished.out.find('\n')));
}

// In the format that the shell's printf reads.
std::string in_octal(const std::string& bytes) {
  std::string escaped;
  for (const char byte : bytes) escaped += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
  return escaped;
}

}  // namespace

bool has_shared_limits() { return Group(kMemory, kProcesses).is_there(); }

std::string windows_path(const fs::path& in_runs) { return "C:\\lab-box\\" + utf8(in_runs.filename()); }

StageBox::StageBox(const fs::path& kit, const fs::path& runs)
    : kit_(kit), runs_(runs), prefix_(prepared_prefix(kit)), group_(kMemory, kProcesses) {}

std::vector<std::string> StageBox::command(const fs::path& exe, const std::vector<std::string>& arguments,
                                           std::optional<int> processor) const {
  Sandbox sandbox;
  sandbox.mounts = {{way_to_wine(kit_), "/lab/wine"}, {prefix_, "/lab/prefix"}, {runs_, "/lab/runs"}};
  if (utf8(kit_).starts_with("/usr/")) sandbox.hidden = {kit_};
  sandbox.limits = kStageLimits;
  std::vector<std::string> inside{"/lab/wine",   "--boxed",   in_octal(system_call_filter()),
                                  "/lab/prefix", "/lab/runs", windows_path(exe.parent_path()) + "\\" + utf8(exe.filename())};
  inside.insert(inside.end(), arguments.begin(), arguments.end());
  std::vector<std::string> command = in_sandbox(sandbox, inside);
  if (processor) command.insert(command.begin(), {"taskset", "-c", std::to_string(*processor)});
  return group_.joined(std::move(command));
}

}  // namespace lab::box
