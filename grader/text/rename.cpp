// Retries renaming.
#include "text/rename.h"

#include <thread>

namespace lab::text {

namespace fs = std::filesystem;

bool is_denied(const std::error_code& error) {
#ifdef _WIN32
  // For a file that is open, Wine's C library reports an input/output error, and C++ libraries may keep the system's number (winerror.h).
  constexpr int kSharingViolation = 32, kLockViolation = 33;
  if (error == std::errc::io_error) return true;
  if (error.category() == std::system_category() && (error.value() == kSharingViolation || error.value() == kLockViolation)) return true;
#endif
  return error == std::errc::permission_denied;
}

bool rename_when_free(const fs::path& from, const fs::path& to, std::error_code& error, std::chrono::milliseconds pause,
                      const Rename& rename) {
  constexpr int kTries = 150;
  for (int tries = 1;; ++tries) {
    rename(from, to, error);
    if (!error) return true;
    if (std::error_code ignored; tries == kTries || !is_denied(error) || fs::is_directory(to, ignored)) return false;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace lab::text
