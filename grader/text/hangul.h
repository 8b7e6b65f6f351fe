// Hangul in its two Unicode forms. macOS uses the decomposed form (NFD) for file names.
#pragma once

#include <string>
#include <string_view>

namespace lab::text {

// Composes conjoining Hangul letters in UTF-8 text into syllables, as in NFC. Leaves everything else unchanged, including invalid UTF-8.
std::string compose_hangul(std::string_view text);

}  // namespace lab::text
