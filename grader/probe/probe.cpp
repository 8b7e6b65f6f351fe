// probe.dll: joins the run before the program's first instruction, redirects its calls to the hooks, and reports its start and end.
#include "probe/probe.h"

#include <windows.h>

#include "probe/faults.h"
#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/output.h"
#include "probe/recorder.h"
#include "probe/trespass.h"
#include "probe/wire_event.h"

namespace lab::probe {
namespace {

char own_path[MAX_PATH];

DWORD WINAPI pulse(void*) { return 0; }

void attach(HMODULE module) {
  GetModuleFileNameA(module, own_path, sizeof own_path);
  if (!join_run()) return;
  if (run->programs[self].gated) return patch_all_modules();
  wire::Thread* slot = new_thread(wire::ThreadState::kRunning);
  enter_thread(slot);
  inherit_slots();
  check_own_imports();
  patch_all_modules();
  guard_code();
  correct_faults();
#ifdef __MINGW32__
  unbuffer_output(L"msvcrt.dll");  // this build imports it, so it has been initialized
#endif
  wire::add_event(*run, wire::EventKind::kAttached, self);
  run->programs[self].pulse = reinterpret_cast<std::uintptr_t>(&pulse);
  run->programs[self].attached = 1;
}

}  // namespace

const char* probe_path() { return own_path; }

}  // namespace lab::probe

extern "C" __declspec(dllexport) void lab_probe() {}  // the function that the import table names: ordinal 1

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID) {
  using namespace lab;
  if (reason == DLL_PROCESS_ATTACH) probe::attach(module);
  if (!probe::run) return TRUE;
  if (probe::run->programs[probe::self].gated) return TRUE;
  if (reason == DLL_THREAD_DETACH) probe::leave_thread();
  if (reason == DLL_PROCESS_DETACH) {
    probe::leaving_thread = GetCurrentThreadId();
    probe::check_at_end();
    probe::flush_output_at_end();
  }
  if (reason == DLL_PROCESS_DETACH && probe::run->programs[probe::self].detached.exchange(1) == 0) {
    wire::add_event(*probe::run, wire::EventKind::kDetached, probe::self);
    probe::wake_stage();
  }
  return TRUE;
}
