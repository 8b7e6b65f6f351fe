// Maps addresses in a student's program to lines of its source.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compile/programs.h"

namespace lab::compile {

inline constexpr std::uint64_t kImageBase = 0x140000000;  // the default load address that linkers use for x64 programs

struct Place {
  std::string file;  // relative to the folder of the program's source
  int line = 0;
};

// The files whose lines are needed: file names without folders, mapped to the names used in Place.
using OwnFiles = std::map<std::string, std::string>;

// The line table of a program, in the format of the file that is stored next to the program: the lines of its own files, from the output of
// objdump
// --dwarf=decodedline.
std::string line_table(std::string_view decoded, const OwnFiles& own);

class Lines {
 public:
  explicit Lines(std::string_view table);

  // The place of the call that returns to this address, relative to the program's load address. None if the source is not the student's.
  std::optional<Place> of_call(std::uint32_t return_address) const;

 private:
  std::map<std::uint32_t, Place> places_;  // by the first address of each place
};

// Reads the lines of a program that was built from source; for any other program there are none.
Lines lines_of(const Built& built);

}  // namespace lab::compile
