// The probe's side of the run's record: moments, calls, and thread entries. Everything here may be called from any thread in the program
// under test at any time; nothing throws or allocates.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

extern wire::Wire* run;         // the run's record; null if the program was not started by a stage, so that nothing is hooked
extern std::int32_t self;       // this program's index in it
extern const wchar_t* run_key;  // the run's key, and its folder with a trailing backslash
extern const wchar_t* run_folder;
extern DWORD leaving_thread;  // the thread that detaches the process; 0 until then

// Maps the run's record and finds this process's entry in it. Returns false if this process does not belong to a run.
bool join_run();

std::int64_t real_counter();             // the original QueryPerformanceCounter
std::int64_t clock_us();                 // by how much the run's clock has been advanced
void advance_clock(std::int64_t us);     // advances it
void advance_clock_to(std::int64_t us);  // the same, unless it is already there
void wake_stage();

// The entry of the calling thread; null for threads that the program did not create itself, such as those of a thread pool.
wire::Thread* current_thread();
wire::Thread* new_thread(wire::ThreadState state);  // an entry for a thread that is about to be created; null if all are taken
void enter_thread(wire::Thread* slot);              // the calling thread takes its entry
void leave_thread();                                // the calling thread is exiting
void release_thread();                              // it continues, but is no longer counted
wire::Thread* thread_of(DWORD tid);

// Converts an argument of a function's A form for its W form. Writes it to `room`, truncated if that is too small. Null stays null.
const wchar_t* widen(const char* text, wchar_t* room, int chars);

// Preserves the last error of the hooked function, whatever the hook does before and after the call.
class LastErrorKept {
 public:
  LastErrorKept() : error_(GetLastError()) {}
  ~LastErrorKept() { SetLastError(error_); }
  LastErrorKept(const LastErrorKept&) = delete;
  LastErrorKept& operator=(const LastErrorKept&) = delete;

 private:
  DWORD error_;
};

// One recorded call. The constructor records its beginning, and done() its end. A call that has not returned stays open in the recording.
class Recorded {
 public:
  explicit Recorded(wire::Api api);
  Recorded& on(wire::ObjectRef object);
  Recorded& on(const wire::ObjectRef* objects, std::uint32_t count);
  Recorded& timeout(DWORD ms);
  Recorded& call_flags(DWORD flags);
  Recorded& ansi();
  Recorded& text(int which, const void* characters, std::size_t bytes);
  Recorded& started(std::int32_t program);
  Recorded& slot(std::int32_t slot);
  Recorded& file(DWORD access, DWORD share, DWORD disposition);
  // A message that was read or written; at most kMaxKept bytes are kept.
  static constexpr std::size_t kMaxKept = 1024;
  Recorded& message(const void* data, std::size_t bytes, bool wide);
  Recorded& read_input(const void* data, std::size_t bytes);
  Recorded& gave(std::uint32_t first, std::uint32_t second = 0);
  Recorded& flag(wire::RecordFlag flag);
  Recorded& value(std::int64_t value);

  // Appends a write to the same thread's last write if nothing was recorded in between; returns false if that is not possible. Programs
  // with unbuffered output write character by character.
  static bool add_to_last_write(wire::Stream stream, const void* data, std::size_t bytes);
  Recorded& written(wire::Stream stream, const void* data, std::size_t bytes);
  static constexpr std::size_t kMaxInput = 256;  // bytes of standard input that are kept per read

  // `failed` decides whether the last error is recorded. Does not change the last error.
  void done(std::int64_t result, bool failed);

 private:
  wire::Record* record_;
};

}  // namespace lab::probe
