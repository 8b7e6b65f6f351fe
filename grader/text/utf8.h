// Reads and writes UTF-8, one character at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lab::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Character {
  char32_t value = 0;
  std::size_t bytes = 0;  // its length, at least 1; 0 at the end of the text
  bool valid = false;     // if false, value is kReplacement and bytes is 1
};

// The character at text[at]. Overlong forms, surrogates and values above U+10FFFF are not valid.
Character character_at(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t character);

bool is_utf8(std::string_view text);

// Converts A to Z to lower case; leaves all other characters unchanged.
std::string lower(std::string text);

}  // namespace lab::text
