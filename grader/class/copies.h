// Which students' sources are more alike than their class's sources are: something to look at, never a verdict.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace lab::classes {

// A program's source, of one student.
struct Source {
  std::string student;  // HandIn::id
  std::string text;
};

struct Alike {
  // The same bytes; the same but for layout and comments; the same but for names, too; similar.
  enum class Kind { kBytes, kLayout, kNames, kSimilar };
  Kind kind = Kind::kBytes;
  std::string lab, program;           // "05", "AdderManager"
  std::vector<std::string> students;  // their ids: two, or for sources that are the same, all that share them
  int percent = 100;                  // how much of the one is in the other, the smaller of both ways
  int usual = 0;                      // kSimilar: what half of the class's pairs reach
};

const char* word(Alike::Kind kind);  // "bytes", "layout", "names", "similar"

// How much of each source is found in another, in percent, for the sources of one program: {{0, 3}, 85} for 85 % of sources[0] in
// sources[3]. What is not in it is 0.
using Similarities = std::map<std::pair<std::size_t, std::size_t>, int>;
using Compare = std::function<Similarities(const std::vector<std::string>& sources)>;

// Those of one program that stand out. `stub`: what every student was given; a source that adds next to nothing to it is not compared, and
// for `compare` its lines are left out of the sources. Empty `compare`: only sources that are the same are found.
// Sources that are the same are reported when few share them: two, or a tenth of the class; what more share is how one writes it, and so is
// what is similar to that. Two others are similar when their percentage lies above the third quartile of all pairs by more than three times
// the distance of the quartiles.
std::vector<Alike> alike(const std::vector<Source>& sources, const std::string& stub, const Compare& compare);

// What sim_c++ -p writes (Debian's similarity-tester; man sim): "3 consists for 85 % of 7 material", where the files are called by their
// numbers. A line that says nothing of that kind is passed over.
void read_similarity(const std::string& line, Similarities& all);

// Copies the sources of the programs from what was handed in to UNIT/sources/LAB/PROGRAM.cpp, for this. `programs`: by lab.
void keep_sources(const std::filesystem::path& handed_in, const std::map<std::string, std::vector<std::string>>& programs,
                  const std::filesystem::path& unit);

inline constexpr const char* kSourcesFolder = "sources";

}  // namespace lab::classes
