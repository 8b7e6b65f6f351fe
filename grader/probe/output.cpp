// Buffers and writes output. A program prints to one place at a time, so there is only one buffer, which is written when the place changes.
#include "probe/output.h"

#include <cstring>

#include "probe/recorder.h"

namespace lab::probe {
namespace {

HANDLE place = nullptr;  // where the buffered characters are to be written
SRWLOCK lock = SRWLOCK_INIT;

// Must be called with the lock held. The count is reset last, so that the stage can take what is still in the buffer when the program ends.
void write_gathered(wire::Unwritten& gathered) {
  const DWORD bytes = gathered.bytes;
  if (bytes == 0 || bytes > wire::kMaxUnwritten) return;
  DWORD written = 0;
  WriteFile(place, gathered.data, bytes, &written, nullptr);
  gathered.bytes = 0;
}

// Only output to one of the stage's pipes is buffered, because only there can the stage append what is left; not output to a console or a
// file.
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
