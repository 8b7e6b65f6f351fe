// The keys of `lab watch`.
#pragma once

#include <string>
#include <string_view>

namespace lab::loop {

// The keys in a chunk of terminal input, as lower-case Latin letters: 'Q' becomes 'q', and so does the character of that key on a Korean
// keyboard. Omits arrows and other keys that send several characters. Ctrl-C is '\x03'.
std::string keys_in(std::string_view typed);

}  // namespace lab::loop
