// The name of the computer: on the virtual LAN, each program sees the name of its own computer. (The stage sets the environment variable
// COMPUTERNAME.)
#include <windows.h>

#include "probe/imports.h"
#include "probe/recorder.h"

namespace lab::probe {
namespace {

// The name of this program's computer in the run; null if there is no LAN.
const wchar_t* own_name() {
  const std::int32_t computer = run->programs[self].computer;
  const bool known = computer >= 0 && computer < static_cast<std::int32_t>(run->plan.computer_count);
  return known ? run->plan.computers[computer] : nullptr;
}

// Works like GetComputerName and GetComputerNameEx: `size` is in characters, excluding the terminator on success, including it if the
// buffer is too small. https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getcomputernameexw
template <typename Char>
BOOL give(const wchar_t* name, DWORD too_small, Char* buffer, LPDWORD size) {
  const auto length = static_cast<DWORD>(lstrlenW(name));
  if (!size || !buffer || *size <= length) {
    if (size) *size = length + 1;
    SetLastError(size ? too_small : ERROR_INVALID_PARAMETER);
    return FALSE;
  }
  for (DWORD i = 0; i <= length; ++i) buffer[i] = static_cast<Char>(name[i]);  // computer names are ASCII here
  *size = length;
  return TRUE;
}

BOOL WINAPI hooked_GetComputerNameW(LPWSTR buffer, LPDWORD size) {
  const wchar_t* name = own_name();
  return name ? give(name, ERROR_BUFFER_OVERFLOW, buffer, size) : GetComputerNameW(buffer, size);
}

BOOL WINAPI hooked_GetComputerNameA(LPSTR buffer, LPDWORD size) {
  const wchar_t* name = own_name();
  return name ? give(name, ERROR_BUFFER_OVERFLOW, buffer, size) : GetComputerNameA(buffer, size);
}

bool asks_for_name(COMPUTER_NAME_FORMAT format) { return format != ComputerNameDnsDomain && format != ComputerNamePhysicalDnsDomain; }

BOOL WINAPI hooked_GetComputerNameExW(COMPUTER_NAME_FORMAT format, LPWSTR buffer, LPDWORD size) {
  const wchar_t* name = asks_for_name(format) ? own_name() : nullptr;
  return name ? give(name, ERROR_MORE_DATA, buffer, size) : GetComputerNameExW(format, buffer, size);
}

BOOL WINAPI hooked_GetComputerNameExA(COMPUTER_NAME_FORMAT format, LPSTR buffer, LPDWORD size) {
  const wchar_t* name = asks_for_name(format) ? own_name() : nullptr;
  return name ? give(name, ERROR_MORE_DATA, buffer, size) : GetComputerNameExA(format, buffer, size);
}

const Hook kHooks[] = {
    {"GetComputerNameW", reinterpret_cast<void*>(&hooked_GetComputerNameW)},
    {"GetComputerNameA", reinterpret_cast<void*>(&hooked_GetComputerNameA)},
    {"GetComputerNameExW", reinterpret_cast<void*>(&hooked_GetComputerNameExW)},
    {"GetComputerNameExA", reinterpret_cast<void*>(&hooked_GetComputerNameExA)},
};

}  // namespace

Hooks computer_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

}  // namespace lab::probe
