// Text in terminal columns; a Hangul syllable is two columns wide.
#pragma once

#include <string>
#include <string_view>

namespace lab::report {

// The number of columns that UTF-8 text takes up.
int columns(std::string_view text);

// `text` padded with blanks to `width` columns, or cut with "..." if it is longer.
std::string fitted(std::string_view text, int width);

// At most `width` columns of the text, including "..." if something was cut off.
std::string clipped(std::string_view text, int width);

// Wraps `text` at blanks into lines of at most `width` columns. Each line is indented by `indent` blanks and ends with a newline; newlines
// in the text stay.
std::string wrapped(std::string_view text, int indent, int width);

// Any string from a run on one line of at most `width` columns: control characters are escaped, including newlines.
std::string one_line(std::string_view text, int width);

// UTF-8 text with visible control characters: \r, \n, \t, \0, \x1b. Used for text that travels between programs: the reports' other ways to
// show a string guess at its encoding and drop carriage returns.
std::string visible(std::string_view text);

}  // namespace lab::report
