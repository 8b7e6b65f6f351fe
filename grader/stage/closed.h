// Keeps the programs that the stage plays from the stage itself.
#pragma once

namespace lab::stage {

// From now on no process may open this one, nor its calling thread, whoever it belongs to: not to read or write its memory, to take its
// handles, to end or to stop it. Handles that are open stay so. On Windows the owner may still ask for the right to change that.
void close_process();
void close_thread();

}  // namespace lab::stage
