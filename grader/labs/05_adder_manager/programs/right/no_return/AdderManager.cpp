// also-right: no return at the end of _tmain, which means 0
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait and every question

#define BROKEN(code) ((code) >= 0x80000000)

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION first = {}, second = {};
    TCHAR a[] = _T("PartAdder 1 5"), b[] = _T("PartAdder 6 10");
    DWORD x = 0, y = 0;

    si.cb = sizeof(si);
    if (!CreateProcess(NULL, a, NULL, NULL, FALSE, 0, NULL, NULL, &si, &first))
    {
        _putts(_T("Unable to start the first worker"));
        return -1;
    }
    if (!CreateProcess(NULL, b, NULL, NULL, FALSE, 0, NULL, NULL, &si, &second))
    {
        _putts(_T("Unable to start the second worker"));
        CloseHandle(first.hProcess);
        CloseHandle(first.hThread);
        return -1;
    }
    answered &= WaitForSingleObject(second.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= WaitForSingleObject(first.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(first.hProcess, &x);
    answered &= GetExitCodeProcess(second.hProcess, &y);
    CloseHandle(first.hProcess);
    CloseHandle(first.hThread);
    CloseHandle(second.hProcess);
    CloseHandle(second.hThread);
    if (!answered || BROKEN(x) || BROKEN(y))
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), x, y, x + y);
}
