// A copy of the kit, for a test that saves files in its labs/. POSIX only.
#pragma once

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "tests/folder.h"
#include "tests/kit_command.h"

namespace lab::tests {

// A kit with the original stubs of lab 05 in labs/, and with this kit's tools.
class CopiedKit {
 public:
  CopiedKit() {
    std::filesystem::create_directories(folder_.path() / "solutions");
    std::filesystem::copy(kSolutions, folder_.path() / "solutions" / "05_adder_manager");
    for (const auto& lab : std::filesystem::directory_iterator(kRoot / "labs"))
      if (std::filesystem::exists(lab.path() / "lab.toml"))
        folder_.write(std::filesystem::path("labs") / lab.path().filename() / "lab.toml", text_of(lab.path() / "lab.toml"));
    std::filesystem::create_directories(folder_.path() / "grader");
    std::filesystem::create_directories(folder_.path() / "build");
    std::filesystem::create_directory_symlink(kRoot / "grader" / "compile", folder_.path() / "grader" / "compile");
    std::filesystem::create_directory_symlink(kRoot / "build" / "mingw", folder_.path() / "build" / "mingw");
    EXPECT_EQ(run({"cut"}).status, 0);
  }

  Answer run(std::vector<std::string> arguments) const { return lab(std::move(arguments), environment()); }

  std::map<std::string, std::string> environment() const {
    return {{"LAB_ROOT", utf8(folder_.path())},
            {"LAB_WINEPREFIX", utf8(kRoot / "build" / "wine")},
            {"LC_ALL", "C.UTF-8"},
            {"TERM", "xterm"},
            {"NO_COLOR", "1"}};
  }

  // The same, but without access to a compiler or Wine.
  std::map<std::string, std::string> environment_without_programs() const {
    std::map<std::string, std::string> changed = environment();
    changed["PATH"] = utf8(folder_.path());
    return changed;
  }

  // Saves as some editors do: writes another file, and renames it over the old one.
  void save(const std::string& source, const std::string& bytes) const {
    const std::filesystem::path file = own(source);
    std::ofstream(file.string() + "~", std::ios::binary) << bytes;
    std::filesystem::rename(file.string() + "~", file);
  }
  // Saves as other editors do: truncates the old file, and writes it in parts.
  void write_in_parts(const std::string& source, const std::string& bytes) const {
    std::ofstream out(own(source), std::ios::binary);
    for (std::size_t at = 0; at < bytes.size(); at += 100) out << bytes.substr(at, 100) << std::flush;
  }
  std::string solution(const std::string& source) const { return text_of(folder_.path() / "solutions" / "05_adder_manager" / source); }
  std::filesystem::path own(const std::string& source) const { return folder_.path() / "labs" / "05_adder_manager" / source; }
  std::filesystem::path standing() const { return folder_.path() / "build" / "progress" / "05.json"; }

 private:
  Folder folder_;
};

}  // namespace lab::tests
