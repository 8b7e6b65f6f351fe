// The headers that declare the names used in the labs.
#include <algorithm>
#include <iterator>

#include "report/compiler_rows.h"

namespace lab::report {
namespace {

struct Declared {
  std::string_view header;
  std::string_view names[44];
};

constexpr Declared kDeclared[] = {
    {"<windows.h>",
     {"HANDLE",
      "DWORD",
      "BOOL",
      "TRUE",
      "FALSE",
      "WORD",
      "UINT",
      "LPVOID",
      "LPDWORD",
      "LPTSTR",
      "LPCTSTR",
      "WINAPI",
      "STARTUPINFO",
      "PROCESS_INFORMATION",
      "SECURITY_ATTRIBUTES",
      "INVALID_HANDLE_VALUE",
      "INFINITE",
      "STILL_ACTIVE",
      "WAIT_OBJECT_0",
      "WAIT_TIMEOUT",
      "WAIT_FAILED",
      "MAILSLOT_WAIT_FOREVER",
      "GENERIC_WRITE",
      "OPEN_EXISTING",
      "CreateMailslot",
      "GetMailslotInfo",
      "CreateFile",
      "ReadFile",
      "WriteFile",
      "CloseHandle",
      "CreateProcess",
      "CreateThread",
      "WaitForSingleObject",
      "WaitForMultipleObjects",
      "GetExitCodeProcess",
      "GetLastError",
      "GetComputerName",
      "Sleep"}},
    {"<tchar.h>", {"TCHAR",      "_T",       "_TEXT",   "_tmain",  "_tprintf", "_ftprintf",  "_stprintf", "_stprintf_s",
                   "_sntprintf", "_fgetts",  "_tcslen", "_tcscmp", "_tcsicmp", "_tcscpy",    "_tcscpy_s", "_tcscat_s",
                   "_tcschr",    "_tcscspn", "_ttoi",   "_tcstol", "_tcstoul", "_tsetlocale"}},
    {"<stdio.h>",
     {"printf", "fprintf", "sprintf", "snprintf", "wprintf", "fgets", "fgetws", "scanf", "puts", "fflush", "stdin", "stdout", "stderr"}},
    {"<stdlib.h>", {"exit", "atoi", "strtol", "strtoul", "wcstoul", "_wtoi", "malloc", "free", "EXIT_SUCCESS", "EXIT_FAILURE"}},
    {"<string.h>", {"strlen", "strcmp", "strcpy", "strcat", "memset", "memcpy", "wcslen", "wcscmp", "wcscpy", "wcscspn"}},
    {"<locale.h>", {"setlocale", "_wsetlocale", "LC_ALL"}},
};

}  // namespace

std::string_view header_of(std::string_view name) {
  for (const Declared& one : kDeclared)
    if (!name.empty() && std::find(std::begin(one.names), std::end(one.names), name) != std::end(one.names)) return one.header;
  return {};
}

}  // namespace lab::report
