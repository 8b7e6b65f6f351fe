// Whether the system's own mailslots can be trusted with a run.
#pragma once

namespace lab::stage {

// Tries, on a mailslot of its own, the answers that the labs teach and Wine 8 gives differently (grader/probe/ANSWERS.md). When all are as
// documented, messages travel through the system's mailslots and nothing is corrected.
bool mailslots_answer_as_documented();

}  // namespace lab::stage
