// Included before a student's source, only by MinGW: provides what Visual C++ has and MinGW lacks.
#pragma GCC system_header

// LAB_VOID_MAIN: the source's main returns void, which GCC accepts only under another name; entry.c then returns 0 for it. Otherwise, wmain
// becomes main, so that a missing return statement means 0. In both cases a wide main is marked for entry.c.
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
