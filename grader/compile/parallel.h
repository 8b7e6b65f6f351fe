// Runs several tasks in parallel.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <future>
#include <vector>

namespace lab::compile {

// Calls `work` for 0 .. count-1 on `jobs` workers, each of which does one at a time and passes its own number. If a call throws, no further
// work is started, and the exception is rethrown after all workers have finished.
inline void in_parallel(std::size_t count, int jobs, const std::function<void(std::size_t at, int worker)>& work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::future<void>> workers;
  for (int i = 0; i < jobs; ++i)
    workers.push_back(std::async(std::launch::async, [&, i] {
      try {
        for (std::size_t at = next++; at < count; at = next++) work(at, i);
      } catch (...) {
        next = count;
        throw;
      }
    }));
  for (std::future<void>& worker : workers) worker.wait();
  for (std::future<void>& worker : workers) worker.get();
}

}  // namespace lab::compile
