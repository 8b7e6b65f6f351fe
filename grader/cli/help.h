// --help in the reader's language.
#pragma once

#include <CLI/App.hpp>

#include "text/text.h"

namespace lab::cli {

// The language that the command line asks for, before anything else of it is understood; else the system's.
text::Language language_of(int argc, char** argv);

// Says the descriptions of all commands and options in `language`; they are defined in English, which is what the catalogue knows them by.
void describe_in(text::Language language, CLI::App& app);

}  // namespace lab::cli
