// The TODO comments that are still in a student's source.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace lab::compile {

// For each TODO number: the line, from 1, of the comment that begins with it: "// TODO 4: ...", "/* todo 4 */", with any text after it.
// Omits a number with which two comments begin, because it is unclear which one is meant.
std::map<int, int> todo_lines(const std::vector<std::string>& source);

// Whether the code below the comment TODO_NUMBER differs from the stub's, which means that the student has done something there: changed
// it, or added to it. Compares lines without the blanks around them. False if either lacks the comment.
bool is_done(int number, const std::vector<std::string>& source, const std::vector<std::string>& stub);

}  // namespace lab::compile
