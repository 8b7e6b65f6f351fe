// The types in a compiler's message, distinguished only as far as beginners' mistakes require.
#pragma once

#include <optional>
#include <string>

#include "report/compiler_message.h"

namespace lab::report {

enum class TypeKind { kNarrowText, kWideText, kCharacter, kHandle, kPointer, kValue };

TypeKind kind_of(const Quoted& type);

struct Conversion {
  Quoted from, to;
};

// The types in a message about an invalid conversion: "cannot convert 'A' to 'B'", C2664, C2440. Empty for other messages.
std::optional<Conversion> conversion_in(const CompilerMessage& message);

// The type of the variable that such a pointer points to: "int" for "int*", "DWORD" for "LPDWORD". "" if the log does not show that the
// type is a pointer.
std::string pointed_to(const Quoted& type);

// "an int*", "an LPDWORD", "a HANDLE".
std::string with_article(const std::string& type);

}  // namespace lab::report
