// What the pages of a class have in common.
#pragma once

#include <map>
#include <string>

#include "class/hand_in.h"
#include "text/text.h"

namespace lab::classes {

// The values of the frame's placeholders: language, titles, styles and script.
std::map<std::string, std::string> frame_slots(text::Language opens_in, const char* title);

// The student's name as HTML, linked to the page in units/.
std::string link_to(const HandIn& hand_in);

}  // namespace lab::classes
