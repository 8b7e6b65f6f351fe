// The architecture rules that a script can check: which room may include which, where Windows may be used, and how long a file may be.
#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace lab {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

const fs::path kRoot = LAB_SOURCE_DIR;

// What a room may include, in addition to its own files: another room, or a single file in it.
const std::map<std::string, std::set<std::string>> kArrows{
    {"trace", {"text/path.h"}},
    {"text", {}},
    {"scenario", {"trace"}},
    {"rubric", {"text"}},
    {"compile", {"text"}},
    {"box", {"text", "compile/process.h"}},
    {"checks", {"trace", "text", "rubric"}},
    {"labs", {"trace", "text", "scenario", "checks"}},
    {"replay", {"trace"}},
    {"report", {"trace", "text", "rubric", "replay"}},
    {"cut", {"text", "rubric"}},
    {"mutate", {}},
    {"handout", {"trace", "text", "cut", "report/markup.h", "report/page_files.h", "report/page_template.h", "report/report.h"}},
    {"loop", {"trace", "text", "rubric", "report"}},
    {"class", {"trace", "text", "scenario", "rubric", "compile", "report"}},
    {"cli",
     {"trace", "text", "scenario", "rubric", "compile", "box", "checks", "labs", "replay", "report", "cut", "mutate", "handout", "loop",
      "class"}},
    {"win32", {}},
    {"probe", {"trace/kinds.h"}},
    {"stage", {"win32", "trace", "scenario", "probe/wire.h", "probe/wire_event.h", "probe/inject.h", "probe/slots.h"}},
    {"standin", {"probe/wire.h"}},
    {"together", {"win32"}},
};
const std::set<std::string> kSeeWindows{"win32", "probe", "stage", "standin", "together"};
// The files with which the native half accesses its host system.
const std::set<std::string> kHosts{"cli/host_windows.cpp", "compile/debug_lines_windows.cpp", "compile/job_object_windows.cpp",
                                   "text/user_language_windows.cpp"};

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> files_below(const fs::path& folder, const std::set<std::string>& endings) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && endings.contains(entry.path().extension().string())) files.push_back(entry.path());
  }
  return files;
}

struct Include {
  std::string where;  // "stage/main.cpp:3"
  std::string name;
  bool quoted;
};

// The includes of the room's own source files. Its tests and their support files may include more, and a lab's programs are hand-ins.
std::vector<Include> includes_of(const std::string& room) {
  std::vector<Include> includes;
  for (const fs::path& file : files_below(kRoot / "grader" / room, {".h", ".cpp"})) {
    const std::string name = file.generic_string();
    if (name.ends_with("_test.cpp") || name.ends_with("_by_hand.h") || name.ends_with("_samples.h")) continue;
    // Neither of these is part of the grader: known programs, and the files compiled into a student's program.
    if (name.find("/programs/") != std::string::npos || name.find("/compile/student/") != std::string::npos) continue;
    const std::vector<std::string> lines = lines_of(file);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].starts_with("#include ") || lines[i].size() < 11) continue;
      const bool quoted = lines[i][9] == '"';
      const std::string name = lines[i].substr(10, lines[i].find(quoted ? '"' : '>', 10) - 10);
      includes.push_back({fs::relative(file, kRoot / "grader").generic_string() + ":" + std::to_string(i + 1), name, quoted});
    }
  }
  return includes;
}

TEST(Architecture, KnowsEveryRoom) {
  std::set<std::string> rooms;
  for (const auto& entry : fs::directory_iterator(kRoot / "grader")) {
    if (entry.is_directory() && entry.path().filename() != "tests") rooms.insert(entry.path().filename().string());
  }
  std::set<std::string> known;
  for (const auto& [room, may_include] : kArrows) known.insert(room);
  EXPECT_EQ(rooms, known);
}

TEST(Architecture, ArrowsGoOneWay) {
  std::vector<std::string> turned;
  std::size_t seen = 0;
  for (const auto& [room, may_include] : kArrows) {
    for (const Include& include : includes_of(room)) {
      if (!include.quoted) continue;
      ++seen;
      const std::string other = include.name.substr(0, include.name.find('/'));
      if (other != room && !may_include.contains(other) && !may_include.contains(include.name))
        turned.push_back(include.where + " " + include.name);
    }
  }
  EXPECT_THAT(turned, IsEmpty());
  EXPECT_GT(seen, 50u) << "the includes were not read";
}

