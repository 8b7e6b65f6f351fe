// Queues of threads that are waiting for an address, like those of the system's locks and condition variables: one queue for each address.
#pragma once

#include <windows.h>

#include <cstdint>

namespace lab::probe {

// A place in the queue for an address, from construction to destruction; during that time, another thread can wake it. Not usable if all
// places are taken.
class Parked {
 public:
  explicit Parked(const volatile void* address);
  ~Parked();
  Parked(const Parked&) = delete;
  Parked& operator=(const Parked&) = delete;

  bool usable() const { return place_ >= 0; }
  HANDLE event() const;  // set when the thread is woken
  bool woken() const;
  void wait_again();  // after a wake-up: wait in the queue again

 private:
  int place_;
};

// Wake the thread that has waited longest for the address, or all of them. Return false if no thread is waiting.
bool wake_one(const volatile void* address);
bool wake_all(const volatile void* address);

}  // namespace lab::probe
