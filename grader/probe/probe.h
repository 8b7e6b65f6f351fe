// The probe itself: a DLL that runs inside the program under test.
#pragma once

namespace lab::probe {

// The probe's full path, in the system's code page; used to inject it into the program's child processes.
const char* probe_path();

// Makes stdout and stderr of the C runtime `dll` unbuffered, as they are for a console, if that DLL is loaded. The runtime must already be
// initialized.
void unbuffer_output(const wchar_t* dll);

}  // namespace lab::probe
