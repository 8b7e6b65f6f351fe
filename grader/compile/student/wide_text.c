// Wide printf and scanf as in Visual Studio: %s is a wide string. MinGW's own versions treat it as a narrow one and print only its first
// letter.
#include <stdarg.h>
#include <stdio.h>
#include <wchar.h>

int __mingw_vfwprintf(FILE* file, const wchar_t* format, va_list arguments) { return __ms_vfwprintf(file, format, arguments); }

int __mingw_vwprintf(const wchar_t* format, va_list arguments) { return __ms_vfwprintf(stdout, format, arguments); }

// In mingw-w64 14 and later, these do not call the functions above. Those that are not defined here call one of this file.
int __mingw_fwprintf(FILE* file, const wchar_t* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = __ms_vfwprintf(file, format, arguments);
  va_end(arguments);
  return length;
}

int __mingw_wprintf(const wchar_t* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = __ms_vfwprintf(stdout, format, arguments);
  va_end(arguments);
  return length;
}

// Like Visual Studio's swprintf: returns -1 if the text does not fit, and terminates the part that fits.
int __mingw_vsnwprintf(wchar_t* text, size_t room, const wchar_t* format, va_list arguments) {
  const int length = _vsnwprintf(text, room, format, arguments);
  if (length >= 0 && (size_t)length < room) return length;
  if (room > 0) text[room - 1] = L'\0';
  return -1;
}

#if __MINGW64_VERSION_MAJOR >= 14
int __mingw_vswprintf(wchar_t* text, size_t room, const wchar_t* format, va_list arguments) {
  return __mingw_vsnwprintf(text, room, format, arguments);
}
#else
int __mingw_vswprintf(wchar_t* text, const wchar_t* format, va_list arguments) { return _vswprintf(text, format, arguments); }
#endif

// msvcrt's scanf does not take a va_list. Every argument of a scanf is a pointer, so this passes more of them than any line needs.
#define MOST 8

int __mingw_vfwscanf(FILE* file, const wchar_t* format, va_list arguments) {
  void* p[MOST];
  for (int i = 0; i < MOST; ++i) p[i] = va_arg(arguments, void*);
  return __ms_fwscanf(file, format, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
}

int __mingw_vswscanf(const wchar_t* text, const wchar_t* format, va_list arguments) {
  void* p[MOST];
  for (int i = 0; i < MOST; ++i) p[i] = va_arg(arguments, void*);
  return __ms_swscanf(text, format, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
}
