// The lines of a step for a handout: from a solution with its stub markers (cut/cut.h), or from a part of another program.
#pragma once

#include <string>
#include <string_view>

namespace lab::handout {

// The comment and code of the stub at TODO `number`, moved to the left margin. Each line ends with a newline. Throws text::Problem if the
// solution has no such TODO; `file` is the name for error messages.
std::string todo_in_stub(std::string_view solution, const std::string& file, int number);

// The same text with `translation` below its TODO, as a separate comment: "// 할 일 4: ..." below "// TODO 4: ...".
std::string with_translation(const std::string& todo, int number, const std::string& translation);

// The solution's code at that TODO, without the markers.
std::string step_in_solution(std::string_view solution, const std::string& file, int number);

// The lines of a program between "//[part NAME]" and "//[end]", moved to the left margin. Throws text::Problem if the program has no such
// part, or if the part does not end.
std::string part_of_program(std::string_view program, const std::string& file, const std::string& name);

// The number of the last TODO in the solution; 0 if it has none.
int last_todo(std::string_view solution);

}  // namespace lab::handout
