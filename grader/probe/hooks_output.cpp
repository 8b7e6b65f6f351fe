// What the program writes to its standard output and standard error, and to mailslots.
#include <windows.h>

#include <initializer_list>

#include "probe/answers.h"
#include "probe/handles.h"
#include "probe/imports.h"
#include "probe/output.h"
#include "probe/probe.h"
#include "probe/recorder.h"
#include "probe/send.h"

namespace lab::probe {
namespace {

std::atomic<std::uint32_t> recorded_writes{0};

using wire::Kind;
using wire::Stream;

BOOL write_message(HANDLE file, const wire::ObjectRef& object, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped) {
  const SlotEnd end = end_of(file);
  Recorded call(wire::Api::kWriteFile);
  call.on(object).slot(object.slot).call_flags(bytes).message(data, bytes, end.wide);
  count_deed();
  BOOL ok = FALSE;
  const wire::Slot& slot = run->slots[object.slot];
  if (const DWORD error = ordered_fault(wire::Api::kWriteFile, slot.name)) {
    SetLastError(error);
    call.flag(wire::kFaulted);
  } else if (object.kind == Kind::kMailslot) {
    ok = WriteFile(file, data, bytes, written, overlapped);  // fails: the receiver's end cannot be written to on any system
  } else if (slot.is_address) {
    ok = send_to_address(file, object.slot, data, bytes, written, overlapped);
  } else {
    ok = send_to_slot(file, object.slot, data, bytes, written, overlapped);
  }
  call.value(ok ? static_cast<std::int64_t>(bytes) : 0).done(ok, !ok);
  if (slot.owner < 0 && slot.written > wire::kMostSent) run->overflow = 1;
  wake_stage();
  return ok;
}

BOOL WINAPI hooked_WriteFile(HANDLE file, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped) {
  constexpr std::uint32_t kMaxWrites = 1024;  // the recording does not need all the output of a program that prints endlessly
  const Stream stream = stream_of(file);
  if (stream == Stream::kNone) {
    const wire::ObjectRef object = identify(file);
    if (object.kind == Kind::kMailslot || object.kind == Kind::kMailslotClient)
      return write_message(file, object, data, bytes, written, overlapped);
    if (object.kind == Kind::kOther || object.kind == Kind::kProcess || object.kind == Kind::kThread)
      return WriteFile(file, data, bytes, written, overlapped);
    Recorded call(wire::Api::kWriteFile);
    call.on(object).call_flags(bytes);
    const BOOL ok = WriteFile(file, data, bytes, written, overlapped);
    call.done(ok, !ok);
    return ok;
  }
  run->programs[self].printed.fetch_add(bytes);
  run->programs[self].printed_in_all.fetch_add(bytes);
  if (!data || Recorded::add_to_last_write(stream, data, bytes) || recorded_writes.fetch_add(1) >= kMaxWrites)
    return print(file, stream, data, bytes, written, overlapped);
  Recorded call(wire::Api::kWriteFile);
  call.written(stream, data, bytes);
  const BOOL ok = print(file, stream, data, bytes, written, overlapped);
  call.done(ok, !ok);
  return ok;
}

// The Visual C++ runtime buffers output unless it goes to a device. A statically linked runtime exports nothing that could turn this off,
// but it asks for the type of its output handles.
DWORD WINAPI hooked_GetFileType(HANDLE file) {
  const DWORD type = GetFileType(file);
  return type == FILE_TYPE_PIPE && stream_of(file) != Stream::kNone ? FILE_TYPE_CHAR : type;
}

const Hook kHooks[] = {
    {"WriteFile", reinterpret_cast<void*>(&hooked_WriteFile)},
    {"GetFileType", reinterpret_cast<void*>(&hooked_GetFileType)},
};

}  // namespace

Hooks output_hooks() { return {kHooks, sizeof kHooks / sizeof *kHooks}; }

void unbuffer_output(const wchar_t* dll) {
  // FILE is opaque in both runtimes, but each exports setvbuf and a function that returns its streams. In msvcrt, FILE is 48 bytes long on
  // x64.
  constexpr int kUnbuffered = 4;  // _IONBF in both
  constexpr std::size_t kMsvcrtFileBytes = 48;
  const HMODULE runtime = GetModuleHandleW(dll);
  if (!runtime) return;
  const auto find = [&](const char* name) { return reinterpret_cast<void*>(GetProcAddress(runtime, name)); };
  const auto setvbuf = reinterpret_cast<int(__cdecl*)(void*, char*, int, std::size_t)>(find("setvbuf"));
  const auto file = reinterpret_cast<void*(__cdecl*)(unsigned)>(find("__acrt_iob_func"));
  const auto files = reinterpret_cast<char*(__cdecl*)()>(find("__iob_func"));
  for (const unsigned number : {1u, 2u}) {  // stdout, stderr
    void* stream = file ? file(number) : files ? files() + number * kMsvcrtFileBytes : nullptr;
    if (setvbuf && stream) setvbuf(stream, nullptr, kUnbuffered, 0);
  }
}

}  // namespace lab::probe
