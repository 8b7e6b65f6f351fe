// Keeps what was made from some inputs, so that the same inputs are not worked on twice, by this process or another.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace lab::compile {

// The folder below `cache` that holds what `make` left in its work folder for exactly these `inputs`; they are compared as a
// whole, because two submissions can be made to have the same hash. `make` is called when there is none yet, on a folder of its own that
// appears under its final name only when it is complete; when it throws, nothing is kept and the exception propagates. A folder for which
// `holds` returns false is skipped: something else that it was made from has changed.
std::filesystem::path kept(const std::filesystem::path& cache, const std::string& inputs,
                           const std::function<void(const std::filesystem::path& work)>& make,
                           const std::function<bool(const std::filesystem::path& folder)>& holds = {});

}  // namespace lab::compile
