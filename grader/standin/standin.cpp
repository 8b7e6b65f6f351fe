// The fake worker: the grader's own child program, which has the name of the program that it replaces. It reports itself, lets its main
// thread end, and runs until the stage makes it end with an exit code. It has no C runtime, so that it starts faster. Its main thread ends
// before the process does, so that a program that waits for the thread can be distinguished from one that waits for the process.
#include <windows.h>

#include "probe/wire.h"

namespace {

using lab::wire::Program;
using lab::wire::Wire;

Wire* wire = nullptr;
Program* self = nullptr;
HANDLE go = nullptr;
HANDLE wake = nullptr;

constexpr DWORD kNotStaged = 0xE1AB0002;  // it was started by hand, or its run has ended

// The entry for this process that the program that started it has added; a new entry if the probe did not notice the start.
Program* find_entry() {
  const DWORD pid = GetCurrentProcessId();
  for (std::uint32_t i = 0; i < wire->program_count && i < lab::wire::kMaxPrograms; ++i)
    if (wire->programs[i].ready && wire->programs[i].pid == pid) return &wire->programs[i];
  const std::uint32_t i = wire->program_count.fetch_add(1);
  if (i >= lab::wire::kMaxPrograms) return nullptr;
  Program& entry = wire->programs[i];
  entry.pid = pid;
  entry.role = lab::wire::Role::kStandin;
  entry.parent = -1;
  const wchar_t* line = GetCommandLineW();
  for (std::uint32_t c = 0; c + 1 < sizeof entry.command_line / sizeof *entry.command_line && line[c]; ++c) entry.command_line[c] = line[c];
  entry.ready = 1;
  return &entry;
}

// Ensures that the main thread has ended before the process does, even on a busy machine, so that the thread's exit code stays 0.
DWORD WINAPI hold(void* main_thread) {
  WaitForSingleObject(main_thread, INFINITE);
  WaitForSingleObject(go, INFINITE);
  TerminateProcess(GetCurrentProcess(), self->exit_code);
  return 0;
}

}  // namespace

extern "C" void start() {
  wchar_t path[1024];
  wchar_t key[64];
  wchar_t name[128];
  const DWORD length = GetModuleFileNameW(nullptr, path, 1024);
  if (length == 0 || length >= 1024) ExitProcess(kNotStaged);
  lab::wire::key_of(key, path);
  lab::wire::object_name(name, key, lab::wire::kWireSuffix);
  const HANDLE section = OpenFileMappingW(FILE_MAP_ALL_ACCESS, FALSE, name);
  if (!section) ExitProcess(kNotStaged);
  wire = static_cast<Wire*>(MapViewOfFile(section, FILE_MAP_ALL_ACCESS, 0, 0, 0));
  if (!wire || wire->magic != lab::wire::kMagic) ExitProcess(kNotStaged);
  self = find_entry();
  if (!self) ExitProcess(kNotStaged);
  lab::wire::object_name(name, key, lab::wire::kGoSuffix, static_cast<std::uint32_t>(self - wire->programs));
  go = CreateEventW(nullptr, TRUE, FALSE, name);
  lab::wire::object_name(name, key, lab::wire::kWakeSuffix);
  wake = OpenEventW(EVENT_MODIFY_STATE, FALSE, name);
  const HANDLE main_thread = OpenThread(SYNCHRONIZE, FALSE, GetCurrentThreadId());
  if (!go || !wake || !main_thread || !CreateThread(nullptr, 0, hold, main_thread, 0, nullptr)) ExitProcess(kNotStaged);
  self->attached = 1;
  SetEvent(wake);
  ExitThread(0);
}
