// The operators of the mutation tester: which edits there are.
#pragma once

#include <string_view>
#include <vector>

#include "mutate/mutants.h"
#include "mutate/tokens.h"

namespace lab::mutate {

// Every edit of every operator, wherever in the source; several may give the same program.
std::vector<Mutant> edits_of(std::string_view source, const std::vector<Token>& tokens);

}  // namespace lab::mutate
