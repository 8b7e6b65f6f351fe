// known-wrong: starts and waits, but prints numbers that it knew before | caught by: AdderManager.AddsWhatTheWorkersReturn AdderManager.BelievesAnExitCodeOf259 AdderManager.ReportsAFailedWorker
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    PROCESS_INFORMATION w[2];
    STARTUPINFO si;
    TCHAR c1[] = _T("PartAdder 1 5"), c2[] = _T("PartAdder 6 10");
    ZeroMemory(&si, sizeof si);
    si.cb = sizeof si;

    if (!CreateProcess(NULL, c1, NULL, NULL, FALSE, 0, NULL, NULL, &si, w)) {
        puts("Unable to start PartAdder 1 5");
        return -1;
    }
    if (!CreateProcess(NULL, c2, NULL, NULL, FALSE, 0, NULL, NULL, &si, w + 1)) {
        puts("Unable to start PartAdder 6 10");
        CloseHandle(w[0].hThread);
        CloseHandle(w[0].hProcess);
        return -1;
    }
    BOOL ended = TRUE;
    for (int i = 0; i < 2; i++) {
        ended &= WaitForSingleObject(w[i].hProcess, INFINITE) == WAIT_OBJECT_0;
        CloseHandle(w[i].hThread);
        CloseHandle(w[i].hProcess);
    }
    if (!ended)
        return -1;
    puts("return_val1: 15");
    puts("return_val2: 40");
    puts("total: 55");
    return 0;
}
