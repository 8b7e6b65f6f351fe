// Protects the stage's own process from the programs that it runs.
#pragma once

namespace lab::stage {

// From now on, no process of any user may open this process or its calling thread, whether to read or write memory, to duplicate handles,
// or to terminate or suspend it. Handles that are already open stay open. On Windows, the owner may still change these access rights.
void close_process();
void close_thread();

}  // namespace lab::stage
