// Examines the beginning of each comment.
#include "compile/todos.h"

#include <algorithm>
#include <regex>
#include <set>

namespace lab::compile {

std::map<int, int> todo_lines(const std::vector<std::string>& source) {
  static const std::regex kTodo(R"(/[/*][/*!\s]*TODO\s*#?(\d{1,3})(?!\d))", std::regex::icase);
  std::map<int, int> lines;
  std::set<int> twice;
  for (std::size_t i = 0; i < source.size(); ++i)
    for (std::sregex_iterator found(source[i].begin(), source[i].end(), kTodo), end; found != end; ++found) {
      const int number = std::stoi((*found)[1]);
      if (!lines.emplace(number, static_cast<int>(i) + 1).second) twice.insert(number);
    }
  for (const int number : twice) lines.erase(number);
  return lines;
}

namespace {

using SourceLines = std::vector<std::string>;

// The text between the comment and the next blank line after code, or the next TODO, without comments and blank lines.
SourceLines code_below(int line, const SourceLines& source, const std::map<int, int>& todos, std::size_t most) {
  SourceLines code;
  const auto is_todo = [&](std::size_t index) {
    return std::any_of(todos.begin(), todos.end(), [&](const auto& todo) { return static_cast<std::size_t>(todo.second) == index + 1; });
  };
  for (auto i = static_cast<std::size_t>(line); i < source.size() && code.size() < most && !is_todo(i); ++i) {
    if (source[i].empty() && !code.empty()) break;
    if (!source[i].empty() && !source[i].starts_with("//")) code.push_back(source[i]);
  }
  return code;
}

// The first line of code after the first `count` ones below the comment; "" if there is none.
std::string code_after(int line, std::size_t count, const SourceLines& source) {
  for (auto i = static_cast<std::size_t>(line); i < source.size(); ++i) {
    if (source[i].empty() || source[i].starts_with("//")) continue;
    if (count-- == 0) return source[i];
  }
  return "";
}

}  // namespace

bool is_done(int number, const SourceLines& source, const SourceLines& stub) {
  const std::map<int, int> own = todo_lines(source), original = todo_lines(stub);
  const auto here = own.find(number), there = original.find(number);
  if (here == own.end() || there == original.end()) return false;
  const SourceLines expected = code_below(there->second, stub, original, stub.size());
  const SourceLines code = code_below(here->second, source, own, expected.size() + 1);
  if (!std::equal(expected.begin(), expected.end(), code.begin(), code.begin() + std::min(code.size(), expected.size()))) return true;
  // Where the student removed the blank line, the stub's next line follows.
  return code.size() > expected.size() && code.back() != code_after(there->second, expected.size(), stub);
}

}  // namespace lab::compile
