// Holds a lock until the end of a block. Uses SRWLOCK instead of std::mutex because the probe runs in a process that has its own C++
// runtime.
#pragma once

#include <windows.h>

namespace lab::probe {

class Locked {
 public:
  explicit Locked(SRWLOCK& lock) : lock_(lock) { AcquireSRWLockExclusive(&lock_); }
  ~Locked() { ReleaseSRWLockExclusive(&lock_); }
  Locked(const Locked&) = delete;
  Locked& operator=(const Locked&) = delete;

 private:
  SRWLOCK& lock_;
};

}  // namespace lab::probe
