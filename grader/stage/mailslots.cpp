// The answers of the system's mailslots.
#include "stage/mailslots.h"

#include <windows.h>

#include <string>

#include "win32/handle.h"

namespace lab::stage {

bool mailslots_answer_as_documented() {
  constexpr DWORD kMost = 8;
  const std::wstring name = L"\\\\.\\mailslot\\lab.answers." + std::to_wstring(GetCurrentProcessId());
  const win32::FileHandle receiver(CreateMailslotW(name.c_str(), kMost, 0, nullptr));
  const auto open = [&] {
    return win32::FileHandle(CreateFileW(name.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr));
  };
  const win32::FileHandle first = open();
  const win32::FileHandle second = open();
  if (!receiver || !first || !second) return false;
  DWORD done = 0;
  char buffer[kMost] = {};
  if (WriteFile(first.get(), "too large", kMost + 1, &done, nullptr)) return false;
  if (!WriteFile(first.get(), "", 0, &done, nullptr) || !WriteFile(second.get(), "abcd", 4, &done, nullptr)) return false;
  DWORD next = 0;
  DWORD count = 0;
  if (!GetMailslotInfo(receiver.get(), nullptr, &next, &count, nullptr) || next != 0 || count != 2) return false;
  if (!ReadFile(receiver.get(), buffer, kMost, &done, nullptr) || done != 0) return false;
  if (ReadFile(receiver.get(), buffer, 2, &done, nullptr) || GetLastError() != ERROR_INSUFFICIENT_BUFFER) return false;
  return ReadFile(receiver.get(), buffer, kMost, &done, nullptr) && done == 4;
}

}  // namespace lab::stage
