// The system's own mailslots: whether they can be trusted with a run, and those that stand behind the stage's.
#pragma once

#include <cstdint>
#include <string>

#include "win32/handle.h"

namespace lab::stage {

// Tries, on a mailslot of its own, the answers that the labs teach and Wine 8 gives differently (grader/probe/ANSWERS.md). When all are as
// documented, messages travel through the system's mailslots and nothing is corrected.
bool mailslots_answer_as_documented();

// The system's mailslot that stands behind a slot of the stage's own (or behind the LAN). Throws win32::Error.
win32::FileHandle make_system_slot(const std::wstring& key, std::int32_t slot);

}  // namespace lab::stage
