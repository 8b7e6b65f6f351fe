// Korean particles whose form depends on the last sound of the preceding word.
#pragma once

#include <string>
#include <string_view>

namespace lab::text {

// The last sound of a word when it is read aloud in Korean.
enum class LastSound { kVowel, kRieul, kConsonant };

// Decides by the final consonant for Hangul, and by rules of thumb for digits and Latin words. Ignores quotes, and a remark in parentheses
// at the end. A word with nothing readable counts as ending in a vowel.
LastSound last_sound(std::string_view word);

// If `rest` begins with a pair of particles ("을/를", "으로/로", ...), appends the correct one to `text` and returns the length of the
// pair; otherwise, returns 0.
std::size_t settle_particle(std::string& text, std::string_view rest);

}  // namespace lab::text
