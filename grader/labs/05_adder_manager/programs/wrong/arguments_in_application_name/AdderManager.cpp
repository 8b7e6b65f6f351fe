// known-wrong: puts the whole command line into lpApplicationName | caught by: AdderManager.StartsBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi1, pi2;
    si.cb = sizeof(si);

    if (!CreateProcess(_T("PartAdder.exe 1 5"), NULL, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi1))
    {
        _tprintf(_T("Unable to start PartAdder 1 5: error %lu\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(_T("PartAdder.exe 6 10"), NULL, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi2))
    {
        _tprintf(_T("Unable to start PartAdder 6 10: error %lu\n"), GetLastError());
        CloseHandle(pi1.hThread);
        CloseHandle(pi1.hProcess);
        return -1;
    }

    DWORD v1 = 0, v2 = 0;
    WaitForSingleObject(pi1.hProcess, INFINITE);
    WaitForSingleObject(pi2.hProcess, INFINITE);
    GetExitCodeProcess(pi1.hProcess, &v1);
    GetExitCodeProcess(pi2.hProcess, &v2);
    CloseHandle(pi1.hThread);
    CloseHandle(pi1.hProcess);
    CloseHandle(pi2.hThread);
    CloseHandle(pi2.hProcess);
    if (v1 >= 0x80000000 || v2 >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), v1, v2, v1 + v2);
    return 0;
}
