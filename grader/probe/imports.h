// Redirects the program's calls to hooked functions to the probe, by patching the import tables of its modules.
#pragma once

#include <windows.h>

#include <cstddef>
#include <cstdint>

namespace lab::probe {

struct Hook {
  const char* name;   // as kernel32 exports it
  void* replacement;  // same signature
};

// The hooks for one subject, each from a file hooks_*.cpp.
struct Hooks {
  const Hook* first;
  std::size_t count;
};
Hooks process_hooks();
Hooks start_hooks();  // the process hooks that start programs
Hooks wait_hooks();
Hooks callback_hooks();
Hooks pool_hooks();
Hooks timer_hooks();
Hooks lock_hooks();
Hooks queue_hooks();
Hooks message_hooks();
Hooks handle_hooks();
Hooks thread_hooks();
Hooks clock_hooks();
Hooks output_hooks();
Hooks slot_hooks();
Hooks read_hooks();
Hooks computer_hooks();

// The original function of a system DLL; null if the DLL is not loaded or has no such function. For functions that the probe cannot import
// because they are in a DLL that most programs do not load, or exist only on newer systems.
template <class F>
F* system_function(const wchar_t* dll, const char* name) {
  const HMODULE module = GetModuleHandleW(dll);
  return module ? reinterpret_cast<F*>(reinterpret_cast<void*>(GetProcAddress(module, name))) : nullptr;
}

// Patches every module that is loaded now or later, except ntdll, kernel32, kernelbase and the probe itself, which are the targets of the
// calls. Slots are recognized by the address in them, so it does not matter from which DLL a module imports a function.
void patch_all_modules();

// How many of the patched slots now hold a different address.
std::uint32_t changed_slots();

}  // namespace lab::probe
