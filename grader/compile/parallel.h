// Several pieces of work at a time.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <future>
#include <vector>

namespace lab::compile {

// Does `work` for 0 .. count-1, one at a time on each of `jobs` workers, whose number it gets, too. When one throws, none begins anything
// more, and it is rethrown when all have come to an end.
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
