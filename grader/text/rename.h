// Renames a file or folder that another program may still have open.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <system_error>

namespace lab::text {

using Rename = std::function<void(const std::filesystem::path& from, const std::filesystem::path& to, std::error_code& error)>;

// Whether the system denied access to a file, on Windows also because another program has it open.
bool is_denied(const std::error_code& error);

// Returns whether `from` has become `to`. Windows denies a rename while another program has `to` open or something in the folder `from`: a
// reader, a virus scanner, a compiler's subprocess. So if access is denied and `to` is not a folder, retries up to 150 times with a `pause`
// in between. `rename` is the system function; `error` is from the last attempt.
bool rename_when_free(
    const std::filesystem::path& from, const std::filesystem::path& to, std::error_code& error,
    std::chrono::milliseconds pause = std::chrono::milliseconds(100),
    const Rename& rename = [](const auto& a, const auto& b, auto& why) { std::filesystem::rename(a, b, why); });

}  // namespace lab::text
