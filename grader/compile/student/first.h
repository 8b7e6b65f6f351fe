// Included before a student's source, by MinGW only: what Visual C++ has and MinGW lacks.
#pragma GCC system_header

// LAB_VOID_MAIN: the source's main returns void, which GCC takes under another name only; entry.c then returns 0 for it. Otherwise wmain
// becomes main, so that a missing return means 0. Either way a wide main is marked as such for entry.c.
#ifdef LAB_VOID_MAIN
#ifdef __cplusplus
void lab_void_main() __asm__("lab_void_main");
void lab_void_main(int) __asm__("lab_void_main");
void lab_void_main(int, char**) __asm__("lab_void_main");
void lab_void_main(int, wchar_t**) __asm__("lab_void_main");
void lab_void_main(int, const char**) __asm__("lab_void_main");
void lab_void_main(int, const wchar_t**) __asm__("lab_void_main");
void lab_void_main(int, char**, char**) __asm__("lab_void_main");
void lab_void_main(int, wchar_t**, wchar_t**) __asm__("lab_void_main");
#endif
#define main lab_void_main
#define wmain __attribute__((section("labwide"))) lab_void_main
#else
#define wmain __attribute__((section("labwide"))) main
#endif

#include "visual_cpp.h"
