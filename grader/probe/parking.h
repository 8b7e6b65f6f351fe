// Threads that wait for a word of memory, as the system's locks and condition variables have them do: a queue for each address.
#pragma once

#include <windows.h>

#include <cstdint>

namespace lab::probe {

// A place in the queue of an address, from construction to destruction; another thread may wake it from then on. Not usable when all places
// are taken.
class Parked {
 public:
  explicit Parked(const volatile void* address);
  ~Parked();
  Parked(const Parked&) = delete;
  Parked& operator=(const Parked&) = delete;

  bool usable() const { return place_ >= 0; }
  HANDLE event() const;  // signaled by the wake
  bool woken() const;
  void wait_again();  // after a wake: queues again

 private:
  int place_;
};

// Wakes the thread that has waited longest for the address, or all of them. False: none waits for it.
bool wake_one(const volatile void* address);
bool wake_all(const volatile void* address);

}  // namespace lab::probe
