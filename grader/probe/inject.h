// Puts the probe into a suspended process by adding it to the image's import table, as the first of its imports.
#pragma once

#include <windows.h>

namespace lab::probe {

// `process` was created suspended and has not run yet; `dll` is the probe's full path, ASCII. The loader then maps the probe before the
// program's first instruction and before its TLS callbacks; a probe that is missing keeps the program from starting (0xC0000135).
// Needs PROCESS_VM_OPERATION, _VM_READ, _VM_WRITE and _QUERY_INFORMATION. Returns 0, or the Win32 error of the step that failed;
// ERROR_BAD_EXE_FORMAT for an image that is not 64-bit. Throws nothing and uses no C runtime state.
// The layout is that of the PE format, https://learn.microsoft.com/windows/win32/debug/pe-format
DWORD add_import(HANDLE process, const char* dll);

}  // namespace lab::probe
