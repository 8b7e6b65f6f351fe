// What Wine calls another exception than Windows does.
#pragma once

namespace lab::probe {

// Once, when the program is joined.
void correct_faults();

}  // namespace lab::probe
