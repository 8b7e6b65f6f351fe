// Functions of Visual C++'s C runtime that msvcrt.dll lacks.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

// The result does not fit, which is a mistake of the caller: Visual C++ terminates the program.
static void too_long(void) {
  fflush(NULL);
  _exit((int)0xC0000409);
}

// MinGW's headers declare them as functions of the DLL, which are called through a pointer.
#define LAB_IMPORT(name) void* __imp_##name = (void*)lab_##name

static char* lab_gets_s(char* text, size_t room) {
  size_t length = 0;
  int c = getchar();
  if (c == EOF) return NULL;
  for (; c != EOF && c != '\n'; c = getchar()) {
    if (length + 1 >= room) too_long();
    text[length++] = (char)c;
  }
  text[length] = '\0';
  return text;
}
LAB_IMPORT(gets_s);

static wchar_t* lab__getws_s(wchar_t* text, size_t room) {
  size_t length = 0;
  wint_t c = getwchar();
  if (c == WEOF) return NULL;
  for (; c != WEOF && c != L'\n'; c = getwchar()) {
    if (length + 1 >= room) too_long();
    text[length++] = (wchar_t)c;
  }
  text[length] = L'\0';
  return text;
}
LAB_IMPORT(_getws_s);

static errno_t lab__dupenv_s(char** value, size_t* size, const char* name) {
  const char* found = getenv(name);
  *value = found ? _strdup(found) : NULL;
  if (size) *size = found ? strlen(found) + 1 : 0;
  return found && !*value ? ENOMEM : 0;
}
LAB_IMPORT(_dupenv_s);

static errno_t lab__wdupenv_s(wchar_t** value, size_t* size, const wchar_t* name) {
  const wchar_t* found = _wgetenv(name);
  *value = found ? _wcsdup(found) : NULL;
  if (size) *size = found ? wcslen(found) + 1 : 0;
  return found && !*value ? ENOMEM : 0;
}
LAB_IMPORT(_wdupenv_s);
