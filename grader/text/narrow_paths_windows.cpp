// MinGW's libstdc++ converts a narrow string to a std::filesystem::path with the C runtime's locale, not with the program's code page, so
// each byte would become a character. The linker replaces libstdc++'s mbrtowc with this function, which reads UTF-8 (cmake:
// --wrap=mbrtowc).
#ifdef __MINGW32__
#include <cstddef>
#include <cwchar>

extern "C" std::size_t __wrap_mbrtowc(wchar_t* to, const char* from, std::size_t size, std::mbstate_t* state) {
  constexpr std::size_t kInvalid = static_cast<std::size_t>(-1), kIncomplete = static_cast<std::size_t>(-2);
  static thread_local std::mbstate_t own{};
  if (!state) state = &own;
  wchar_t ignored = 0;
  if (!to) to = &ignored;
  if (!from || size == 0) return from ? kIncomplete : 0;
  if (*state != 0) {  // the second half of a character that does not fit in one 16-bit wchar_t; its last byte was left unread for this call
    *to = static_cast<wchar_t>(*state);
    *state = 0;
    return 1;
  }
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(from[at]); };
  const std::size_t length = byte(0) < 0x80 ? 1 : byte(0) < 0xC2 ? 0 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : byte(0) < 0xF5 ? 4 : 0;
  if (length == 0) return kInvalid;
  if (size < length) return kIncomplete;
  char32_t code = length == 1 ? byte(0) : byte(0) & (0xFFu >> (length + 1));
  for (std::size_t at = 1; at < length; ++at) {
    if ((byte(at) & 0xC0) != 0x80) return kInvalid;
    code = code << 6 | (byte(at) & 0x3F);
  }
  if (length < 4) {
    *to = static_cast<wchar_t>(code);
    return code == 0 ? 0 : length;
  }
  *to = static_cast<wchar_t>(0xD800 + ((code - 0x10000) >> 10));
  *state = static_cast<std::mbstate_t>(0xDC00 + (code & 0x3FF));
  return 3;
}
#endif
