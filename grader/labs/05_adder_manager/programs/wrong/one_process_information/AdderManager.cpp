// known-wrong: both starts share one PROCESS_INFORMATION, so the first worker's handles are lost | caught by: AdderManager.WaitsForBothWorkers AdderManager.BelievesAnExitCodeOf259 AdderManager.ClosesItsHandles
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi = {};
    TCHAR command1[] = _T("PartAdder 1 5");
    TCHAR command2[] = _T("PartAdder 6 10");
    DWORD return_val1 = 0, return_val2 = 0;
    si.cb = sizeof(si);

    if (!CreateProcess(NULL, command1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi))
    {
        _tprintf(_T("Unable to start: %lu\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, command2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi))
    {
        _tprintf(_T("Unable to start: %lu\n"), GetLastError());
        CloseHandle(pi.hThread);
        CloseHandle(pi.hProcess);
        return -1;
    }

    WaitForSingleObject(pi.hProcess, INFINITE);
    GetExitCodeProcess(pi.hProcess, &return_val1);
    WaitForSingleObject(pi.hProcess, INFINITE);
    GetExitCodeProcess(pi.hProcess, &return_val2);
    CloseHandle(pi.hThread);
    CloseHandle(pi.hProcess);
    if (return_val1 >= 0x80000000 || return_val2 >= 0x80000000)
        return -1;

    _tprintf(_T("return_val1: %lu\n"), return_val1);
    _tprintf(_T("return_val2: %lu\n"), return_val2);
    _tprintf(_T("total: %lu\n"), return_val1 + return_val2);
    return 0;
}
