// Corrects exceptions that Wine reports under a different code than Windows.
#pragma once

namespace lab::probe {

// Call this once, when the probe attaches to the program.
void correct_faults();

}  // namespace lab::probe
