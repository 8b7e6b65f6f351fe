// A compiler's sandbox. For the limits of a single command, see compile/compiler_mingw.cpp.
#include "box/compile_box.h"

#include "box/sandbox.h"
#include "text/path.h"

namespace lab::box {
namespace {

namespace fs = std::filesystem;
using text::utf8;

constexpr Limits kCompilerLimits{std::uint64_t{8} << 30, std::uint64_t{256} << 20, 512, std::chrono::minutes(5)};

}  // namespace

std::vector<std::string> confined(const std::vector<std::string>& command, const std::vector<fs::path>& read, const fs::path& written) {
  Sandbox sandbox;
  for (const fs::path& folder : read) sandbox.mounts.push_back({folder, utf8(folder)});
  sandbox.mounts.push_back({written, utf8(written), true});
  sandbox.folder = utf8(written);
  sandbox.environment = {{"LC_ALL", "C"}, {"TMPDIR", utf8(written)}};
  sandbox.limits = kCompilerLimits;
  return in_sandbox(sandbox, command);
}

}  // namespace lab::box
