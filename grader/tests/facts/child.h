// This program once more, as a child that does one thing and says by its exit code how it went.
#pragma once

#include <windows.h>

#include <string>

#include "win32/handle.h"

namespace lab::facts {

// A child's exit code: kWell and more when what it did succeeded, else the error.
inline constexpr DWORD kWell = 0x100000;

class Child {
 public:
  // Creates the child, not yet running. It inherits what can be inherited, and has `handle` among its words. Throws Unexpected.
  Child(const std::wstring& errand, const std::wstring& name, HANDLE handle = nullptr);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  // Lets it run and waits for its end.
  DWORD exit_code();

 private:
  win32::Handle process_, thread_;
};

// The child's side: does `errand`.
//   make NAME     CreateMailslot, not closed         write NAME    CreateFile and one WriteFile
//   ask HANDLE    GetMailslotInfo                    write_to HANDLE   one WriteFile
//   read HANDLE   ReadFile; kWell + bytes read
DWORD run_errand(const std::wstring& errand, const std::wstring& name, HANDLE handle);

// "succeeds, 12 bytes", "fails, 6".
std::string in_words(DWORD exit_code);

}  // namespace lab::facts
