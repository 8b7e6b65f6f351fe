// A C++ source as tokens: what an edit of one operator, name or statement needs to know of it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace lab::mutate {

struct Token {
  enum class Kind { kName, kNumber, kText, kPunctuation };
  Kind kind = Kind::kPunctuation;
  std::string_view text;
  std::size_t at = 0;    // where it begins, in bytes
  std::size_t line = 0;  // from 1
};

// The tokens of the source, without comments. A string or character is one token, with its quotes. They point into `source`.
std::vector<Token> tokens_of(std::string_view source);

// The index of the bracket that closes the one at `open`; tokens.size() when there is none.
std::size_t closing(const std::vector<Token>& tokens, std::size_t open);

}  // namespace lab::mutate
