// Windows: a job object, nested in the one that libuv uses for all its processes.
#include "compile/job_object.h"

#include <windows.h>

#include <stdexcept>

namespace lab::compile {

JobObject::JobObject(const std::optional<Bounds>& bounds, const uv_process_t& process) : handle_(CreateJobObjectW(nullptr, nullptr)) {
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  if (bounds) {
    limits.BasicLimitInformation.LimitFlags |=
        JOB_OBJECT_LIMIT_ACTIVE_PROCESS | JOB_OBJECT_LIMIT_PROCESS_TIME | JOB_OBJECT_LIMIT_JOB_MEMORY;
    limits.BasicLimitInformation.ActiveProcessLimit = bounds->processes;
    limits.BasicLimitInformation.PerProcessUserTimeLimit.QuadPart = bounds->processor_time.count() * 10'000'000;  // in units of 100 ns
    limits.JobMemoryLimit = bounds->memory;
  }
  DWORD status = 0;
  const bool assigned = handle_ && SetInformationJobObject(handle_, JobObjectExtendedLimitInformation, &limits, sizeof limits) &&
                        // A process that has already exited cannot be assigned, and needs no limits.
                        (AssignProcessToJobObject(handle_, process.process_handle) ||
                         (GetExitCodeProcess(process.process_handle, &status) && status != STILL_ACTIVE));
  if (assigned) return;
  if (handle_) CloseHandle(handle_);
  throw std::runtime_error("a program cannot be kept within a job object. Restart Windows, then try again.");
}

JobObject::~JobObject() { CloseHandle(handle_); }

}  // namespace lab::compile
