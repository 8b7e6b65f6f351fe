// Finds students' source files that are more alike than is usual in their class: a reason to look at them, never a verdict.
//
//     for (const Alike& found : alike(sources, stub, {})) ...  // without a Compare: only identical source files
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace lab::classes {

// One student's source file for a program.
struct Source {
  std::string student;  // HandIn::id
  std::string text;
};

struct Alike {
  // The same bytes; the same apart from layout and comments; the same apart from these and names; similar.
  enum class Kind { kBytes, kLayout, kNames, kSimilar };
  Kind kind = Kind::kBytes;
  std::string lab, program;           // "05", "AdderManager"
  std::vector<std::string> students;  // their ids: two, or all who share the same source file
  int percent = 100;                  // how much of one source file is in the other: the smaller of the two directions
  int usual = 0;                      // kSimilar: the median of the class's pairs
};

const char* word(Alike::Kind kind);  // "bytes", "layout", "names", "similar"

// How much of each source file occurs in another, in percent, for one program's source files: {{0, 3}, 85} means that 85 % of sources[0]
// occur in sources[3]. A missing pair is 0.
using Similarities = std::map<std::pair<std::size_t, std::size_t>, int>;
using Compare = std::function<Similarities(const std::vector<std::string>& sources)>;

// The unusually similar source files for one program. `stub`: the file that every student started from; a source file that adds almost
// nothing to it is not compared, and `compare` gets the source files without its lines. If `compare` is empty, only identical source files
// are found. Equal source files are reported if few students share them: two, or up to a tenth of the class. What more students share is
// the usual way to write the program, so neither it nor anything similar to it is reported. Two other source files are similar if their
// percentage exceeds the third quartile of all pairs by more than three times the interquartile range.
std::vector<Alike> alike(const std::vector<Source>& sources, const std::string& stub, const Compare& compare);

// Adds a line from the output of sim_c++ -p (Debian's similarity-tester; man sim) to `all`: "3 consists for 85 % of 7 material", where file
// names are indexes of source files. Ignores any other line.
void read_similarity(const std::string& line, Similarities& all);

// Copies the submitted source files for the programs to UNIT/sources/LAB/PROGRAM.cpp, so that they can be compared later. `programs`: by
// lab.
void keep_sources(const std::filesystem::path& handed_in, const std::map<std::string, std::vector<std::string>>& programs,
                  const std::filesystem::path& unit);

inline constexpr const char* kSourcesFolder = "sources";

}  // namespace lab::classes
