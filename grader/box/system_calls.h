// Which system calls the programs of a stage's sandbox may make.
#pragma once

#include <string>

namespace lab::box {

// A filter for the kernel (seccomp), as bubblewrap's --seccomp reads it. It refuses to look into other processes and to trace them (EPERM).
// It ends a program that calls the kernel itself: under Wine, only the system's own libraries do. They lie above all code of Windows
// programs where addresses are not randomised (setarch -R).
std::string system_call_filter();

}  // namespace lab::box
