// POSIX: commands that need bounds begin with prlimit.
#include "compile/job.h"

namespace lab::compile {

Job::Job(const Bounds&, const uv_process_t&) {}
Job::~Job() = default;

}  // namespace lab::compile
