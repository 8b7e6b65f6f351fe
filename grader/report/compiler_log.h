// A compiler's messages in the columns of a console: the first error whole, and of the source that it quotes the piece with the mark.
#pragma once

#include <cstddef>
#include <string>

namespace lab::report {

struct CompilerLog {
  std::string text;          // lines behind `indent` blanks, each ended by a newline
  std::size_t left_out = 0;  // lines of the log that are not shown
};

// At most `most_lines` lines of `log`, from its first error on (from its start when it has none). The error itself is wrapped and not cut;
// other lines are cut at `width` columns.
CompilerLog compiler_log(const std::string& log, int indent, int width, std::size_t most_lines);

}  // namespace lab::report
