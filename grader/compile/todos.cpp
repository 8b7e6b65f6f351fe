// Examines the beginning of each comment.
#include "compile/todos.h"

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

}  // namespace lab::compile
