// Exceptions for Win32 failures, which name the function and the error.
#pragma once

#include <windows.h>

#include <stdexcept>
#include <string>

namespace lab::win32 {

class Error : public std::runtime_error {
 public:
  Error(const std::string& api, DWORD code);
  DWORD code() const { return code_; }

 private:
  DWORD code_;
};

// Throws Error with the calling thread's last error.
[[noreturn]] void throw_last_error(const std::string& api);

// "CreateProcess failed with error 2 (File not found.)"
std::string describe(const std::string& api, DWORD code);

// UTF-16 <-> UTF-8; unpaired surrogates and invalid bytes become U+FFFD.
std::string narrow(std::wstring_view text);
std::wstring widen(std::string_view text);

}  // namespace lab::win32
