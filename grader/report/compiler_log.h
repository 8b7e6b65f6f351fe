// A compiler's messages in the columns of a console: the first error whole, and the source that it quotes with its marks in sight.
#pragma once

#include <cstddef>
#include <string>

namespace lab::report {

// Of a log with an error, without the messages that lie in other files than the student's: the headers of Windows, of the compiler and of
// the kit, which the log names by full paths. The first error stays, wherever it lies. A log without an error is left as it is.
std::string students_messages(const std::string& log);

struct CompilerLog {
  std::string text;          // lines behind `indent` blanks, each ended by a newline
  std::size_t left_out = 0;  // of the student's messages, lines that are not shown
};

// At most `most_lines` lines of `log`, from its first error on (from its start when it has none). The error itself is wrapped and not cut;
// quoted source is wrapped, too; other lines are cut at `width` columns.
CompilerLog compiler_log(const std::string& log, int indent, int width, std::size_t most_lines);

}  // namespace lab::report
