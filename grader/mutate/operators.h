// The mutation operators, which produce the edits.
#pragma once

#include <string_view>
#include <vector>

#include "mutate/mutants.h"
#include "mutate/tokens.h"

namespace lab::mutate {

// Every edit by every operator, anywhere in the source; several may produce the same program.
std::vector<Mutant> edits_of(std::string_view source, const std::vector<Token>& tokens);

}  // namespace lab::mutate
