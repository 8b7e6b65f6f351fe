// Converts terminal input to letters.
#include "loop/keys.h"

#include "text/utf8.h"

namespace lab::loop {
namespace {

struct Pair {
  char32_t korean;
  char latin;
};
// The keys of `lab watch` on a standard Korean keyboard (2-set layout).
constexpr Pair kKorean[] = {{U'ㅁ', 'a'}, {U'ㅗ', 'h'}, {U'ㅣ', 'l'}, {U'ㅜ', 'n'}, {U'ㅂ', 'q'}, {U'ㅃ', 'q'}};

}  // namespace

std::string keys_in(std::string_view typed) {
  std::string keys;
  for (std::size_t at = 0; at < typed.size();) {
    const text::Character character = text::character_at(typed, at);
    if (character.value == 0x1B) break;  // an escape sequence, which is as long as the rest of the chunk
    at += character.bytes;
    if (character.value == 3 || (character.value >= 'a' && character.value <= 'z')) keys += static_cast<char>(character.value);
    if (character.value >= 'A' && character.value <= 'Z') keys += static_cast<char>(character.value - 'A' + 'a');
    for (const Pair& pair : kKorean)
      if (character.value == pair.korean) keys += pair.latin;
  }
  return keys;
}

}  // namespace lab::loop
