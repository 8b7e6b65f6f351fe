// How a message of a compiler is recognized, and what is said of it.
#pragma once

#include <span>
#include <string_view>

#include "report/compiler_message.h"
#include "report/compiler_words.h"
#include "trace/reason.h"

namespace lab::report {

// Placeholders of the sentences: {open}, an opening brace; {line}; {name}, the first name that the message quotes; {last}, the last one;
// {from} and {to} of a conversion (compiler_types.h), {from_variable} and {to_variable}, to which they point, and {a_from} and so on, with
// an article; {header}, which declares {name}.
struct CompilerRow {
  std::string_view id;
  std::string_view gcc[4] = {};                            // words of GCC's messages, any of them; GNU's linker, too
  std::string_view cl[5] = {};                             // numbers of Visual Studio's
  bool (*fits)(const CompilerMessage& message) = nullptr;  // what else must hold
  trace::Words says, hint;
  Seen only_after = Seen::kNothing;  // a warning that names a mistake only where a run has shown that there is one
};

// The first row that fits a message counts.
std::span<const CompilerRow> error_rows();
std::span<const CompilerRow> warning_rows();

// The header of Windows or of the C runtime that declares a name which the labs use; "" for others.
std::string_view header_of(std::string_view name);

}  // namespace lab::report
