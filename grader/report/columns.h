// Text in columns of a terminal, where a Hangul syllable is two wide.
#pragma once

#include <string>
#include <string_view>

namespace lab::report {

// How many columns UTF-8 text takes.
int columns(std::string_view text);

// `text` with blanks behind it up to `width` columns; cut with "..." when it is longer.
std::string fitted(std::string_view text, int width);

// At most `width` columns of it, "..." included when something was cut off.
std::string clipped(std::string_view text, int width);

// Words of `text` in lines of at most `width` columns, each line behind `indent` blanks and ended by a newline; newlines in the text stay.
std::string wrapped(std::string_view text, int indent, int width);

// Any string of a run on one line: control characters escaped, newlines too, at most `width` columns.
std::string one_line(std::string_view text, int width);

// UTF-8 text with its control characters in sight: \r, \n, \t, \0, \x1b. Text that travels between programs is looked at so: the reports'
// other ways to show a string guess at its encoding and drop carriage returns.
std::string visible(std::string_view text);

}  // namespace lab::report
