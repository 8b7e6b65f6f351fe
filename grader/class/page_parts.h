// What the pages of a class have in common.
#pragma once

#include <map>
#include <string>

#include "class/hand_in.h"
#include "text/text.h"

namespace lab::classes {

// The values of the frame's placeholders: head and script. `title` and `skip`, the link behind the header, are ids of sentences.
std::map<std::string, std::string> frame_slots(text::Language opens_in, const char* title, const char* skip);

// The student's name as HTML, linked to the page in units/.
std::string link_to(const HandIn& hand_in);

}  // namespace lab::classes
