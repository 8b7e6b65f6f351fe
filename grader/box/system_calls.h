// The system calls that the programs in a stage's sandbox may make. Linux only.
#pragma once

#include <string>

namespace lab::box {

// A filter for the kernel (seccomp), in the format that bubblewrap's --seccomp reads. Reading or tracing other processes fails with EPERM.
// The filter ends a program that calls the kernel itself: under Wine, only the system's libraries do that. It recognizes them by their
// addresses, which are above all code of Windows programs if addresses are not randomized (setarch -R).
std::string system_call_filter();

}  // namespace lab::box
