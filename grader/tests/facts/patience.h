// Threads beside the one that looks, and calls that may never return.
#pragma once

#include <windows.h>

#include <string>

#include "tests/facts/facts.h"
#include "win32/handle.h"

namespace lab::facts {

// Far more than any of these calls takes where it returns at all. A fact that holds never waits for its end.
inline constexpr DWORD kPatienceMs = 5'000;

class Thread {
 public:
  // Runs work(what) at once.
  Thread(LPTHREAD_START_ROUTINE work, void* what) : handle_(CreateThread(nullptr, 0, work, what, 0, nullptr)) {
    if (!handle_) throw Unexpected{"CreateThread fails, " + std::to_string(GetLastError())};
  }
  void join() const { WaitForSingleObject(handle_.get(), INFINITE); }
  bool ended_within(DWORD ms) const { return WaitForSingleObject(handle_.get(), ms) == WAIT_OBJECT_0; }

 private:
  win32::Handle handle_;
};

}  // namespace lab::facts
