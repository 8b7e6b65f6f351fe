// The entry point of a student's program under MinGW: calls its main with wide or narrow arguments, whichever it was written for.
#define WIN32_LEAN_AND_MEAN
#include <string.h>
#include <windows.h>

// Any signature: main is the student's own. A main that returns void is called lab_void_main (first.h).
#ifdef LAB_VOID_MAIN
extern void lab_void_main();
#define STUDENTS_MAIN lab_void_main
#define CALL(arguments) (lab_void_main arguments, 0)
#else
extern int main();
#define STUDENTS_MAIN main
#define CALL(arguments) main arguments
#endif

// msvcrt's own parsing of the command line (called by the C runtime's start-up code; documented as __getmainargs).
struct startup_info {
  int new_mode;
};
extern int __getmainargs(int* argc, char*** argv, char*** env, int expand_wildcards, struct startup_info* info);

// Programs built by Visual Studio see a * as it was typed.
int _dowildcard = 0;

// Whether main is in the section "labwide", where first.h puts a function that was called wmain.
static int main_is_wide(void) {
  const char* image = (const char*)GetModuleHandleW(NULL);
  const IMAGE_NT_HEADERS64* headers = (const IMAGE_NT_HEADERS64*)(image + ((const IMAGE_DOS_HEADER*)image)->e_lfanew);
  const IMAGE_SECTION_HEADER* section = IMAGE_FIRST_SECTION(headers);
  const size_t at = (size_t)((const char*)&STUDENTS_MAIN - image);
  for (int i = 0; i < headers->FileHeader.NumberOfSections; ++i, ++section) {
    if (at >= section->VirtualAddress && at < section->VirtualAddress + section->Misc.VirtualSize) {
      return memcmp(section->Name, "labwide", IMAGE_SIZEOF_SHORT_NAME) == 0;
    }
  }
  return 0;
}

int wmain(int argc, wchar_t** argv, wchar_t** env) {
  if (main_is_wide()) return CALL((argc, argv, env));
  char** narrow_argv;
  char** narrow_env;
  struct startup_info info = {0};
  __getmainargs(&argc, &narrow_argv, &narrow_env, 0, &info);
  return CALL((argc, narrow_argv, narrow_env));
}
