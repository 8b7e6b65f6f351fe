// The messages of a compiler's log as data, for GCC and for Visual Studio's cl, whose codes and quoted names are the same in every
// language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab::report {

// A name that a message quotes: 'DWORD' {aka 'long unsigned int'}.
struct Quoted {
  std::string name;
  std::string aka;  // what GCC says it stands for, or ""
};

struct CompilerMessage {
  bool is_error = false;  // otherwise a warning
  std::string file;       // "" for messages from the linker
  int line = 0;           // 0 for messages from the linker
  std::string code;       // cl's, "C2065"; "" for GCC
  std::string text;       // the message after its code
  std::vector<Quoted> quoted;
  std::string source;  // the line that GCC shows below the message; "" if there is none
};

// Returns the messages in the order of the log, without notes and quoted source.
std::vector<CompilerMessage> messages_in(const std::string& log);

// The file that a line of the log refers to, as named there: "A.cpp" for "A.cpp:33:17: error: ..." or "A.cpp(33): note: ...". "" if the
// line does not start a message or a note.
std::string file_in(std::string_view line);

}  // namespace lab::report
