// A compiler's messages, fitted into the columns of a console: the first error complete, and the quoted source with visible marks.
#pragma once

#include <cstddef>
#include <string>

namespace lab::report {

// If a log contains an error, removes the messages about files that are not the student's: Windows, compiler and kit headers, which the log
// names by full path. The first error stays, whatever its file. A log without an error is not changed.
std::string students_messages(const std::string& log);

struct CompilerLog {
  std::string text;          // lines indented by `indent` blanks, each ending with a newline
  std::size_t left_out = 0;  // the number of lines of the student's messages that are not shown
};

// At most `most_lines` lines of `log`, starting at its first error (at its beginning if it has none). The error itself is wrapped instead
// of cut, and so is quoted source; other lines are cut at `width` columns.
CompilerLog compiler_log(const std::string& log, int indent, int width, std::size_t most_lines);

}  // namespace lab::report
