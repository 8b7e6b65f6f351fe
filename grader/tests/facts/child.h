// Runs this program again as a child that does one thing and reports the result in its exit code.
#pragma once

#include <windows.h>

#include <string>

#include "win32/handle.h"

namespace lab::facts {

// A child's exit code: kWell or more if it succeeded, otherwise the error.
inline constexpr DWORD kWell = 0x100000;

class Child {
 public:
  // Creates the child without starting it. It inherits all inheritable handles, and gets `handle` as an argument. Throws Unexpected.
  Child(const std::wstring& errand, const std::wstring& name, HANDLE handle = nullptr);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  // Starts it and waits for it to exit.
  DWORD exit_code();

 private:
  win32::Handle process_, thread_;
};

// The child's side: performs `errand`.
//   make NAME     CreateMailslot, not closed         write NAME    CreateFile and one WriteFile
//   ask HANDLE    GetMailslotInfo                    write_to HANDLE   one WriteFile
//   read HANDLE   ReadFile; kWell + bytes read
DWORD run_errand(const std::wstring& errand, const std::wstring& name, HANDLE handle);

// The result in words: "succeeds, 12 bytes", "fails with error 6".
std::string in_words(DWORD exit_code);

}  // namespace lab::facts
