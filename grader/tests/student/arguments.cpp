// A student's program with wmain: prints its arguments, and reads past an array on request.
#include <stdio.h>
#include <windows.h>

int wmain(int argc, wchar_t* argv[], wchar_t* environment[]) {
  int numbers[4] = {1, 2, 3, 4};
  int never_set;
  for (int i = 1; i < argc; ++i) wprintf(L"[%s]", argv[i]);
  wprintf(L" %s\n", environment[0] != NULL ? L"environment" : L"none");
  fflush(stdout);
  if (argc > 1 && argv[1][0] == L'#') return numbers[argc + 2];
  if (argc > 1 && argv[1][0] == L'?') return never_set & 0xFF;
  return -1;
}
