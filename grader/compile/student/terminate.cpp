// Ends a program that does not catch an exception with the same crash as in Visual C++, 0xE06D7363. libstdc++ calls this instead of its own
// handler (link_options), which calls abort, so that the program would end with exit code 3.
#include <windows.h>

#include <cxxabi.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <typeinfo>

extern "C" void __wrap__ZN9__gnu_cxx27__verbose_terminate_handlerEv() {
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (!type) std::abort();  // std::terminate was called without an exception
  int status = 0;
  const char* name = abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
  std::fprintf(stderr, "Uncaught C++ exception: %s", status == 0 ? name : type->name());
  try {
    throw;
  } catch (const std::exception& thrown) {
    std::fprintf(stderr, ": %s", thrown.what());
  } catch (...) {
  }
  std::fputc('\n', stderr);
  std::fflush(stderr);
  RaiseException(0xE06D7363, EXCEPTION_NONCONTINUABLE, 0, nullptr);
}
