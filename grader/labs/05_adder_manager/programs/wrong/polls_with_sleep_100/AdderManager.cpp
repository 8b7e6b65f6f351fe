// known-wrong: checks ten times a second whether the exit code is still 259 | caught by: AdderManager.WaitsForBothWorkers AdderManager.BelievesAnExitCodeOf259
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

DWORD result_of(HANDLE process)
{
    DWORD code = 0;
    for (;;) {
        if (!GetExitCodeProcess(process, &code)) return 0xFFFFFFFF;
        if (code != 259) return code;
        Sleep(100);
    }
}

void drop(PROCESS_INFORMATION *pi)
{
    CloseHandle(pi->hThread);
    CloseHandle(pi->hProcess);
}

int _tmain()
{
    STARTUPINFO si;
    PROCESS_INFORMATION pi_a, pi_b;
    TCHAR a[64], b[64];
    memset(&si, 0, sizeof(si));
    si.cb = sizeof(si);
    _tcscpy(a, _T("PartAdder 1 5"));
    _tcscpy(b, _T("PartAdder 6 10"));

    if (!CreateProcess(NULL, a, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi_a)) {
        _tprintf(_T("Unable to start a: %lu\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, b, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi_b)) {
        _tprintf(_T("Unable to start b: %lu\n"), GetLastError());
        TerminateProcess(pi_a.hProcess, 0);
        drop(&pi_a);
        return -1;
    }

    DWORD first = result_of(pi_a.hProcess);
    DWORD second = result_of(pi_b.hProcess);
    drop(&pi_a);
    drop(&pi_b);
    if (first >= 0x80000000 || second >= 0x80000000) {
        _tprintf(_T("worker failed\n"));
        return -1;
    }
    _tprintf(_T("return_val1: %lu\n"), first);
    _tprintf(_T("return_val2: %lu\n"), second);
    _tprintf(_T("total: %lu\n"), first + second);
    return 0;
}
