// The messages of a compiler's log as data: GCC's, and those of Visual Studio's cl, whose numbers and quoted names are the same in every
// language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab::report {

// A name that a message quotes: 'DWORD' {aka 'long unsigned int'}.
struct Quoted {
  std::string name;
  std::string aka;  // what GCC says that it stands for; "" where it says nothing
};

struct CompilerMessage {
  bool is_error = false;  // else a warning
  std::string file;       // "" where the linker speaks
  int line = 0;           // 0 where the linker speaks
  std::string code;       // cl's, "C2065"; "" for GCC
  std::string text;       // what stands behind that
  std::vector<Quoted> quoted;
  std::string source;  // the line that GCC shows below the message; "" where there is none
};

// In the order of the log. Notes and quoted source are no messages.
std::vector<CompilerMessage> messages_in(const std::string& log);

// The file that a line of the log speaks of, as it names it: "A.cpp" of "A.cpp:33:17: error: ..." or "A.cpp(33): note: ...". "" where the
// line begins no message and no note.
std::string file_in(std::string_view line);

}  // namespace lab::report
