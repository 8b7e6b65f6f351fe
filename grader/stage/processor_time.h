// Processor time that processes use, all their threads together.
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

  // Whether the last look was so long ago, and `rests` times as long as it took. A look asks the system for every thread that it has: where
  // that takes long, looks become rarer, so that the stage has time for other things.
  bool is_due(std::uint64_t between_ms, std::uint64_t rests) const;

  // Looks at each thread that these processes have now. What a thread uses between the last look and its end is not counted.
  void look(const std::vector<DWORD>& pids);

  // What the process has used up to the last look.
  std::uint32_t ms_of(DWORD pid) const;

  // How many there have been.
  std::uint64_t looks() const { return looks_; }

  // Every thread that a look has seen, by its id.
  const std::map<DWORD, Thread>& threads() const { return threads_; }

 private:
  std::map<DWORD, Thread> threads_;
  std::uint64_t looked_ms_ = GetTickCount64();  // when the last look was over
  std::uint64_t looks_ = 0;
  std::uint64_t took_ms_ = 0;  // how long it took
};

}  // namespace lab::stage
