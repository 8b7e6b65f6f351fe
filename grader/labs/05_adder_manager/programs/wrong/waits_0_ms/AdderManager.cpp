// known-wrong: waits with a time-out of 0, which only checks the state | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <locale.h>

BOOL Run(const TCHAR *what, LPPROCESS_INFORMATION info)
{
    STARTUPINFO si;
    TCHAR command[MAX_PATH];
    ZeroMemory(&si, sizeof(si));
    si.cb = sizeof(si);
    lstrcpyn(command, what, MAX_PATH);
    return CreateProcess(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &si, info);
}

int _tmain()
{
    _tsetlocale(LC_ALL, _T(""));
    PROCESS_INFORMATION p, q;
    DWORD m = 0, n = 0;

    if (!Run(_T("PartAdder 1 5"), &p))
    {
        _tprintf(_T("Unable to start! (%lu)\n"), GetLastError());
        return -1;
    }
    if (!Run(_T("PartAdder 6 10"), &q))
    {
        _tprintf(_T("Unable to start! (%lu)\n"), GetLastError());
        WaitForSingleObject(p.hProcess, INFINITE);
        CloseHandle(p.hProcess), CloseHandle(p.hThread);
        return -1;
    }

    WaitForSingleObject(p.hProcess, 0);
    WaitForSingleObject(q.hProcess, 0);

    GetExitCodeProcess(p.hProcess, &m);
    GetExitCodeProcess(q.hProcess, &n);
    CloseHandle(p.hProcess), CloseHandle(p.hThread);
    CloseHandle(q.hProcess), CloseHandle(q.hThread);
    if (m >= 0x80000000 || n >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), m, n, m + n);
    return 0;
}
