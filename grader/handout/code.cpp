// Finds the lines between a TODO's first marker and its end.
#include "handout/code.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "cut/cut.h"
#include "text/problem.h"

namespace lab::handout {
namespace {

constexpr std::string_view kTodo = "//[todo ";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

std::string_view without_indent(std::string_view line) { return line.substr(std::min(line.find_first_not_of(" \t"), line.size())); }

// The number of the TODO that begins on the line; 0 if none does.
int todo_of(std::string_view line) {
  const std::string_view code = without_indent(line);
  int number = 0;
  if (code.starts_with(kTodo)) std::from_chars(code.data() + kTodo.size(), code.data() + code.size(), number);
  return number;
}

// The lines from the first marker of the TODO to its end, inclusive.
std::vector<std::string_view> region(std::string_view solution, const std::string& file, int number) {
  std::vector<std::string_view> found;
  for (const std::string_view line : lines_of(solution)) {
    if (found.empty() && (number == 0 || todo_of(line) != number)) continue;
    found.push_back(line);
    if (without_indent(line) == "//[end]") return found;
  }
  throw text::Problem("handout_no_todo", {{"file", file}, {"number", number}});
}

// Removes the indentation that all lines have in common, and empty lines at the end.
std::string at_the_margin(std::vector<std::string_view> lines) {
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  std::size_t indent = std::string_view::npos;
  for (const std::string_view line : lines)
    if (!line.empty()) indent = std::min(indent, line.size() - without_indent(line).size());
  std::string out;
  for (const std::string_view line : lines) out.append(line.substr(std::min(indent, line.size()))).append("\n");
  return out;
}

}  // namespace

std::string todo_in_stub(std::string_view solution, const std::string& file, int number) {
  std::string marked;
  for (const std::string_view line : region(solution, file, number)) marked.append(line).append("\n");
  const std::string stub = cut::stub_of(marked, file);
  return at_the_margin(lines_of(stub));
}

std::string with_translation(const std::string& todo, int number, const std::string& translation) {
  std::vector<std::string_view> lines = lines_of(todo);
  const std::string comment = fmt::format("// 할 일 {}: {}", number, translation);
  lines.insert(std::find_if(lines.begin(), lines.end(), [](std::string_view line) { return !line.starts_with("//"); }), comment);
  return at_the_margin(std::move(lines));
}

std::string part_of_program(std::string_view program, const std::string& file, const std::string& name) {
  const std::string start = fmt::format("//[part {}]", name);
  std::vector<std::string_view> lines;
  bool inside = false;
  for (const std::string_view line : lines_of(program)) {
    if (inside && without_indent(line) == "//[end]") return at_the_margin(std::move(lines));
    if (inside) lines.push_back(line);
    inside = inside || without_indent(line) == start;
  }
  throw text::Problem("handout_no_part", {{"file", file}, {"name", name}});
}

std::string step_in_solution(std::string_view solution, const std::string& file, int number) {
  std::vector<std::string_view> lines;
  for (const std::string_view line : region(solution, file, number))
    if (!without_indent(line).starts_with("//[")) lines.push_back(line);
  return at_the_margin(std::move(lines));
}

int last_todo(std::string_view solution) {
  int last = 0;
  for (const std::string_view line : lines_of(solution)) last = std::max(last, todo_of(line));
  return last;
}

}  // namespace lab::handout
