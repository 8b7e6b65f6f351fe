// Asks the system which threads processes have, and how much CPU time these have used.
#include "stage/processor_time.h"

#include <tlhelp32.h>

#include <algorithm>

namespace lab::stage {
namespace {

constexpr std::uint64_t kUnitsPerMs = 10'000;

std::uint64_t units(FILETIME time) { return static_cast<std::uint64_t>(time.dwHighDateTime) << 32 | time.dwLowDateTime; }

}  // namespace

bool ProcessorTime::is_due(std::uint64_t between_ms, std::uint64_t rests) const {
  return GetTickCount64() - looked_ms_ >= std::max(between_ms, rests * took_ms_);
}

void ProcessorTime::look(const std::vector<DWORD>& pids) {
  const std::uint64_t began_ms = GetTickCount64();
  const win32::FileHandle all(CreateToolhelp32Snapshot(TH32CS_SNAPTHREAD, 0));
  if (!all) return;
  THREADENTRY32 entry = {};
  entry.dwSize = sizeof entry;
  for (BOOL more = Thread32First(all.get(), &entry); more; more = Thread32Next(all.get(), &entry)) {
    if (std::find(pids.begin(), pids.end(), entry.th32OwnerProcessID) == pids.end()) continue;
    Thread& thread = threads_[entry.th32ThreadID];
    thread.pid = entry.th32OwnerProcessID;
    if (!thread.handle) thread.handle.reset(OpenThread(THREAD_QUERY_LIMITED_INFORMATION, FALSE, entry.th32ThreadID));
    FILETIME created, exited, kernel, user;
    if (thread.handle && GetThreadTimes(thread.handle.get(), &created, &exited, &kernel, &user))
      thread.used = std::max(thread.used, units(kernel) + units(user));
  }
  ++looks_;
  looked_ms_ = GetTickCount64();
  took_ms_ = looked_ms_ - began_ms;
}

std::uint32_t ProcessorTime::ms_of(DWORD pid) const {
  std::uint64_t used = 0;
  for (const auto& [tid, thread] : threads_)
    if (thread.pid == pid) used += thread.used;
  return static_cast<std::uint32_t>(used / kUnitsPerMs);
}

}  // namespace lab::stage
