// A bare launch.
#include "stage/bare.h"

#include "win32/error.h"
#include "win32/handle.h"

namespace lab::stage {

void launch_bare(const Scenario& scenario) {
  constexpr DWORD kLongestMs = 10'000;
  SECURITY_ATTRIBUTES inheritable = {sizeof inheritable, nullptr, TRUE};
  win32::FileHandle nothing(
      CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inheritable, OPEN_EXISTING, 0, nullptr));
  if (!nothing) win32::throw_last_error("CreateFile (NUL)");
  STARTUPINFOW startup = {};
  startup.cb = sizeof startup;
  startup.dwFlags = STARTF_USESTDHANDLES;
  startup.hStdInput = startup.hStdOutput = startup.hStdError = nothing.get();
  const std::wstring folder = win32::widen(scenario.folder);
  const std::wstring exe = folder + L"\\" + win32::widen(scenario.exe);
  std::wstring line = L"\"" + exe + L"\" " + win32::widen(scenario.arguments);
  PROCESS_INFORMATION started = {};
  if (!CreateProcessW(exe.c_str(), line.data(), nullptr, nullptr, TRUE, 0, nullptr, folder.c_str(), &startup, &started))
    win32::throw_last_error("CreateProcess");
  const win32::Handle process(started.hProcess);
  const win32::Handle thread(started.hThread);
  if (WaitForSingleObject(process.get(), kLongestMs) != WAIT_OBJECT_0) TerminateProcess(process.get(), wire::kEndedByGrader);
}

}  // namespace lab::stage
