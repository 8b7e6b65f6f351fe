// Turns a hand-in into an ordinary folder that can be compiled.
#pragma once

#include <filesystem>
#include <vector>

#include "class/archive.h"
#include "class/hand_in.h"

namespace lab::classes {

// Copies and unpacks the files of `hand_in` into the folder `into`, which must be empty or missing. Does not follow links; removes what the
// platform added to file names ("lee_1003_2005_AdderManager-1.cpp" becomes "AdderManager.cpp"). Returns what was omitted or renamed. Never
// throws for anything that a student handed in; throws std::filesystem::filesystem_error if `into` cannot be created.
std::vector<Finding> unpack(const HandIn& hand_in, const std::filesystem::path& into, const Limits& limits = {});

}  // namespace lab::classes
