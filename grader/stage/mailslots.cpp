// Checks and creates the system's mailslots.
#include "stage/mailslots.h"

#include <windows.h>

#include <string>

#include "probe/slots.h"
#include "win32/error.h"

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

win32::FileHandle make_system_slot(const std::wstring& key, std::int32_t slot) {
  wchar_t name[160];
  wire::system_name(name, key.c_str(), slot);
  win32::FileHandle made(CreateMailslotW(name, 0, MAILSLOT_WAIT_FOREVER, nullptr));
  if (!made) win32::throw_last_error("CreateMailslot");
  return made;
}

}  // namespace lab::stage
