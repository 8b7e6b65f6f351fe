// Detects actions that no lab requires and that could make the grader judge something other than what the program does.
#include "probe/trespass.h"

#include <cstring>
#include <iterator>

#include "probe/blocking.h"
#include "probe/image.h"
#include "probe/recorder.h"

namespace lab::probe {
namespace {

// Whether the name belongs to a run's kernel object: with or without "Local\\", in upper or lower case.
bool is_of_a_run(const wchar_t* name) {
  if (!name) return false;
  for (const wchar_t* prefix : {wire::kPrefix, wire::kPrefix + std::size(L"Local\\") - 1}) {
    const int length = static_cast<int>(std::wcslen(prefix));
    if (CompareStringOrdinal(name, static_cast<int>(std::wcslen(name)) < length ? -1 : length, prefix, length, TRUE) == CSTR_EQUAL)
      return true;
  }
  return false;
}

void look_at_name(const wchar_t* name) {
  const LastErrorKept kept;
  if (is_of_a_run(name)) report_trespass(wire::Trespass::kRecord, 0);
}
void look_at_name(const char* name) {
  wchar_t wide[MAX_PATH];
  look_at_name(widen(name, wide, MAX_PATH));
}

HANDLE WINAPI hooked_OpenFileMappingW(DWORD access, BOOL inherit, LPCWSTR name) {
  look_at_name(name);
  return OpenFileMappingW(access, inherit, name);
}
HANDLE WINAPI hooked_OpenFileMappingA(DWORD access, BOOL inherit, LPCSTR name) {
  look_at_name(name);
  return OpenFileMappingA(access, inherit, name);
}
HANDLE WINAPI hooked_CreateFileMappingW(HANDLE file, LPSECURITY_ATTRIBUTES security, DWORD protection, DWORD high, DWORD low,
                                        LPCWSTR name) {
  look_at_name(name);
  return CreateFileMappingW(file, security, protection, high, low, name);
}
HANDLE WINAPI hooked_CreateFileMappingA(HANDLE file, LPSECURITY_ATTRIBUTES security, DWORD protection, DWORD high, DWORD low, LPCSTR name) {
  look_at_name(name);
  return CreateFileMappingA(file, security, protection, high, low, name);
}
HANDLE WINAPI hooked_OpenEventW(DWORD access, BOOL inherit, LPCWSTR name) {
  look_at_name(name);
  return OpenEventW(access, inherit, name);
}
HANDLE WINAPI hooked_OpenEventA(DWORD access, BOOL inherit, LPCSTR name) {
  look_at_name(name);
  return OpenEventA(access, inherit, name);
}
HANDLE WINAPI hooked_CreateEventW(LPSECURITY_ATTRIBUTES security, BOOL manual, BOOL set, LPCWSTR name) {
  look_at_name(name);
  return CreateEventW(security, manual, set, name);
}
HANDLE WINAPI hooked_CreateEventA(LPSECURITY_ATTRIBUTES security, BOOL manual, BOOL set, LPCSTR name) {
  look_at_name(name);
  return CreateEventA(security, manual, set, name);
}

const Hook kHooks[] = {
    {"OpenFileMappingW", reinterpret_cast<void*>(&hooked_OpenFileMappingW)},
    {"OpenFileMappingA", reinterpret_cast<void*>(&hooked_OpenFileMappingA)},
    {"CreateFileMappingW", reinterpret_cast<void*>(&hooked_CreateFileMappingW)},
    {"CreateFileMappingA", reinterpret_cast<void*>(&hooked_CreateFileMappingA)},
    {"OpenEventW", reinterpret_cast<void*>(&hooked_OpenEventW)},
    {"OpenEventA", reinterpret_cast<void*>(&hooked_OpenEventA)},
    {"CreateEventW", reinterpret_cast<void*>(&hooked_CreateEventW)},
    {"CreateEventA", reinterpret_cast<void*>(&hooked_CreateEventA)},
};

std::uint64_t code_of[std::size(wire::kGuarded)];

// The index of the first guarded module whose instructions have changed.
std::size_t changed_module() {
  std::size_t i = 0;
  while (i < std::size(wire::kGuarded) && (!code_of[i] || sum_of_code(GetModuleHandleA(wire::kGuarded[i])) == code_of[i])) ++i;
  return i;
}

}  // namespace

void note_trespass(wire::Trespass kind, std::uint32_t detail) {
  std::uint64_t none = 0;
  run->trespass.compare_exchange_strong(none, static_cast<std::uint64_t>(kind) << 32 | detail);
  wake_stage();
}

void report_trespass(wire::Trespass kind, std::uint32_t detail) {
  note_trespass(kind, detail);
  if (current_thread()) block_thread({.reason = wire::WaitReason::kOpenGate, .about = self});
}

Hooks object_hooks() { return {kHooks, std::size(kHooks)}; }

// On Windows, a virus scanner may patch the system's own functions at any time, so only the probe is checked there.
void guard_code() {
  const std::size_t guarded = system_function<void()>(L"ntdll.dll", "wine_get_version") ? std::size(wire::kGuarded) : 1;
  for (std::size_t i = 0; i < guarded; ++i) code_of[i] = sum_of_code(GetModuleHandleA(wire::kGuarded[i]));
}

void check_imports() {
  if (const std::uint32_t changed = changed_slots()) report_trespass(wire::Trespass::kImports, changed);
}

void check_all() {
  const LastErrorKept kept;
  check_imports();
  if (const std::size_t module = changed_module(); module != std::size(wire::kGuarded))
    report_trespass(wire::Trespass::kCode, static_cast<std::uint32_t>(module));
}

void check_at_end() {
  if (const std::uint32_t changed = changed_slots()) note_trespass(wire::Trespass::kImports, changed);
  if (const std::size_t module = changed_module(); module != std::size(wire::kGuarded))
    note_trespass(wire::Trespass::kCode, static_cast<std::uint32_t>(module));
}

void check_own_imports() {
  const HMODULE ntdll = GetModuleHandleW(L"ntdll.dll");
  for_each_import(GetModuleHandleW(nullptr), [&](void** slot) {
    for (std::size_t i = 0; i < std::size(wire::kBelow); ++i)
      if (*slot == reinterpret_cast<void*>(GetProcAddress(ntdll, wire::kBelow[i])))
        note_trespass(wire::Trespass::kSystem, static_cast<std::uint32_t>(i));
  });
}

void on_lookup(const char* name) {
  if (reinterpret_cast<std::uintptr_t>(name) >> 16 == 0) return;  // an ordinal
  const LastErrorKept kept;
  for (std::size_t i = 0; i < std::size(wire::kBelow); ++i)
    if (std::strcmp(name + (name[0] == 'Z' && name[1] == 'w' ? 2 : 0), wire::kBelow[i] + (name[0] == 'Z' ? 2 : 0)) == 0)
      report_trespass(wire::Trespass::kSystem, static_cast<std::uint32_t>(i));
}

}  // namespace lab::probe
