// The table of compiler messages: how each is recognized, and what to say about it.
#pragma once

#include <span>
#include <string_view>

#include "report/compiler_message.h"
#include "report/compiler_words.h"
#include "trace/reason.h"

namespace lab::report {

// Placeholders in the sentences: {open}, an opening brace; {line}; {name} and {last}, the first and the last name that the message quotes;
// {from} and {to} of a conversion (compiler_types.h); {from_variable} and {to_variable}, the types that these point to; {a_from} and so on,
// with an article; {header}, which declares {name}.
struct CompilerRow {
  std::string_view id;
  std::string_view gcc[4] = {};                            // substrings of GCC's messages, any of which matches; also of GNU's linker
  std::string_view cl[5] = {};                             // codes of Visual Studio's messages
  bool (*fits)(const CompilerMessage& message) = nullptr;  // an additional condition
  trace::Words says, hint;
  Seen only_after = Seen::kNothing;  // a warning that points to a mistake only if a run has shown that there is one
};

// The first row that matches a message is used.
std::span<const CompilerRow> error_rows();
std::span<const CompilerRow> warning_rows();

// The header of Windows or of the C runtime that declares a name used in the labs; "" for any other name.
std::string_view header_of(std::string_view name);

}  // namespace lab::report
