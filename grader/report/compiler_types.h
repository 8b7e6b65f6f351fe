// The types that a compiler's message names, as far as a beginner's mistakes tell them apart.
#pragma once

#include <optional>

#include "report/compiler_message.h"

namespace lab::report {

enum class TypeKind { kNarrowText, kWideText, kCharacter, kHandle, kPointer, kValue };

TypeKind kind_of(const Quoted& type);

struct Conversion {
  Quoted from, to;
};

// What a message about a type that does not fit names: "cannot convert 'A' to 'B'", C2664, C2440. Nothing for other messages.
std::optional<Conversion> conversion_in(const CompilerMessage& message);

}  // namespace lab::report
