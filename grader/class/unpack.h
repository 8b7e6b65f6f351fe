// A hand-in as a plain folder, ready to be built.
#pragma once

#include <filesystem>
#include <vector>

#include "class/archive.h"
#include "class/hand_in.h"

namespace lab::classes {

// Copies and unpacks what `hand_in` consists of into the folder `into`, which must be empty or not there. Links are not followed; names of
// files lose what the platform put around them ("lee_1003_2005_AdderManager-1.cpp" becomes "AdderManager.cpp"). Returns what was left out
// or renamed. Never throws for what a student handed in; throws std::filesystem::filesystem_error when `into` cannot be made.
std::vector<Finding> unpack(const HandIn& hand_in, const std::filesystem::path& into, const Limits& limits = {});

}  // namespace lab::classes
