// Splits C++ source into tokens, as needed to edit one operator, name or statement.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace lab::mutate {

struct Token {
  enum class Kind { kName, kNumber, kText, kPunctuation };
  Kind kind = Kind::kPunctuation;
  std::string_view text;
  std::size_t at = 0;    // the offset of its first byte
  std::size_t line = 0;  // starting at 1
};

// The tokens of the source, without comments. A string or character literal is one token, including its quotes. The tokens point into
// `source`.
std::vector<Token> tokens_of(std::string_view source);

// The index of the bracket that closes the one at `open`; tokens.size() if there is none.
std::size_t closing(const std::vector<Token>& tokens, std::size_t open);

}  // namespace lab::mutate
