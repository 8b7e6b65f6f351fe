// Limits on a process and everything that it starts.
#pragma once

#include <uv.h>

#include <optional>

#include "compile/process.h"

namespace lab::compile {

// Keeps a newly started process and everything that it starts together, and within any bounds. On Windows this is a job object, and any
// process still in it is terminated by the destructor; on other systems it does nothing. Implemented in job_object_posix.cpp and
// job_object_windows.cpp.
class JobObject {
 public:
  // Throws std::runtime_error if the system refuses.
  JobObject(const std::optional<Bounds>& bounds, const uv_process_t& process);
  JobObject(const JobObject&) = delete;
  JobObject& operator=(const JobObject&) = delete;
  ~JobObject();

 private:
  [[maybe_unused]] void* handle_ = nullptr;  // the job object's handle, on Windows
};

}  // namespace lab::compile
