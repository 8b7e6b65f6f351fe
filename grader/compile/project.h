// Reads what a Visual Studio project (.vcxproj) says about the source files next to it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab::compile {

struct Project {
  std::string bytes;                   // the unchanged file; empty if there is none
  std::optional<bool> unicode;         // CharacterSet: Unicode is true, MultiByte and NotSet are false
  std::string standard;                // LanguageStandard: "c++14", "c++17", "c++20", "c++23"; empty: not specified
  std::vector<std::string> sources;    // ClCompile, relative to the project with forward slashes, except files excluded from the build
  std::vector<std::string> libraries;  // AdditionalDependencies, unchanged: "ws2_32.lib"
};

// If there are several configurations, uses the first one for x64.
Project read_project(std::string_view text);

// The project that `source` belongs to, from the folder of `source`: the one that lists it, or else the one with the program's name, or
// else the only one. Without a project, the result is empty. Never throws.
Project project_of(const std::filesystem::path& source);

}  // namespace lab::compile
