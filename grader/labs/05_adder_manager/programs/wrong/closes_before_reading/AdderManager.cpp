// known-wrong: closes the process handles before it gets the exit codes | caught by: AdderManager.PrintsPartsAndTotal AdderManager.AddsWhatTheWorkersReturn AdderManager.BelievesAnExitCodeOf259 AdderManager.ReportsAFailedWorker AdderManager.WorksWithYourPartAdder
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION a = {}, b = {};
    TCHAR first[] = _T("PartAdder 1 5"), second[] = _T("PartAdder 6 10");
    si.cb = sizeof si;

    if (!CreateProcess(NULL, first, NULL, NULL, FALSE, 0, NULL, NULL, &si, &a)) {
        _putts(_T("Unable to start PartAdder 1 5"));
        return -1;
    }
    CloseHandle(a.hThread);
    if (!CreateProcess(NULL, second, NULL, NULL, FALSE, 0, NULL, NULL, &si, &b)) {
        _putts(_T("Unable to start PartAdder 6 10"));
        CloseHandle(a.hProcess);
        return -1;
    }
    CloseHandle(b.hThread);

    answered &= WaitForSingleObject(a.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= WaitForSingleObject(b.hProcess, INFINITE) == WAIT_OBJECT_0;
    // Both have ended: their handles are not needed any more.
    CloseHandle(a.hProcess);
    CloseHandle(b.hProcess);

    DWORD x = 0, y = 0;
    GetExitCodeProcess(a.hProcess, &x);
    GetExitCodeProcess(b.hProcess, &y);
    if (!answered || x >= 0x80000000 || y >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), x, y, x + y);
    return 0;
}
