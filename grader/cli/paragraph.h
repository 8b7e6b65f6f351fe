// Prints the sentences of commands: wrapped to the terminal's width, or unwrapped if a program reads them.
#pragma once

#include <string>
#include <vector>

namespace lab::cli {

// Prints a paragraph to stdout.
void print_paragraph(const std::string& text);

// Prints an error to stderr: "lab: TEXT".
void print_problem(const std::string& text);

// The names as a list in a sentence; those after the first `most` are omitted.
std::string first_of(const std::vector<std::string>& names, std::size_t most = 10);

// CLI11's help text, narrowed to `width`: descriptions are wrapped and indented to their column, on terminals and in pipes.
std::string narrowed_help(const std::string& help, int width);

}  // namespace lab::cli
