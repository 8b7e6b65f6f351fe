// known-wrong: ends with -1 when a worker, a wait or a question failed, but prints the total first | caught by: AdderManager.ReportsAFailedWait AdderManager.ReportsAFailedWorker
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    STARTUPINFO si = {};
    si.cb = sizeof(si);
    PROCESS_INFORMATION p1, p2;
    TCHAR t1[] = _T("PartAdder 1 5");
    TCHAR t2[] = _T("PartAdder 6 10");

    if (!CreateProcess(_T("PartAdder.exe"), t1, 0, 0, FALSE, 0, 0, 0, &si, &p1))
        return _tprintf(_T("Unable to start: %lu\n"), GetLastError()), -1;
    if (!CreateProcess(_T("PartAdder.exe"), t2, 0, 0, FALSE, 0, 0, 0, &si, &p2))
    {
        _tprintf(_T("Unable to start: %lu\n"), GetLastError());
        CloseHandle(p1.hThread);
        CloseHandle(p1.hProcess);
        return -1;
    }

    DWORD v1 = 0, v2 = 0;
    if (WaitForSingleObject(p2.hProcess, INFINITE) == WAIT_OBJECT_0)
        GetExitCodeProcess(p2.hProcess, &v2);
    if (WaitForSingleObject(p1.hProcess, INFINITE) == WAIT_OBJECT_0)
        GetExitCodeProcess(p1.hProcess, &v1);

    _tprintf(_T("return_val1: %lu\n"), v1);
    _tprintf(_T("return_val2: %lu\n"), v2);
    _tprintf(_T("total: %lu\n"), v1 + v2);

    CloseHandle(p1.hThread);
    CloseHandle(p1.hProcess);
    CloseHandle(p2.hThread);
    CloseHandle(p2.hProcess);
    return (v1 >= 0x80000000 || v2 >= 0x80000000) ? -1 : 0;
}
