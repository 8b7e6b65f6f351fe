// Which line of a student's source a place in his program was made from.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compile/programs.h"

namespace lab::compile {

inline constexpr std::uint64_t kImageBase = 0x140000000;  // where linkers want programs for x64 to be loaded

struct Place {
  std::string file;  // relative to the folder of the program's source
  int line = 0;
};

// The files whose lines are wanted: their names without folders -> as in Place.
using OwnFiles = std::map<std::string, std::string>;

// The table of a program, in the form that is kept beside it: of what objdump --dwarf=decodedline prints, the lines of its own files.
std::string line_table(std::string_view decoded, const OwnFiles& own);

class Lines {
 public:
  explicit Lines(std::string_view table);

  // The place of the call that returns to this address, relative to where the program is loaded. None where the source is not the
  // student's.
  std::optional<Place> of_call(std::uint32_t return_address) const;

 private:
  std::map<std::uint32_t, Place> places_;  // by the first address of each
};

// Of a program that was built from its source; of any other it knows no line.
Lines lines_of(const Built& built);

}  // namespace lab::compile
