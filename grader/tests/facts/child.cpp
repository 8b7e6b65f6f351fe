// Starts child processes.
#include "tests/facts/child.h"

#include <cstdint>

#include "tests/facts/facts.h"
#include "tests/facts/slots.h"

namespace lab::facts {
namespace {

constexpr std::string_view kGreeting = "from a child";

DWORD code_of(bool ok, DWORD error) { return ok ? kWell : error; }

}  // namespace

Child::Child(const std::wstring& errand, const std::wstring& name, HANDLE handle) {
  wchar_t own[1024];
  GetModuleFileNameW(nullptr, own, 1024);
  std::wstring line = L"\"" + std::wstring(own) + L"\" --errand " + errand + L" \"" + name + L"\" " +
                      std::to_wstring(reinterpret_cast<std::uintptr_t>(handle));
  STARTUPINFOW startup = {};
  startup.cb = sizeof startup;
  PROCESS_INFORMATION started = {};
  if (!CreateProcessW(own, line.data(), nullptr, nullptr, TRUE, CREATE_SUSPENDED, nullptr, nullptr, &startup, &started))
    throw Unexpected{"CreateProcess fails with error " + std::to_string(GetLastError())};
  process_.reset(started.hProcess);
  thread_.reset(started.hThread);
}

DWORD Child::exit_code() {
  ResumeThread(thread_.get());
  WaitForSingleObject(process_.get(), INFINITE);
  DWORD code = 0;
  GetExitCodeProcess(process_.get(), &code);
  return code;
}

DWORD run_errand(const std::wstring& errand, const std::wstring& name, HANDLE handle) {
  if (errand == L"make") {
    Opened made = create(name);
    const HANDLE left_open = made.handle.release();  // exiting the process must close it
    return code_of(left_open != INVALID_HANDLE_VALUE, made.error);
  }
  if (errand == L"write") {
    const Opened writer = open(name);
    if (!writer.handle) return writer.error;
    const Written written = write(writer.handle.get(), kGreeting);
    return code_of(written.ok, written.error);
  }
  if (errand == L"write_to") {
    const Written written = write(handle, kGreeting);
    return code_of(written.ok, written.error);
  }
  if (errand == L"ask") {
    const Info asked = info(handle);
    return code_of(asked.ok, asked.error);
  }
  const Read got = read(handle);
  return got.ok ? kWell + got.bytes : got.error;
}

std::string in_words(DWORD exit_code) {
  if (exit_code < kWell) return "fails with error " + std::to_string(exit_code);
  return exit_code == kWell ? "succeeds" : "succeeds, " + bytes(exit_code - kWell);
}

}  // namespace lab::facts
