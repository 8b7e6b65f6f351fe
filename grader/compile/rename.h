// Renames a folder that another program may still have open.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <system_error>

namespace lab::compile {

using Rename = std::function<void(const std::filesystem::path& from, const std::filesystem::path& to, std::error_code& error)>;

// Returns whether `from` has become `to`. Windows denies a rename while a compiler's subprocess is running in the folder or a virus scanner
// is reading it, so if access is denied and `to` does not exist, retries up to 150 times with a `pause` in between. `rename` is the system
// function; `error` is from the last attempt.
bool rename_when_free(
    const std::filesystem::path& from, const std::filesystem::path& to, std::error_code& error,
    const Rename& rename = [](const auto& a, const auto& b, auto& why) { std::filesystem::rename(a, b, why); },
    std::chrono::milliseconds pause = std::chrono::milliseconds(100));

}  // namespace lab::compile
