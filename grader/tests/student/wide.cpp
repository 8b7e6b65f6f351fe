// A student's program in the _tmain style: checks that the wide printf and scanf functions behave as in Visual Studio, and ends without a
// return statement.
#include <stdio.h>
#include <tchar.h>
#include <wchar.h>
#include <windows.h>
#include <string>

static int wrong = 0;

static void expect(bool right, const char* what) {
  if (right) return;
  printf("wrong: %s\n", what);
  ++wrong;
}

int _tmain(int argc, TCHAR* argv[]) {
  TCHAR text[64];
  expect(_stprintf_s(text, 32, _T("%s|%d"), _T("abc"), 5) == 5 && _tcscmp(text, _T("abc|5")) == 0, "_stprintf_s");
  expect(swprintf(text, 32, L"%s|%ls|%S|%hs", L"a", L"bc", "de", "fg") == 10 && wcscmp(text, L"a|bc|de|fg") == 0, "swprintf");
  expect(swprintf(text, 4, L"%s", L"too long") == -1 && wcscmp(text, L"too") == 0, "swprintf without room");
  expect(_sntprintf(text, 32, _T("%s"), _T("xy")) == 2 && _tcscmp(text, _T("xy")) == 0, "_sntprintf");
  expect(swprintf(text, 64, L"%lld %zu %u %5.2f", 1234567890123LL, sizeof(int), 4000000000u, 1.5) == 32 &&
             wcscmp(text, L"1234567890123 4 4000000000  1.50") == 0,
         "numbers");
  expect(std::to_wstring(42) == L"42", "to_wstring");
  FILE* file = tmpfile();
  fputws(L"12 word", file);
  rewind(file);
  int number = 0;
  TCHAR word[16] = {};
  expect(fwscanf(file, L"%d %15s", &number, word) == 2 && number == 12 && _tcscmp(word, _T("word")) == 0, "fwscanf");
  fclose(file);
  expect(_stscanf(_T("13 other"), _T("%d %15s"), &number, word) == 2 && number == 13 && _tcscmp(word, _T("other")) == 0, "_stscanf");

  _tprintf(_T("%s %d\n"), argv[argc - 1], argc);
  fwprintf(stdout, L"%s\n", L"whole");
  _ftprintf(stderr, _T("%s\n"), _T("error"));
  if (wrong != 0) return wrong;
}
