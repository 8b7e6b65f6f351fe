// known-wrong: sleeps 50 ms instead of waiting | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL start(LPTSTR command, PROCESS_INFORMATION *pi)
{
    STARTUPINFO si;
    memset(&si, 0, sizeof si);
    si.cb = sizeof si;
    memset(pi, 0, sizeof *pi);
    if (CreateProcess(_T("PartAdder.exe"), command, NULL, NULL, FALSE, 0, NULL, NULL, &si, pi))
        return TRUE;
    printf("Unable to start PartAdder (%lu)\n", GetLastError());
    return FALSE;
}

int _tmain()
{
    TCHAR left[] = _T("PartAdder 1 5"), right[] = _T("PartAdder 6 10");
    PROCESS_INFORMATION a, b;
    DWORD x = 0, y = 0;
    int rc = -1;

    if (!start(left, &a))
        return -1;
    if (start(right, &b)) {
        Sleep(50);  // they are quick
        GetExitCodeProcess(a.hProcess, &x);
        GetExitCodeProcess(b.hProcess, &y);
        if ((LONG)x >= 0 && (LONG)y >= 0) {
            printf("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n", x, y, x + y);
            rc = 0;
        }
        CloseHandle(b.hThread);
        CloseHandle(b.hProcess);
    }
    CloseHandle(a.hThread);
    CloseHandle(a.hProcess);
    return rc;
}
