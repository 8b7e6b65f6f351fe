// Composes Hangul syllables with the arithmetic in the Unicode Standard, section 3.12.
#include "text/hangul.h"

#include "text/utf8.h"

namespace lab::text {
namespace {

constexpr char32_t kSyllables = 0xAC00, kFirstLead = 0x1100, kFirstVowel = 0x1161, kBeforeTails = 0x11A7;
constexpr char32_t kLeads = 19, kVowels = 21, kTails = 28;  // "no tail" counts as one of the tails

bool is_lead(char32_t c) { return c >= kFirstLead && c < kFirstLead + kLeads; }
bool is_vowel(char32_t c) { return c >= kFirstVowel && c < kFirstVowel + kVowels; }
bool is_tail(char32_t c) { return c > kBeforeTails && c < kBeforeTails + kTails; }
bool has_no_tail(char32_t c) { return c >= kSyllables && c < kSyllables + kLeads * kVowels * kTails && (c - kSyllables) % kTails == 0; }

}  // namespace

std::string compose_hangul(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    Character character = character_at(text, at);
    if (!character.valid) {
      result += text[at++];
      continue;
    }
    at += character.bytes;
    if (const Character vowel = character_at(text, at); is_lead(character.value) && is_vowel(vowel.value)) {
      character.value = kSyllables + ((character.value - kFirstLead) * kVowels + (vowel.value - kFirstVowel)) * kTails;
      at += vowel.bytes;
    }
    if (const Character tail = character_at(text, at); has_no_tail(character.value) && is_tail(tail.value)) {
      character.value += tail.value - kBeforeTails;
      at += tail.bytes;
    }
    append_utf8(result, character.value);
  }
  return result;
}

}  // namespace lab::text
