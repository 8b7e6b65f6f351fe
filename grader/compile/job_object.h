// Bounds on a process and on all that it starts.
#pragma once

#include <uv.h>

#include "compile/process.h"

namespace lab::compile {

// Holds a process that has just been started within bounds. On Windows it is a job object, and what is still in it ends with this object;
// elsewhere it does nothing. job_object_posix.cpp, job_object_windows.cpp.
class JobObject {
 public:
  JobObject(const Bounds& bounds, const uv_process_t& process);
  JobObject(const JobObject&) = delete;
  JobObject& operator=(const JobObject&) = delete;
  ~JobObject();

 private:
  [[maybe_unused]] void* handle_ = nullptr;  // of the job object, on Windows
};

}  // namespace lab::compile
