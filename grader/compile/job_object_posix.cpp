// POSIX: commands that need limits begin with prlimit.
#include "compile/job_object.h"

namespace lab::compile {

JobObject::JobObject(const std::optional<Bounds>&, const uv_process_t&) {}
JobObject::~JobObject() = default;

}  // namespace lab::compile
