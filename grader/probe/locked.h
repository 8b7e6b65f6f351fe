// A lock held for the time of a block. SRWLOCK and not std::mutex: the probe lives in a process whose C++ runtime is not its own.
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
