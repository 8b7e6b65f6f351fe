// What a Visual Studio project (.vcxproj) says of the sources beside it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab::compile {

struct Project {
  std::string bytes;                   // the file as it stands; empty when there is none
  std::optional<bool> unicode;         // CharacterSet: Unicode, or MultiByte and NotSet
  std::string standard;                // LanguageStandard: "c++14", "c++17", "c++20", "c++23"; empty: not said
  std::vector<std::string> sources;    // ClCompile, relative to the project with forward slashes, without those excluded from the build
  std::vector<std::string> libraries;  // AdditionalDependencies, as they stand there: "ws2_32.lib"
};

// Of several configurations the first for x64 counts.
Project read_project(std::string_view text);

// The project that `source` belongs to: in its folder, one that names it, or else one of the program's name, or else the only one.
// Without one the result is empty. Never throws.
Project project_of(const std::filesystem::path& source);

}  // namespace lab::compile