TEST(Architecture, ALabKnowsNoOtherLab) {
  std::vector<std::string> others;
  std::size_t seen = 0;
  for (const Include& include : includes_of("labs")) {
    if (!include.name.starts_with("labs/0")) continue;
    ++seen;
    const std::string folder = include.name.substr(0, include.name.rfind('/') + 1);
    if (!include.where.starts_with(folder)) others.push_back(include.where + " " + include.name);
  }
  EXPECT_THAT(others, IsEmpty());
  EXPECT_GT(seen, 4u) << "the includes were not read";
}

TEST(Architecture, FewRoomsSeeWindows) {
  std::vector<std::string> seen;
  std::size_t allowed = 0;
  for (const auto& [room, may_include] : kArrows) {
    for (const Include& include : includes_of(room)) {
      std::string name = include.name;
      for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      if (name != "windows.h" && name != "winternl.h" && name != "winnt.h") continue;
      if (kSeeWindows.contains(room) || kHosts.contains(include.where.substr(0, include.where.find(':')))) {
        ++allowed;
      } else {
        seen.push_back(include.where);
      }
    }
  }
  EXPECT_THAT(seen, IsEmpty());
  EXPECT_GT(allowed, 0u) << "the includes were not read";
}

// Only one module reads lab.toml; CMake reads the list generated from it.
TEST(Architecture, OnlyTheRubricReadsToml) {
  std::vector<std::string> readers;
  std::size_t allowed = 0;
  for (const auto& [room, may_include] : kArrows) {
    for (const Include& include : includes_of(room)) {
      if (!include.name.starts_with("toml")) continue;
      if (room == "rubric")
        ++allowed;
      else
        readers.push_back(include.where);
    }
  }
  std::vector<fs::path> scripts = files_below(kRoot / "cmake", {".cmake"});
  scripts.push_back(kRoot / "CMakeLists.txt");
  for (const fs::path& script : scripts)
    for (const std::string& line : lines_of(script))
      if (!line.starts_with("#") && line.find("lab.toml") != std::string::npos) readers.push_back(script.string() + ": " + line);
  EXPECT_THAT(readers, IsEmpty());
  EXPECT_GT(allowed, 0u) << "the includes were not read";
}

// Up to fmt 10, <fmt/format.h> declares fmt::join; without this header, the grader does not build with fmt 11.
TEST(Architecture, WhatJoinsIncludesRanges) {
  std::vector<std::string> without;
  std::size_t seen = 0;
  for (const auto& [room, may_include] : kArrows) {
    for (const fs::path& file : files_below(kRoot / "grader" / room, {".h", ".cpp"})) {
      const std::vector<std::string> lines = lines_of(file);
      const auto joins = [](const std::string& line) { return line.find("fmt::join(") != std::string::npos; };
      if (std::none_of(lines.begin(), lines.end(), joins)) continue;
      ++seen;
      if (std::find(lines.begin(), lines.end(), "#include <fmt/ranges.h>") == lines.end()) without.push_back(file.string());
    }
  }
  EXPECT_THAT(without, IsEmpty());
  EXPECT_GT(seen, 4u) << "the sources were not read";
}

TEST(Architecture, FilesStayShort) {
  std::vector<std::string> longer;
  for (const char* folder : {"grader", "labs", "solutions", "cmake"}) {
    for (const fs::path& file : files_below(kRoot / folder, {".h", ".cpp", ".c", ".cmake"})) {
      if (lines_of(file).size() > 400) longer.push_back(fs::relative(file, kRoot).string());
    }
  }
  EXPECT_THAT(longer, IsEmpty());
}

TEST(Architecture, StudentsSourcesAreAscii) {
  std::vector<std::string> others;
  for (const char* folder : {"labs", "solutions"}) {
    for (const fs::path& file : files_below(kRoot / folder, {".cpp", ".h"})) {
      for (const std::string& line : lines_of(file)) {
        if (std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
          others.push_back(file.string());
      }
    }
  }
  EXPECT_THAT(others, IsEmpty());
}

}  // namespace
}  // namespace lab
