// Passes what the program prints to the pipe that the stage reads. A program that prints character by character would need one write per
// character, so the characters are first buffered in the run's record. If the program ends before they have been written, the stage finds
// them there.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

// The stream that the handle belongs to: standard output, standard error, or neither.
// https://learn.microsoft.com/windows/console/getstdhandle
wire::Stream stream_of(HANDLE file);

// Replaces WriteFile for these two handles. Returns before the characters are in the pipe.
BOOL print(HANDLE file, wire::Stream stream, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped);

// Writes the buffered characters. Called before anything else is recorded, before a thread blocks, and when the program ends.
void flush_output();
// The same, but does nothing if another thread, which may no longer exist, holds the lock.
void flush_output_at_end();
// Call this before the handle is closed.
void flush_output_to(HANDLE file);

}  // namespace lab::probe
