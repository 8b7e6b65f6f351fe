// Sees a program that goes around the probe, or for the grader.
#pragma once

#include <windows.h>

#include <cstdint>

#include "probe/imports.h"
#include "probe/wire.h"

namespace lab::probe {

// Tells the stage, and waits until it has taken note: afterwards the program may do to the record whatever it likes. Only the first counts.
void report_trespass(wire::Trespass kind, std::uint32_t detail);

// The same where a thread cannot wait, while the program is being loaded or ends.
void note_trespass(wire::Trespass kind, std::uint32_t detail);

// Hooks of functions that open kernel objects by name.
Hooks object_hooks();

// Remembers the instructions of the probe and of the functions that it calls, as they are now.
void guard_code();

// Whether imports lead to the probe and, in the second, instructions are as they were too, which takes a tenth of a millisecond or two.
void check_imports();
void check_all();
void check_at_end();  // in the thread in which the process detaches

// Whether the program imports one of wire::kBelow itself.
void check_own_imports();

// For GetProcAddress: a program asks for that function of ntdll.
void on_lookup(const char* name);

}  // namespace lab::probe
