// Lines of CSV files that spreadsheets open.
//
//     csv_line({"Hong, Gildong", "18", "=1+1"})  // "Hong, Gildong",18,'=1+1
#pragma once

#include <string>
#include <vector>

namespace lab::classes {

// The byte-order mark of UTF-8. Excel needs it at the beginning of the file to read Korean names.
inline constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

// A line of CSV (RFC 4180) with its line break. A cell that a spreadsheet would treat as a formula gets an apostrophe in front
// (https://owasp.org/www-community/attacks/CSV_Injection).
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace lab::classes
