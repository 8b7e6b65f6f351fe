// Gets error messages from FormatMessage.
#include "win32/error.h"

#include <fmt/core.h>

namespace lab::win32 {

Error::Error(const std::string& api, DWORD code) : std::runtime_error(describe(api, code)), code_(code) {}

void throw_last_error(const std::string& api) { throw Error(api, GetLastError()); }

std::string describe(const std::string& api, DWORD code) {
  wchar_t text[512];
  DWORD length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr, code,
                                MAKELANGID(LANG_ENGLISH, SUBLANG_ENGLISH_US), text, 512, nullptr);
  while (length > 0 && text[length - 1] <= L' ') --length;
  return fmt::format("{} failed with error {}{}", api, code, length ? " (" + narrow({text, length}) + ")" : "");
}

std::string narrow(std::wstring_view text) {
  const int chars = static_cast<int>(text.size());
  const int bytes = WideCharToMultiByte(CP_UTF8, 0, text.data(), chars, nullptr, 0, nullptr, nullptr);
  std::string out(static_cast<std::size_t>(bytes), '\0');
  WideCharToMultiByte(CP_UTF8, 0, text.data(), chars, out.data(), bytes, nullptr, nullptr);
  return out;
}

std::wstring widen(std::string_view text) {
  const int bytes = static_cast<int>(text.size());
  const int chars = MultiByteToWideChar(CP_UTF8, 0, text.data(), bytes, nullptr, 0);
  std::wstring out(static_cast<std::size_t>(chars), L'\0');
  MultiByteToWideChar(CP_UTF8, 0, text.data(), bytes, out.data(), chars);
  return out;
}

}  // namespace lab::win32
