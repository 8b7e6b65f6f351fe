// Makes Wine report access violations as Windows does.
#include "probe/faults.h"

#include <windows.h>

#include "probe/recorder.h"

namespace lab::probe {
namespace {

// Accessing a noncanonical address, such as 0xFEFEFEFEFEFEFEFE, through rbp or rsp is a stack fault for the processor (Intel's manual,
// volume 3, interrupt 12). Windows reports an access violation, but Wine 8.0 a stack overflow. For a real stack overflow, the exception
// record contains the address.
LONG CALLBACK correct(EXCEPTION_POINTERS* raised) {
  EXCEPTION_RECORD& record = *raised->ExceptionRecord;
  if (record.ExceptionCode == EXCEPTION_STACK_OVERFLOW && record.NumberParameters == 0) {
    record.ExceptionCode = EXCEPTION_ACCESS_VIOLATION;
    record.NumberParameters = 2;
    record.ExceptionInformation[0] = 0;
    record.ExceptionInformation[1] = ~ULONG_PTR{0};
  }
  // Only the first exception counts: if Wine cannot deliver it to the program, it raises others.
  std::uint32_t none = 0;
  if (record.ExceptionCode == EXCEPTION_ACCESS_VIOLATION || record.ExceptionCode == EXCEPTION_STACK_OVERFLOW)
    run->programs[self].exception.compare_exchange_strong(none, record.ExceptionCode);
  return EXCEPTION_CONTINUE_SEARCH;
}

}  // namespace

void correct_faults() {
  const HMODULE ntdll = GetModuleHandleW(L"ntdll.dll");
  if (ntdll && GetProcAddress(ntdll, "wine_get_version")) AddVectoredExceptionHandler(1, correct);
}

}  // namespace lab::probe
