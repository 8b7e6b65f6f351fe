// Prints the sentences of commands: wrapped to the terminal's width, or unwrapped if a program reads them.
#pragma once

#include <string>

namespace lab::cli {

// Prints a paragraph to stdout.
void print_paragraph(const std::string& text);

// Prints an error to stderr: "lab: TEXT".
void print_problem(const std::string& text);

// Wraps help text that CLI11 has laid out. A description continues below the column in which it begins, on terminals and in pipes.
std::string narrowed_help(const std::string& help, int width);

}  // namespace lab::cli
