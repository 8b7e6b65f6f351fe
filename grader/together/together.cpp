// Together: starts programs one after the other, each in its own console window, and runs until all have ended. Visual Studio starts only
// one item in its list at a time; this item starts a receiver and its sender.
//
//   Together "PROGRAM [ARGUMENTS]"...    paths without .exe, relative to the build folder (the parent folder of Together.exe's folder)
//
// Before each program except the first, it waits for Enter, because a sender fails if it starts before its receiver has created the
// mailslot. When Together is stopped, the programs that it has started end, too. Exit status: 0 all programs have ended, 2 a program could
// not be started.
#include <windows.h>

#include <cstdio>
#include <string>
#include <vector>

#include "win32/error.h"
#include "win32/handle.h"

namespace {

using namespace lab::win32;

std::wstring build_folder() {
  wchar_t path[1024];
  std::wstring whole(path, GetModuleFileNameW(nullptr, path, 1024));
  for (int up = 0; up < 2; ++up) whole.erase(whole.rfind(L'\\'));
  return whole;
}

bool korean() { return PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_KOREAN; }

void say(const std::wstring& text) {
  const HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE);
  DWORD written = 0;
  if (WriteConsoleW(out, text.data(), static_cast<DWORD>(text.size()), &written, nullptr)) return;
  const std::string bytes = narrow(text);
  WriteFile(out, bytes.data(), static_cast<DWORD>(bytes.size()), &written, nullptr);
}

Handle job_that_ends_with_us() {
  Handle job(CreateJobObjectW(nullptr, nullptr));
  if (!job) throw_last_error("CreateJobObject");
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  if (!SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits))
    throw_last_error("SetInformationJobObject");
  return job;
}

// Keeps the window open after the program has ended, so that its last output can be read.
Handle start(const std::wstring& line, HANDLE job) {
  const std::size_t end = line.find(L' ');
  std::wstring exe = build_folder() + L"\\" + line.substr(0, end) + L".exe";
  for (wchar_t& c : exe)
    if (c == L'/') c = L'\\';
  if (GetFileAttributesW(exe.c_str()) == INVALID_FILE_ATTRIBUTES) throw_last_error(narrow(exe));
  std::wstring command = L"cmd.exe /d /s /c \"\"" + exe + L"\"" + (end == line.npos ? L"" : line.substr(end)) + L" & pause\"";
  std::wstring title = line.substr(line.find_last_of(L"/\\", end) + 1);
  STARTUPINFOW startup = {};
  startup.cb = sizeof startup;
  startup.lpTitle = title.data();
  PROCESS_INFORMATION process = {};
  if (!CreateProcessW(nullptr, command.data(), nullptr, nullptr, FALSE, CREATE_NEW_CONSOLE | CREATE_SUSPENDED, nullptr, nullptr, &startup,
                      &process))
    throw_last_error("CreateProcess");
  const Handle thread(process.hThread);
  AssignProcessToJobObject(job, process.hProcess);
  ResumeThread(process.hThread);
  return Handle(process.hProcess);
}

}  // namespace

int wmain(int count, wchar_t** arguments) {
  try {
    const Handle job = job_that_ends_with_us();
    std::vector<Handle> started;
    for (int i = 1; i < count; ++i) {
      const std::wstring line = arguments[i];
      if (i > 1) {
        say(korean() ? L"Enter를 누르면 다음을 시작합니다: " + line + L"\r\n" : L"Press Enter to start " + line + L"\r\n");
        if (std::getchar() == EOF) break;
      }
      started.push_back(start(line, job.get()));
    }
    for (const Handle& process : started) WaitForSingleObject(process.get(), INFINITE);
    return 0;
  } catch (const Error& error) {
    say(L"Together: " + widen(error.what()) + L"\r\n");
    return 2;
  }
}
