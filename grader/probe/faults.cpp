// Access violations as Windows has them, under Wine.
#include "probe/faults.h"

#include <windows.h>

#include "probe/recorder.h"

namespace lab::probe {
namespace {

// An address that no pointer may have, such as 0xFEFEFEFEFEFEFEFE, is a stack fault for the processor where rbp or rsp leads to it (Intel's
// manual, volume 3, interrupt 12). Windows reports an access violation, Wine 8.0 a stack overflow. Of a real one the record tells the
// address.
LONG CALLBACK correct(EXCEPTION_POINTERS* raised) {
  EXCEPTION_RECORD& record = *raised->ExceptionRecord;
  if (record.ExceptionCode == EXCEPTION_STACK_OVERFLOW && record.NumberParameters == 0) {
    record.ExceptionCode = EXCEPTION_ACCESS_VIOLATION;
    record.NumberParameters = 2;
    record.ExceptionInformation[0] = 0;
    record.ExceptionInformation[1] = ~ULONG_PTR{0};
  }
  // The first: of one that it cannot tell the program, Wine makes others.
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
