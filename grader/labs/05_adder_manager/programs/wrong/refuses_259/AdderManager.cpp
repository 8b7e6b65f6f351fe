// known-wrong: after the wait, treats 259 as an error | caught by: AdderManager.BelievesAnExitCodeOf259
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

BOOL GetSum(HANDLE process, DWORD *sum)
{
    if (WaitForSingleObject(process, INFINITE) != WAIT_OBJECT_0)
        return FALSE;
    if (!GetExitCodeProcess(process, sum))
        return FALSE;
    if (*sum == STILL_ACTIVE)
    {
        _tprintf(_T("The worker has not ended!\n"));
        return FALSE;
    }
    return *sum < 0x80000000;
}

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi1 = {}, pi2 = {};
    TCHAR c1[] = _T("PartAdder 1 5");
    TCHAR c2[] = _T("PartAdder 6 10");
    DWORD s1 = 0, s2 = 0;
    si.cb = sizeof(si);
    if (!CreateProcess(NULL, c1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi1))
    {
        _tprintf(_T("Unable to start: %lu\n"), GetLastError());
        return -1;
    }
    CloseHandle(pi1.hThread);
    if (!CreateProcess(NULL, c2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi2))
    {
        _tprintf(_T("Unable to start: %lu\n"), GetLastError());
        CloseHandle(pi1.hProcess);
        return -1;
    }
    CloseHandle(pi2.hThread);

    BOOL ok1 = GetSum(pi1.hProcess, &s1);
    BOOL ok2 = GetSum(pi2.hProcess, &s2);
    CloseHandle(pi1.hProcess);
    CloseHandle(pi2.hProcess);
    if (!ok1 || !ok2)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), s1, s2, s1 + s2);
    return 0;
}
