// Cells and lines of a table that spreadsheets read.
#pragma once

#include <string>
#include <vector>

namespace lab::classes {

// UTF-8's byte-order mark, which Excel needs for Korean names.
inline constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

// A line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe
// (https://owasp.org/www-community/attacks/CSV_Injection).
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace lab::classes
