// Korean particles whose form depends on the last sound of the word before them.
#pragma once

#include <string>
#include <string_view>

namespace lab::text {

// How a word ends when it is read aloud in Korean.
enum class LastSound { kVowel, kRieul, kConsonant };

// Hangul by its final consonant; digits and Latin words by a rule of thumb. Quotes and a remark in parentheses at the
// end are passed over. A word of nothing readable counts as ending in a vowel.
LastSound last_sound(std::string_view word);

// When `rest` begins with a pair of particles ("을/를", "으로/로", ...): appends the one that fits `text` to it and gives the pair's
// length, else 0.
std::size_t settle_particle(std::string& text, std::string_view rest);

}  // namespace lab::text
