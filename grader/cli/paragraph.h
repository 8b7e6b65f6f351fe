// Sentences of commands: as wide as a terminal shows them, and in one piece where a program reads them.
#pragma once

#include <string>

namespace lab::cli {

// A paragraph on stdout.
void print_paragraph(const std::string& text);

// What went wrong, on stderr: "lab: TEXT".
void print_problem(const std::string& text);

// Help as CLI11 lays it out, with descriptions that go on below where they begin, on terminals and in pipes.
std::string narrowed_help(const std::string& help, int width);

}  // namespace lab::cli
