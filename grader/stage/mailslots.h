// The system's own mailslots: whether they behave correctly enough for a run, and those that underlie the stage's mailslots.
#pragma once

#include <cstdint>
#include <string>

#include "win32/handle.h"

namespace lab::stage {

// Creates a mailslot and checks the results that the labs teach but that Wine 8 gets wrong (grader/probe/ANSWERS.md). If all are as
// documented, messages travel through the system's mailslots and nothing is corrected.
bool mailslots_answer_as_documented();

// Creates the system's mailslot that underlies one of the stage's own slots or, with kLanSlot, the LAN. Throws win32::Error.
win32::FileHandle make_system_slot(const std::wstring& key, std::int32_t slot);

}  // namespace lab::stage
