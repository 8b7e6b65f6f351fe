// Renaming a folder that another program may still have open.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <system_error>

namespace lab::compile {

using Rename = std::function<void(const std::filesystem::path& from, const std::filesystem::path& to, std::error_code& error)>;

// Whether `from` is `to` now. Windows denies it while a compiler's helper runs in the folder, or a virus scanner reads it: so where it is
// denied and `to` does not exist, it is tried up to 150 times, `pause` apart. `rename` is the system's; `error` is the last one's.
bool rename_when_free(
    const std::filesystem::path& from, const std::filesystem::path& to, std::error_code& error,
    const Rename& rename = [](const auto& a, const auto& b, auto& why) { std::filesystem::rename(a, b, why); },
    std::chrono::milliseconds pause = std::chrono::milliseconds(100));

}  // namespace lab::compile
