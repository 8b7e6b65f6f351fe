// Hangul in the two forms that Unicode has for it. macOS gives names of files in the decomposed one (NFD).
#pragma once

#include <string>
#include <string_view>

namespace lab::text {

// UTF-8 text with its conjoining letters put together to syllables, as NFC has them; everything else stays, bytes that are no UTF-8 too.
std::string compose_hangul(std::string_view text);

}  // namespace lab::text
