// The lines of a step, as a handout shows them: from a solution with its stub markers (cut/cut.h), or from a part of another program.
#pragma once

#include <string>
#include <string_view>

namespace lab::handout {

// What the stub says and does at TODO `number`, moved to the left margin. Each line ends with a newline.
// Throws text::Problem when the solution has no such TODO; `file` is what errors call it.
std::string todo_in_stub(std::string_view solution, const std::string& file, int number);

// The same text with `translation` below its TODO, as a comment of its own: "// 할 일 4: ..." below "// TODO 4: ...".
std::string with_translation(const std::string& todo, int number, const std::string& translation);

// What the solution does there, without the markers.
std::string step_in_solution(std::string_view solution, const std::string& file, int number);

// The lines of a program between "//[part NAME]" and "//[end]", moved to the left margin. Throws text::Problem when the program has no such
// part, or when it does not end.
std::string part_of_program(std::string_view program, const std::string& file, const std::string& name);

// The number of the last TODO of the solution; 0 for none.
int last_todo(std::string_view solution);

}  // namespace lab::handout
