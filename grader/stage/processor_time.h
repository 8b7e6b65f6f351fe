// The CPU time that processes use: the sum over all their threads.
#pragma once

#include <windows.h>

#include <cstdint>
#include <map>
#include <vector>

#include "win32/handle.h"

namespace lab::stage {

class ProcessorTime {
 public:
  struct Thread {
    DWORD pid = 0;
    std::uint64_t used = 0;  // in units of 100 ns; the system may count in much larger ones
    win32::Handle handle;
  };

  // Whether a new scan is due: since the last one, at least `between_ms` have passed, and at least `rests` times the duration of that scan.
  // A scan enumerates all threads in the system. If that is slow, scans become rarer, so that the stage has time for other things.
  bool is_due(std::uint64_t between_ms, std::uint64_t rests) const;

  // Scans the threads that these processes have now. What a thread uses between the last scan and its end is not counted.
  void look(const std::vector<DWORD>& pids);

  // The CPU time that the process had used by the last scan, in milliseconds.
  std::uint32_t ms_of(DWORD pid) const;

  // The number of scans so far.
  std::uint64_t looks() const { return looks_; }

  // Every thread found so far in any scan, by id.
  const std::map<DWORD, Thread>& threads() const { return threads_; }

 private:
  std::map<DWORD, Thread> threads_;
  std::uint64_t looked_ms_ = GetTickCount64();  // when the last scan ended
  std::uint64_t looks_ = 0;
  std::uint64_t took_ms_ = 0;  // how long the last scan took
};

}  // namespace lab::stage
