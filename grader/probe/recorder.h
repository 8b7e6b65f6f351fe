// The probe's side of the run's record: moments, calls, and the entries of threads.
// Everything here may be called from any thread of the program under test at any time; nothing throws or allocates.
#pragma once

#include <windows.h>

#include "probe/wire.h"

namespace lab::probe {

extern wire::Wire* run;         // the run's record; null when the program was not started by a stage: then every hook only calls through
extern std::int32_t self;       // this program's index in it
extern const wchar_t* run_key;  // the run's key, and its folder with a closing backslash
extern const wchar_t* run_folder;
extern DWORD leaving_thread;  // the thread in which the process detaches; 0 before

// Maps the run's record and takes this process's entry in it. False when there is no run to take part in.
bool join_run();

std::int64_t real_counter();             // QueryPerformanceCounter, as it really is
std::int64_t clock_us();                 // what the run's clock has been moved on by
void advance_clock(std::int64_t us);     // moves it on
void advance_clock_to(std::int64_t us);  // ... unless it is there already
void wake_stage();

// The entry of the calling thread, null for threads that the program did not create itself (a thread pool's).
wire::Thread* current_thread();
wire::Thread* new_thread(wire::ThreadState state);  // a slot for a thread about to be created; null when all are taken
void enter_thread(wire::Thread* slot);              // the calling thread takes its slot
void leave_thread();                                // the calling thread is on its way out
void release_thread();                              // ... goes on, but is counted no longer
wire::Thread* thread_of(DWORD tid);

// What the A form of a function was given, as its W form takes it: in `room`, cut off where that is too small. Null stays null.
const wchar_t* widen(const char* text, wchar_t* room, int chars);

// Keeps the last error as the hooked function left it, whatever the hook does around it.
class LastErrorKept {
 public:
  LastErrorKept() : error_(GetLastError()) {}
  ~LastErrorKept() { SetLastError(error_); }
  LastErrorKept(const LastErrorKept&) = delete;
  LastErrorKept& operator=(const LastErrorKept&) = delete;

 private:
  DWORD error_;
};

// One recorded call: begun by the constructor, ended by done(). A call that is never done stays open in the recording, as it was in life.
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
  // What travelled through a mailslot: at most kMaxKept bytes are kept.
  static constexpr std::size_t kMaxKept = 1024;
  Recorded& message(const void* data, std::size_t bytes, bool wide);
  Recorded& read_input(const void* data, std::size_t bytes);
  Recorded& gave(std::uint32_t first, std::uint32_t second = 0);
  Recorded& flag(wire::RecordFlag flag);
  Recorded& value(std::int64_t value);

  // A write that follows the same thread's last write, with nothing recorded in between, becomes part of it: programs write character by
  // character once their output is unbuffered.
  static bool add_to_last_write(wire::Stream stream, const void* data, std::size_t bytes);
  Recorded& written(wire::Stream stream, const void* data, std::size_t bytes);
  static constexpr std::size_t kMaxInput = 256;  // bytes of an input that are kept

  // `failed` decides whether the last error belongs to the record. Leaves the last error as it was.
  void done(std::int64_t result, bool failed);

 private:
  wire::Record* record_;
};

}  // namespace lab::probe
