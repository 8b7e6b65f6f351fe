// Quotes cells that need it.
#include "class/csv.h"

#include <string_view>

namespace lab::classes {
namespace {

std::string cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& text : cells) line += (&text == &cells.front() ? "" : ",") + cell(text);
  return line + "\r\n";
}

}  // namespace lab::classes
