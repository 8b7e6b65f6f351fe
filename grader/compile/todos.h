// The TODO comments that a student's source still has.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace lab::compile {

// TODO_NUMBER -> the line, from 1, with the comment that begins with it: "// TODO 4: ...", "/* todo 4 */", whatever follows. A number that
// begins two comments is left out: nothing says which of them is meant.
std::map<int, int> todo_lines(const std::vector<std::string>& source);

// Whether the source has other code below the comment TODO_NUMBER than its stub has: the student has done something there. Both as lines
// without the blanks around them. False where either lacks the comment.
bool is_done(int number, const std::vector<std::string>& source, const std::vector<std::string>& stub);

}  // namespace lab::compile
