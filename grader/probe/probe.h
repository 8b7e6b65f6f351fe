// The probe itself: a DLL inside the program under test.
#pragma once

namespace lab::probe {

// The probe's full path, in the system's code page: how it is put into the program's own children.
const char* probe_path();

// Makes stdout and stderr of the C runtime `dll` unbuffered, as a console's are, if that DLL is loaded. It must have been initialised.
void unbuffer_output(const wchar_t* dll);

}  // namespace lab::probe
