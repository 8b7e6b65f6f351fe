// Starting, opening and terminating processes, and reading their exit codes.
#include <windows.h>

#include <cwchar>

#include "probe/answers.h"
#include "probe/blocking.h"
#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/inject.h"
#include "probe/probe.h"
#include "probe/recorder.h"
#include "probe/trespass.h"
#include "probe/wire_event.h"

namespace lab::probe {
namespace {

using wire::Api;
using wire::Kind;

bool same(const wchar_t* a, const wchar_t* b) { return CompareStringOrdinal(a, -1, b, -1, TRUE) == CSTR_EQUAL; }

// The name of the program to start, without folder and ".exe": from the application name or, if there is none, the first word of the
// command line.
void asked_name(wchar_t* name, const wchar_t* application, const wchar_t* command_line) {
  const wchar_t* from = application ? application : command_line ? command_line : L"";
  const bool quoted = !application && *from == L'"';
  if (quoted) ++from;
  const wchar_t* end = from;
  while (*end && (application || (quoted ? *end != L'"' : *end != L' ' && *end != L'\t'))) ++end;
  const wchar_t* start = end;
  while (start > from && start[-1] != L'\\' && start[-1] != L'/') --start;
  std::uint32_t n = 0;
  for (; start < end && n + 1 < wire::kNameChars; ++start) name[n++] = *start;
  name[n] = 0;
  if (n > 4 && same(name + n - 4, L".exe")) name[n - 4] = 0;
}

// `own`: whether the program is in the run's folder.
wire::Role role_of(HANDLE process, wchar_t* name, bool& own) {
  wchar_t path[1024];
  DWORD length = 1024;
  if (!QueryFullProcessImageNameW(process, 0, path, &length)) return wire::Role::kForeign;
  const wchar_t* base = path;
  for (const wchar_t* p = path; *p; ++p)
    if (*p == L'\\') base = p + 1;
  asked_name(name, base, nullptr);
  const auto folder_length = static_cast<int>(base - path);
  own = CompareStringOrdinal(path, folder_length, run_folder, -1, TRUE) == CSTR_EQUAL;
  if (!own) return wire::Role::kForeign;
  const wire::Plan& plan = run->plan;
  for (std::uint32_t i = 0; i < plan.standin_count && i < wire::kMaxNames; ++i)
    if (same(plan.standins[i], name)) return wire::Role::kStandin;
  for (std::uint32_t i = 0; i < plan.child_count && i < wire::kMaxNames; ++i)
    if (same(plan.children[i], name)) return wire::Role::kChild;
  return wire::Role::kForeign;
}

void copy(wchar_t* to, std::size_t room, const wchar_t* from) {
  std::size_t n = 0;
  for (; from && from[n] && n + 1 < room; ++n) to[n] = from[n];
  to[n] = 0;
}

// Adds an entry for the new process to the run while the process is still suspended; returns -1 if the run is full.
std::int32_t enlist(const PROCESS_INFORMATION& started, const wchar_t* application, const wchar_t* command_line, bool suspended) {
  const std::uint32_t i = run->program_count.fetch_add(1);
  if (i >= wire::kMaxPrograms) {
    run->overflow = 1;
    return -1;
  }
  wire::Program& entry = run->programs[i];
  bool own = false;
  entry.role = role_of(started.hProcess, entry.name, own);
  entry.gated = entry.role == wire::Role::kForeign && own;
  entry.pid = started.dwProcessId;
  entry.parent = self;
  entry.computer = run->programs[self].computer;
  entry.suspended = suspended;
  copy(entry.command_line, sizeof entry.command_line / sizeof *entry.command_line, command_line ? command_line : application);
  entry.ready = 1;
  // The handle is kept until this program ends, so that the process id is not reused while it may still be looked up.
  HANDLE kept = nullptr;
  DuplicateHandle(GetCurrentProcess(), started.hProcess, GetCurrentProcess(), &kept, 0, FALSE, DUPLICATE_SAME_ACCESS);
  return static_cast<std::int32_t>(i);
}

// What has to be done after a successful start before the program may continue.
void after_start(const PROCESS_INFORMATION& started, std::int32_t child, bool stay_suspended) {
  if (child >= 0) {
    const wire::Role role = run->programs[child].role;
    if (role == wire::Role::kChild || run->programs[child].gated) add_import(started.hProcess, probe_path());
    // The stage must hold a handle before the child can disappear; a fake worker stays until the stage releases it.
    const bool uncounted = run->programs[self].gated != 0 && !current_thread();
    if (uncounted) enter_thread(new_thread(wire::ThreadState::kRunning));
    if (role != wire::Role::kStandin) block_thread({.reason = wire::WaitReason::kOpenGate, .about = child});
    if (uncounted) release_thread();
  }
  if (stay_suspended) return;
  ResumeThread(started.hThread);
  if (child >= 0 && run->programs[child].role == wire::Role::kStandin && run->plan.gate_start_until_ended)
    block_thread({.reason = wire::WaitReason::kStartGate, .about = child});
}

template <typename Start>
BOOL start_process(Recorded& call, const wchar_t* application, const wchar_t* command_line, bool inherit, DWORD flags,
                   PROCESS_INFORMATION* out, Start start) {
  wchar_t name[wire::kNameChars];
  asked_name(name, application, command_line);
  call.text(0, application, application ? std::wcslen(application) * sizeof(wchar_t) : 0);
  call.text(1, command_line, command_line ? std::wcslen(command_line) * sizeof(wchar_t) : 0);
  call.call_flags(flags);
  if (inherit) call.flag(wire::kInherits);
  if (const DWORD error = ordered_fault(Api::kCreateProcess, name)) {
    SetLastError(error);
    call.flag(wire::kFaulted).done(FALSE, true);
    return FALSE;
  }
  // Output in a new console window would not be recorded, so the child prints to the same place as the program that starts it.
  const DWORD with = (flags & ~static_cast<DWORD>(CREATE_NEW_CONSOLE)) | CREATE_SUSPENDED;
  BOOL ok = start(with);
  // On Wine 8, one start in several thousand fails with this error, because address randomization has used a page that it needs. On
  // Windows, this does not happen.
  if (!ok && GetLastError() == ERROR_INTERNAL_ERROR) ok = start(with);
  if (!ok || !out) {
    call.done(ok, !ok);
    return ok;
  }
  const LastErrorKept kept;
  const std::int32_t child = enlist(*out, application, command_line, (flags & CREATE_SUSPENDED) != 0);
  const std::uint32_t process_handle = remember(out->hProcess, Kind::kProcess, child);
  const std::uint32_t thread_handle = remember(out->hThread, Kind::kThread, child);
  call.started(child).gave(process_handle, thread_handle);
  if (inherit && child >= 0) {
    constexpr std::uint32_t kRoom = 8;
    wire::ObjectRef heirlooms[kRoom];
    if (const std::uint32_t count = bequeath_slots(child, heirlooms, kRoom)) call.on(heirlooms, count);
  }
  after_start(*out, child, (flags & CREATE_SUSPENDED) != 0);
  call.done(TRUE, false);
  return TRUE;
}

BOOL WINAPI hooked_CreateProcessW(LPCWSTR application, LPWSTR command_line, LPSECURITY_ATTRIBUTES process_security,
                                  LPSECURITY_ATTRIBUTES thread_security, BOOL inherit, DWORD flags, LPVOID environment, LPCWSTR folder,
                                  LPSTARTUPINFOW startup, LPPROCESS_INFORMATION out) {
  Recorded call(Api::kCreateProcess);
  // "The Unicode version of this function, CreateProcessW, can modify the contents of this string. Therefore, this parameter cannot be a
  // pointer to read-only memory." (lpCommandLine,
  // https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw) It does so if it has to find the
  // program's name in the string. Wine 8 works on a copy, so the write is done here.
  if (!application && command_line) *const_cast<volatile wchar_t*>(command_line) = *command_line;
  return start_process(call, application, command_line, inherit != 0, flags, out, [&](DWORD with) {
    return CreateProcessW(application, command_line, process_security, thread_security, inherit, with, environment, folder, startup, out);
  });
}

BOOL WINAPI hooked_CreateProcessA(LPCSTR application, LPSTR command_line, LPSECURITY_ATTRIBUTES process_security,
                                  LPSECURITY_ATTRIBUTES thread_security, BOOL inherit, DWORD flags, LPVOID environment, LPCSTR folder,
                                  LPSTARTUPINFOA startup, LPPROCESS_INFORMATION out) {
  wchar_t wide_application[1024];
  wchar_t wide_line[1024];
  Recorded call(Api::kCreateProcess);
  return start_process(call.ansi(), widen(application, wide_application, 1024), widen(command_line, wide_line, 1024), inherit != 0, flags,
                       out, [&](DWORD with) {
                         return CreateProcessA(application, command_line, process_security, thread_security, inherit, with, environment,
                                               folder, startup, out);
                       });
}

// Access rights that no lab needs.
constexpr DWORD kRightsToChange = PROCESS_TERMINATE | PROCESS_CREATE_THREAD | PROCESS_VM_OPERATION | PROCESS_VM_READ | PROCESS_VM_WRITE |
                                  PROCESS_DUP_HANDLE | PROCESS_SET_INFORMATION | PROCESS_SUSPEND_RESUME | WRITE_DAC | WRITE_OWNER |
                                  MAXIMUM_ALLOWED | GENERIC_WRITE | GENERIC_ALL;

HANDLE WINAPI hooked_OpenProcess(DWORD access, BOOL inherit, DWORD pid) {
  const HANDLE process = OpenProcess(access, inherit, pid);
  const LastErrorKept kept;
  const std::int32_t program = program_of(pid);
  if (program < 0) {
    // An id that belongs to no process is only a mistake and does no harm.
    const bool there = process || GetLastError() != ERROR_INVALID_PARAMETER;
    if (there && (access & kRightsToChange) != 0) report_trespass(wire::Trespass::kProcess, access);
    return process;
  }
  Recorded call(Api::kOpenProcess);
  if (process) call.gave(remember(process, Kind::kProcess, program));
  call.started(program).done(process != nullptr, process == nullptr);
  return process;
}

BOOL WINAPI hooked_TerminateProcess(HANDLE process, UINT code) {
  const wire::ObjectRef object = identify(process);
  Recorded call(Api::kTerminateProcess);
  call.on(object).value(static_cast<std::int64_t>(code));
  if (object.kind == Kind::kPseudo) {
    run->programs[self].detached = 1;
    wire::add_event(*run, wire::EventKind::kDetached, self);
  }
  const BOOL ok = TerminateProcess(process, code);
  call.done(ok, !ok);
  return ok;
}

BOOL WINAPI hooked_GetExitCodeProcess(HANDLE process, LPDWORD code) {
  const wire::ObjectRef object = identify(process);
  Recorded call(Api::kGetExitCodeProcess);
  call.on(object);
  if (object.kind == Kind::kProcess && object.program >= 0) {
    count_deed();
    await_leave_to_ask(object.program);
    if (const DWORD error = ordered_fault(Api::kGetExitCodeProcess, run->programs[object.program].name)) {
      SetLastError(error);
      call.flag(wire::kFaulted).done(FALSE, true);
      return FALSE;
    }
  }
  const BOOL ok = GetExitCodeProcess(process, code);
  if (ok && code && *code != STILL_ACTIVE) await_recorded_end(object);
  if (ok && code) call.value(static_cast<std::int64_t>(*code));
  call.done(ok, !ok);
  if (ok && code && object.kind == Kind::kProcess && object.program >= 0) {
    const LastErrorKept kept;
    if (*code == STILL_ACTIVE)
      count_not_yet(object.program, true);
    else
      count_answer(object.program);
  }
  return ok;
}

BOOL WINAPI hooked_GetExitCodeThread(HANDLE thread, LPDWORD code) {
  const wire::ObjectRef object = identify(thread);
  Recorded call(Api::kGetExitCodeThread);
  call.on(object);
  await_main_thread_end(object, thread);
  const BOOL ok = GetExitCodeThread(thread, code);
  if (ok && code) call.value(static_cast<std::int64_t>(*code));
  call.done(ok, !ok);
  return ok;
}

const Hook kHooks[] = {
    {"CreateProcessA", reinterpret_cast<void*>(&hooked_CreateProcessA)},
    {"CreateProcessW", reinterpret_cast<void*>(&hooked_CreateProcessW)},
    {"OpenProcess", reinterpret_cast<void*>(&hooked_OpenProcess)},
    {"TerminateProcess", reinterpret_cast<void*>(&hooked_TerminateProcess)},
    {"GetExitCodeProcess", reinterpret_cast<void*>(&hooked_GetExitCodeProcess)},
    {"GetExitCodeThread", reinterpret_cast<void*>(&hooked_GetExitCodeThread)},
};

}  // namespace

Hooks process_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

Hooks start_hooks() { return {kHooks, 2}; }

}  // namespace lab::probe
