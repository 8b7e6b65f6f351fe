// Gathers and writes. One program prints to one place at a time, so there is one buffer: a change of place writes it.
#include "probe/output.h"

#include <cstring>

#include "probe/recorder.h"

namespace lab::probe {
namespace {

HANDLE place = nullptr;  // where the gathered characters are to go
SRWLOCK lock = SRWLOCK_INIT;

// With the lock held. The count goes last: what is still there when the program ends is the stage's to write.
void write_gathered(wire::Unwritten& gathered) {
  const DWORD bytes = gathered.bytes;
  if (bytes == 0 || bytes > wire::kMaxUnwritten) return;
  DWORD written = 0;
  WriteFile(place, gathered.data, bytes, &written, nullptr);
  gathered.bytes = 0;
}

// Only what goes into a pipe of the stage's, which can take up what is left: not into a console, or a file.
bool can_gather(HANDLE file) {
  struct Known {
    HANDLE file;
    bool pipe;
  };
  static Known known[2] = {};
  if (run->plan.live) return false;
  for (Known& entry : known) {
    if (!entry.file) entry = {file, GetFileType(file) == FILE_TYPE_PIPE};
    if (entry.file == file) return entry.pipe;
  }
  return false;
}

wire::Unwritten& gathered_here() { return run->unwritten[self]; }

}  // namespace

wire::Stream stream_of(HANDLE file) {
  if (!file) return wire::Stream::kNone;
  if (file == GetStdHandle(STD_OUTPUT_HANDLE)) return wire::Stream::kOutput;
  return file == GetStdHandle(STD_ERROR_HANDLE) ? wire::Stream::kErrors : wire::Stream::kNone;
}

BOOL print(HANDLE file, wire::Stream stream, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped) {
  const LastErrorKept kept;
  wire::Unwritten& gathered = gathered_here();
  AcquireSRWLockExclusive(&lock);
  const bool fits = data && !overlapped && bytes < wire::kMaxUnwritten && can_gather(file);
  if (!fits || file != place || gathered.stream != stream || gathered.bytes + bytes > wire::kMaxUnwritten) write_gathered(gathered);
  if (fits) {
    place = file;
    gathered.stream = stream;
    std::memcpy(gathered.data + gathered.bytes, data, bytes);
    gathered.bytes.fetch_add(bytes);
  }
  ReleaseSRWLockExclusive(&lock);
  if (!fits) return WriteFile(file, data, bytes, written, overlapped);
  if (written) *written = bytes;
  return TRUE;
}

void flush_output() {
  if (gathered_here().bytes == 0) return;
  const LastErrorKept kept;
  AcquireSRWLockExclusive(&lock);
  write_gathered(gathered_here());
  ReleaseSRWLockExclusive(&lock);
}

void flush_output_at_end() {
  if (gathered_here().bytes == 0 || !TryAcquireSRWLockExclusive(&lock)) return;
  write_gathered(gathered_here());
  ReleaseSRWLockExclusive(&lock);
}

void flush_output_to(HANDLE file) {
  if (file == place) flush_output();
}

}  // namespace lab::probe
