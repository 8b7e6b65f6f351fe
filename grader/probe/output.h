// What the program prints, on its way into the pipe that the stage reads. A program that prints character by character would need a write
// for each. The characters are gathered in the run's record instead, where the stage finds them if the program ends in any way before they
// have been written.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// Which of the program's two outputs the handle is, if any. https://learn.microsoft.com/windows/console/getstdhandle
wire::Stream stream_of(HANDLE file);

// WriteFile to one of them, which returns before the characters are in the pipe.
BOOL print(HANDLE file, wire::Stream stream, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped);

// Writes what has been gathered. Before anything else that is recorded, before a thread blocks, and at the end.
void flush_output();
// The same, but does nothing where another thread, which may be gone, was about to.
void flush_output_at_end();
// The handle is about to be closed, or to become another one.
void flush_output_to(HANDLE file);

}  // namespace lab::probe
