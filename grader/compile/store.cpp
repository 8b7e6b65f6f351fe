// The cache: one folder per hash of the inputs, which contains the inputs and the result.
#include "compile/store.h"

#include <fmt/core.h>
#include <uv.h>

#include <atomic>
#include <cstdint>
#include <stdexcept>
#include <system_error>

#include "text/files.h"
#include "text/hash.h"
#include "text/path.h"
#include "text/rename.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using text::utf8;

class WorkFolder {
 public:
  explicit WorkFolder(const fs::path& beside) {
    static std::atomic<unsigned> number{0};
    path = beside;
    path += fmt::format(".{}-{}.work", uv_os_getpid(), number++);
    std::error_code error;
    fs::remove_all(path, error);
    if (!fs::create_directories(path, error))
      throw std::runtime_error(fmt::format("cannot make the folder {}: {}", utf8(path), error.message()));
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder() {
    std::error_code error;
    fs::remove_all(path, error);
  }

  fs::path path;
};

}  // namespace

fs::path kept(const fs::path& cache, const std::string& inputs, const std::function<void(const fs::path& work)>& make,
              const std::function<bool(const fs::path& folder)>& holds) {
  // If the name is taken by other inputs, the next number is tried.
  for (std::uint64_t name = text::hash(inputs);; ++name) {
    const fs::path folder = cache / fmt::format("{:016x}", name);
    std::error_code error;
    if (fs::exists(folder, error)) {
      if (text::read_text(folder / "inputs") == inputs && (!holds || holds(folder))) return folder;
      continue;
    }
    const WorkFolder work(folder);
    make(work.path);
    text::write_file(work.path / "inputs", inputs);
    if (text::rename_when_free(work.path, folder, error)) return folder;
    // Another process was faster, so its entry is used.
    if (!fs::exists(folder)) throw std::runtime_error(fmt::format("cannot keep {}: {}", utf8(folder), error.message()));
    --name;
  }
}

}  // namespace lab::compile
