// Injects the probe into a suspended process by making it the first import in the image's import table.
#pragma once

#include <windows.h>

namespace lab::probe {

// `process` must have been created suspended and not have run yet; `dll` is the probe's full path in ASCII. The loader then maps the probe
// before the program's first instruction and before its TLS callbacks; if the DLL is missing, the program does not start (0xC0000135).
// Needs PROCESS_VM_OPERATION, _VM_READ, _VM_WRITE and _QUERY_INFORMATION. Returns 0 or the Win32 error of the step that failed;
// ERROR_BAD_EXE_FORMAT if the image is not 64-bit. Does not throw, and uses no C runtime state. For the layout, see
// https://learn.microsoft.com/windows/win32/debug/pe-format
DWORD add_import(HANDLE process, const char* dll);

}  // namespace lab::probe
