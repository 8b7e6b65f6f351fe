// Caches what was made from given inputs, so that neither this process nor another one makes it again.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace lab::compile {

// Returns the folder in `cache` that holds what `make` created in its work folder for exactly these `inputs`. The inputs are compared as a
// whole, because two submissions can be crafted to have the same hash. If there is no such folder yet, `make` is called with a separate
// folder that gets its final name only when it is complete; if `make` throws, nothing is kept and the exception propagates. A folder for
// which `holds` returns false is skipped: something else that it was made from has changed.
std::filesystem::path kept(const std::filesystem::path& cache, const std::string& inputs,
                           const std::function<void(const std::filesystem::path& work)>& make,
                           const std::function<bool(const std::filesystem::path& folder)>& holds = {});

}  // namespace lab::compile
