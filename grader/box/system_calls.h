// The system calls that programs in a stage's sandbox are allowed to make. Linux only.
#pragma once

#include <string>

namespace lab::box {

// A seccomp filter in the format that bubblewrap's --seccomp option reads. Calls that read or trace other processes fail with EPERM. The
// filter terminates a program that calls the kernel directly: under Wine, only the system's libraries do that. It recognizes the libraries
// by their addresses, which are higher than any address in a Windows program's code if address randomization is off (setarch -R).
std::string system_call_filter();

}  // namespace lab::box
