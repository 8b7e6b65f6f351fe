// Detects a program that tries to bypass the probe or to manipulate the grader.
#pragma once

#include <windows.h>

#include <cstdint>

#include "probe/imports.h"
#include "probe/wire.h"

namespace lab::probe {

// Reports an attempt to the stage and waits until the stage has seen it; what the program does to the record after that no longer matters.
// Only the first attempt counts.
void report_trespass(wire::Trespass kind, std::uint32_t detail);

// The same without waiting, for a thread that cannot wait because the program is being loaded or is ending.
void note_trespass(wire::Trespass kind, std::uint32_t detail);

// Hooks for functions that open kernel objects by name.
Hooks object_hooks();

// Stores checksums over the current instructions of the probe and, on Wine, of the system DLLs that it calls.
void guard_code();

// check_imports() reports import table entries that no longer lead to the probe. check_all() also reports changed instructions, which takes
// 0.1 to 0.2 ms.
void check_imports();
void check_all();
void check_at_end();  // the same in the thread that detaches the process

// Reports a program that imports one of the functions in wire::kBelow.
void check_own_imports();

// Called by the hook for GetProcAddress when the program looks up a function in ntdll.
void on_lookup(const char* name);

}  // namespace lab::probe
