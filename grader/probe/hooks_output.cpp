// What the program prints, when it prints it.
#include <windows.h>

#include <initializer_list>

#include "probe/imports.h"
#include "probe/probe.h"
#include "probe/recorder.h"

namespace lab::probe {
namespace {

std::atomic<std::uint32_t> recorded_writes{0};

BOOL WINAPI hooked_WriteFile(HANDLE file, LPCVOID data, DWORD bytes, LPDWORD written, LPOVERLAPPED overlapped) {
  constexpr std::uint32_t kMaxWrites = 1024;  // an endless printer's output is in the pipe; the recording need not hold all of it
  constexpr DWORD kOutput = 1, kErrors = 2;
  const DWORD stream = !file ? 0 : file == GetStdHandle(STD_OUTPUT_HANDLE) ? kOutput : file == GetStdHandle(STD_ERROR_HANDLE) ? kErrors : 0;
  if (!stream || !data || Recorded::add_to_last_write(stream, data, bytes) || recorded_writes.fetch_add(1) >= kMaxWrites)
    return WriteFile(file, data, bytes, written, overlapped);
  Recorded call(wire::Api::kWriteFile);
  call.written(stream, data, bytes);
  const BOOL ok = WriteFile(file, data, bytes, written, overlapped);
  call.done(ok, !ok);
  return ok;
}

const Hook hooks[] = {{"WriteFile", reinterpret_cast<void*>(&hooked_WriteFile)}};

}  // namespace

Hooks output_hooks() { return {hooks, sizeof hooks / sizeof *hooks}; }

void unbuffer_output(const wchar_t* dll) {
  // Both runtimes keep FILE opaque, and each exports a way to its streams and setvbuf. msvcrt's FILE is 48 bytes on x64.
  constexpr int kUnbuffered = 4;  // _IONBF of both
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
