// Keywords, literals and functions of Visual C++. Does not include anything itself: the student's own definitions must come before any
// Windows header.
#pragma GCC system_header

#define LAB_PRAGMA(text) _Pragma(#text)
#define __pragma(...) LAB_PRAGMA(__VA_ARGS__)
#define __assume(condition) ((void)0)
#define __FUNCSIG__ __PRETTY_FUNCTION__

#ifndef __cplusplus

static __inline__ int __noop() { return 0; }
#ifdef LAB_COMMON_HEADERS
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#endif

#else

inline int __noop(...) { return 0; }

// Makes GCC warn about NULL if no function with that name accepts it, and about a size that exceeds the array. In elements, not bytes.
struct _iobuf;
struct _SECURITY_ATTRIBUTES;
struct _STARTUPINFOA;
struct _STARTUPINFOW;
struct _PROCESS_INFORMATION;
#define LAB_CREATE_PROCESS(name, Char, Startup)                                                                               \
  extern "C" __attribute__((nonnull(9, 10))) __declspec(dllimport) int __stdcall name(                                        \
      const Char*, Char*, struct _SECURITY_ATTRIBUTES*, struct _SECURITY_ATTRIBUTES*, int, unsigned long, void*, const Char*, \
      struct Startup*, struct _PROCESS_INFORMATION*);
LAB_CREATE_PROCESS(CreateProcessA, char, _STARTUPINFOA)
LAB_CREATE_PROCESS(CreateProcessW, wchar_t, _STARTUPINFOW)
#undef LAB_CREATE_PROCESS
extern "C" __attribute__((access(write_only, 1, 2))) char* __cdecl fgets(char*, int, struct _iobuf*);
extern "C" __attribute__((access(write_only, 1, 2))) wchar_t* __cdecl fgetws(wchar_t*, int, struct _iobuf*);

// Literals such as 1i64.
#define LAB_LITERAL(suffix, type) \
  constexpr type operator"" suffix(unsigned long long value) { return static_cast<type>(value); }
LAB_LITERAL(i8, signed char)
LAB_LITERAL(i16, short)
LAB_LITERAL(i32, int)
LAB_LITERAL(i64, long long)
LAB_LITERAL(I64, long long)
LAB_LITERAL(ui8, unsigned char)
LAB_LITERAL(ui16, unsigned short)
LAB_LITERAL(ui32, unsigned)
LAB_LITERAL(ui64, unsigned long long)
LAB_LITERAL(UI64, unsigned long long)
LAB_LITERAL(uI64, unsigned long long)
#undef LAB_LITERAL

// The overloads of the _s functions that deduce an array's size, for those that MinGW lacks. They take A&, so that an overload in a newer
// MinGW for Char (&)[N] is preferred.
template <class A, class Char>
struct lab_array {};
template <class Char, __SIZE_TYPE__ N>
struct lab_array<Char[N], Char> {
  static constexpr __SIZE_TYPE__ size = N;
};
#define LAB_ARRAY(Char) template <class A, __SIZE_TYPE__ N = lab_array<A, Char>::size>
struct tm;
extern "C" {
__declspec(dllimport) char* gets_s(char*, __SIZE_TYPE__);
__declspec(dllimport) int strncat_s(char*, __SIZE_TYPE__, const char*, __SIZE_TYPE__);
__declspec(dllimport) int wcsncpy_s(wchar_t*, __SIZE_TYPE__, const wchar_t*, __SIZE_TYPE__);
__declspec(dllimport) int wcsncat_s(wchar_t*, __SIZE_TYPE__, const wchar_t*, __SIZE_TYPE__);
__declspec(dllimport) int strerror_s(char*, __SIZE_TYPE__, int);
__declspec(dllimport) int _wcserror_s(wchar_t*, __SIZE_TYPE__, int);
__declspec(dllimport) int _strlwr_s(char*, __SIZE_TYPE__);
__declspec(dllimport) int _strupr_s(char*, __SIZE_TYPE__);
__declspec(dllimport) int asctime_s(char*, __SIZE_TYPE__, const struct tm*);
__declspec(dllimport) wchar_t* wcstok_s(wchar_t*, const wchar_t*, wchar_t**);
}
LAB_ARRAY(char) char* gets_s(A& text) { return gets_s(text, N); }
LAB_ARRAY(char) int strncat_s(A& text, const char* more, __SIZE_TYPE__ most) { return strncat_s(text, N, more, most); }
LAB_ARRAY(wchar_t) int wcsncpy_s(A& text, const wchar_t* from, __SIZE_TYPE__ most) { return wcsncpy_s(text, N, from, most); }
LAB_ARRAY(wchar_t) int wcsncat_s(A& text, const wchar_t* more, __SIZE_TYPE__ most) { return wcsncat_s(text, N, more, most); }
LAB_ARRAY(char) int strerror_s(A& text, int error) { return strerror_s(text, N, error); }
LAB_ARRAY(wchar_t) int _wcserror_s(A& text, int error) { return _wcserror_s(text, N, error); }
LAB_ARRAY(char) int _strlwr_s(A& text) { return _strlwr_s(text, N); }
LAB_ARRAY(char) int _strupr_s(A& text) { return _strupr_s(text, N); }
LAB_ARRAY(char) int asctime_s(A& text, const struct tm* time) { return asctime_s(text, N, time); }
#undef LAB_ARRAY

// The standard's wcstok. A template, so that it may coexist with a declaration in a newer MinGW.
template <class Char>
Char* wcstok(Char* text, const Char* ends, Char** next) {
  return wcstok_s(text, ends, next);
}

// Names that Visual C++'s <iostream> and <string> provide and GCC's do not. The other two macros are for sources that need a name that
// would otherwise conflict with a header.
#if defined(LAB_COMMON_HEADERS) || defined(LAB_EXCEPTION_TEXT) || defined(LAB_MIN_MAX)
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

#include <cctype>
#include <climits>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <limits>
#include <memory>
#include <new>
#include <stdexcept>
#include <system_error>
#include <type_traits>
#include <typeinfo>
#include <utility>
#endif

// std::exception("text").
#ifdef LAB_EXCEPTION_TEXT
#include <chrono>
#include <filesystem>
#include <functional>
#include <future>
#include <iostream>
#include <regex>
#include <string>
namespace std {
class lab_exception : public exception {
 public:
  explicit lab_exception(const char* text = "Unknown exception", int = 0) : text_(text) {}
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  string text_;
};
}  // namespace std
using std::lab_exception;
#define exception(...) lab_exception(__VA_ARGS__)
#endif

// The Windows macros min and max accept two different types; MinGW's headers do not define them in C++.
#ifdef LAB_MIN_MAX
template <class A, class B>
constexpr typename std::common_type<A, B>::type min(A a, B b) {
  return a < b ? a : b;
}
template <class A, class B>
constexpr typename std::common_type<A, B>::type max(A a, B b) {
  return a > b ? a : b;
}
#endif

#endif
