// also-right: reads the exit codes too early to show 259, and reads them again after the waits
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait and every question

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi1 = {}, pi2 = {};
    TCHAR c1[] = _T("PartAdder 1 5");
    TCHAR c2[] = _T("PartAdder 6 10");
    DWORD v1 = 0, v2 = 0;
    si.cb = sizeof(si);

    if (!CreateProcess(NULL, c1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi1) ||
        !CreateProcess(NULL, c2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi2))
    {
        _tprintf(_T("Unable to start PartAdder: %lu\n"), GetLastError());
        if (pi1.hProcess)
        {
            CloseHandle(pi1.hThread);
            CloseHandle(pi1.hProcess);
        }
        return -1;
    }

    answered &= GetExitCodeProcess(pi1.hProcess, &v1);
    answered &= GetExitCodeProcess(pi2.hProcess, &v2);
    _tprintf(_T("too early: %lu and %lu\n"), v1, v2);

    answered &= WaitForSingleObject(pi1.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= WaitForSingleObject(pi2.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(pi1.hProcess, &v1);
    answered &= GetExitCodeProcess(pi2.hProcess, &v2);
    CloseHandle(pi1.hThread);
    CloseHandle(pi2.hThread);
    CloseHandle(pi1.hProcess);
    CloseHandle(pi2.hProcess);
    if (!answered || v1 >= 0x80000000 || v2 >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), v1, v2, v1 + v2);
    return 0;
}
