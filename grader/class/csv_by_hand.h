// Reads a table back for tests: RFC 4180, without the byte-order mark.
#pragma once

#include <string>
#include <vector>

namespace lab::classes {

inline std::vector<std::vector<std::string>> rows_of(const std::string& table) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = table.starts_with("\xEF\xBB\xBF") ? 3 : 0; i < table.size(); ++i) {
    const char c = table[i];
    if (quoted && c == '"' && i + 1 < table.size() && table[i + 1] == '"') {
      row.back() += table[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      row.emplace_back();
    } else if (!quoted && c == '\n') {
      rows.push_back(std::move(row));
      row.assign(1, "");
    } else if (quoted || c != '\r') {
      row.back() += c;
    }
  }
  return rows;
}

}  // namespace lab::classes
