// Import tables: finds the slots that contain the address of a hooked function, and replaces the address.
#include "probe/imports.h"

#include <windows.h>

#include <psapi.h>
#include <winternl.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iterator>

#include "probe/image.h"
#include "probe/recorder.h"
#include "probe/trespass.h"

namespace lab::probe {
namespace {

struct Redirect {
  void* real;
  void* replacement;
};
Redirect redirects[512];  // sorted by `real`
std::size_t redirect_count = 0;

// The first redirect for this address or a higher one.
Redirect* redirect_of(const void* real) {
  return std::lower_bound(redirects, redirects + redirect_count, real,
                          [](const Redirect& redirect, const void* address) { return std::less<>()(redirect.real, address); });
}

void add_redirect(HMODULE module, const Hook& hook) {
  void* real = module ? reinterpret_cast<void*>(GetProcAddress(module, hook.name)) : nullptr;
  if (!real) return;
  Redirect* const at = redirect_of(real);
  Redirect* const end = redirects + redirect_count;
  if ((at != end && at->real == real) || redirect_count == std::size(redirects)) return;
  std::move_backward(at, end, end + 1);
  *at = {real, hook.replacement};
  ++redirect_count;
}

void add(HMODULE module, const Hooks& hooks) {
  for (std::size_t i = 0; i < hooks.count; ++i) add_redirect(module, hooks.first[i]);
}

void* replacement_of(const void* real) {
  const Redirect* const at = redirect_of(real);
  return at != redirects + redirect_count && at->real == real ? at->replacement : nullptr;
}

FARPROC WINAPI hooked_GetProcAddress(HMODULE module, LPCSTR name) {
  const FARPROC real = GetProcAddress(module, name);
  if (module == GetModuleHandleW(L"ntdll.dll")) on_lookup(name);
  void* replacement = replacement_of(reinterpret_cast<void*>(real));
  return replacement ? reinterpret_cast<FARPROC>(replacement) : real;
}

HMODULE own_module() {
  HMODULE module = nullptr;
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                     reinterpret_cast<LPCWSTR>(reinterpret_cast<void*>(&own_module)), &module);
  return module;
}

// The slots that lead to the probe, until their module is unloaded.
struct Slot {
  void** at;
  void* replacement;
};
Slot slots[8192];
std::atomic<std::size_t> slot_count = 0;

void patch_slot(void** slot) {
  void* replacement = replacement_of(*slot);
  if (!replacement) return;
  DWORD protection = 0;
  if (!VirtualProtect(slot, sizeof *slot, PAGE_READWRITE, &protection)) return;
  *slot = replacement;
  VirtualProtect(slot, sizeof *slot, protection, &protection);
  const std::size_t i = slot_count;
  if (i == std::size(slots)) return;
  slots[i] = {slot, replacement};
  slot_count = i + 1;
}

void patch_module(void* module) {
  if (module == GetModuleHandleW(L"ntdll.dll") || module == GetModuleHandleW(L"kernel32.dll") ||
      module == GetModuleHandleW(L"kernelbase.dll") || module == own_module())
    return;
  for_each_import(module, patch_slot);
}

void forget_module(const void* module, std::size_t bytes) {
  const auto begin = reinterpret_cast<std::uintptr_t>(module);
  for (std::size_t i = 0; i < slot_count; ++i)
    if (reinterpret_cast<std::uintptr_t>(slots[i].at) - begin < bytes) slots[i].at = nullptr;
}

// The loader's notifications, https://learn.microsoft.com/windows/win32/devnotes/ldrregisterdllnotification
struct LoadedData {
  ULONG flags;
  const UNICODE_STRING* full_name;
  const UNICODE_STRING* base_name;
  void* base;
  ULONG bytes;
};
constexpr ULONG kLoaded = 1, kUnloaded = 2;

void add_rare_functions();

void CALLBACK on_loader(ULONG reason, const LoadedData* data, void*) {
  if (reason == kUnloaded) forget_module(data->base, data->bytes);
  if (reason != kLoaded) return;
  add_rare_functions();
  patch_module(data->base);
}

void add_common_functions(HMODULE home) {
  for (const Hooks& hooks : {handle_hooks(), thread_hooks(), output_hooks(), slot_hooks(), read_hooks(), computer_hooks(), object_hooks()})
    add(home, hooks);
  if (!run->plan.live)
    for (const Hooks& hooks :
         {process_hooks(), wait_hooks(), clock_hooks(), callback_hooks(), pool_hooks(), timer_hooks(), lock_hooks(), queue_hooks()})
      add(home, hooks);
}

// Adds functions from DLLs that most programs do not load.
void add_rare_functions() {
  if (run->plan.live || run->programs[self].gated) return;
  if (const HMODULE winmm = GetModuleHandleW(L"winmm.dll"))
    for (const Hooks& hooks : {clock_hooks(), timer_hooks()}) add(winmm, hooks);
  if (const HMODULE user32 = GetModuleHandleW(L"user32.dll"))
    for (const Hooks& hooks : {wait_hooks(), message_hooks()}) add(user32, hooks);
}

}  // namespace

std::uint32_t changed_slots() {
  std::uint32_t changed = 0;
  const std::size_t count = slot_count;
  for (std::size_t i = 0; i < count; ++i)
    if (slots[i].at && *slots[i].at != slots[i].replacement) ++changed;
  return changed;
}

void patch_all_modules() {
  const Hook lookup = {"GetProcAddress", reinterpret_cast<void*>(&hooked_GetProcAddress)};
  for (const HMODULE home : {GetModuleHandleW(L"kernel32.dll"), GetModuleHandleW(L"kernelbase.dll")}) {
    if (run->programs[self].gated)
      add(home, start_hooks());
    else
      add_common_functions(home);
    add_redirect(home, lookup);
  }
  if (!run->plan.live && !run->programs[self].gated)
    for (const Hooks& hooks : {wait_hooks(), clock_hooks()}) add(GetModuleHandleW(L"ntdll.dll"), hooks);
  add_rare_functions();

  static HMODULE modules[512];
  DWORD bytes = 0;
  if (K32EnumProcessModules(GetCurrentProcess(), modules, sizeof modules, &bytes))
    for (DWORD i = 0; i < bytes / sizeof *modules && i < sizeof modules / sizeof *modules; ++i) patch_module(modules[i]);

  using Register = LONG(NTAPI*)(ULONG, void(CALLBACK*)(ULONG, const LoadedData*, void*), void*, void**);
  static void* cookie = nullptr;
  const auto subscribe =
      reinterpret_cast<Register>(reinterpret_cast<void*>(GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "LdrRegisterDllNotification")));
  if (subscribe) subscribe(0, &on_loader, nullptr, &cookie);
}

}  // namespace lab::probe
