// Retries renaming.
#include "text/rename.h"

#include <thread>

namespace lab::text {

namespace fs = std::filesystem;

bool rename_when_free(const fs::path& from, const fs::path& to, std::error_code& error, std::chrono::milliseconds pause,
                      const Rename& rename) {
  constexpr int kTries = 150;
  for (int tries = 1;; ++tries) {
    rename(from, to, error);
    if (!error) return true;
    if (std::error_code ignored; tries == kTries || error != std::errc::permission_denied || fs::is_directory(to, ignored)) return false;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace lab::text
