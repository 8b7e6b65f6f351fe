// Retries renaming.
#include "compile/rename.h"

#include <thread>

namespace lab::compile {

namespace fs = std::filesystem;

bool rename_when_free(const fs::path& from, const fs::path& to, std::error_code& error, const Rename& rename,
                      std::chrono::milliseconds pause) {
  constexpr int kTries = 150;
  for (int tries = 1;; ++tries) {
    rename(from, to, error);
    if (!error) return true;
    if (tries == kTries || error != std::errc::permission_denied || fs::exists(to)) return false;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace lab::compile
