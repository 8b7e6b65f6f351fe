// Sends the program's calls of watched functions to the probe, by patching the import tables of its modules.
#pragma once

#include <windows.h>

#include <cstddef>
#include <cstdint>

namespace lab::probe {

struct Hook {
  const char* name;   // as kernel32 exports it
  void* replacement;  // same signature
};

// The hooks of one subject, from the files hooks_*.cpp.
struct Hooks {
  const Hook* first;
  std::size_t count;
};
Hooks process_hooks();
Hooks start_hooks();  // of these, those that start programs
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

// A function of a system DLL, as it really is; null where the DLL is not loaded or has no such function. For functions that the probe
// cannot import: of a DLL that most programs do not load, or that only a newer system has.
template <class F>
F* system_function(const wchar_t* dll, const char* name) {
  const HMODULE module = GetModuleHandleW(dll);
  return module ? reinterpret_cast<F*>(reinterpret_cast<void*>(GetProcAddress(module, name))) : nullptr;
}

// Patches every module that is loaded, and from now on each one that comes, except ntdll, kernel32, kernelbase and the probe itself: those
// are what the calls go to. Slots are recognised by the address they hold, so it does not matter by which DLL's name a module imports a
// function.
void patch_all_modules();

// How many of the patched slots hold another address now.
std::uint32_t changed_slots();

}  // namespace lab::probe
