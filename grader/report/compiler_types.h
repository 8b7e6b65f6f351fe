// The types that a compiler's message names, as far as a beginner's mistakes tell them apart.
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

// What a message about a type that does not fit names: "cannot convert 'A' to 'B'", C2664, C2440. Nothing for other messages.
std::optional<Conversion> conversion_in(const CompilerMessage& message);

// The type of the variable that a pointer to it needs: "int" for "int*", "DWORD" for "LPDWORD". "" where the log does not show that it is a
// pointer.
std::string pointed_to(const Quoted& type);

// "an int*", "an LPDWORD", "a HANDLE".
std::string with_article(const std::string& type);

}  // namespace lab::report
