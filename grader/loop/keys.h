// The keys of `lab watch`.
#pragma once

#include <string>
#include <string_view>

namespace lab::loop {

// The keys in what a terminal sent at once, as small Latin letters: 'Q' is 'q', and so is what the key gives on a Korean keyboard.
// Arrows and other keys that come as several characters are no letters and are left out. Ctrl-C is '\x03'.
std::string keys_in(std::string_view typed);

}  // namespace lab::loop
