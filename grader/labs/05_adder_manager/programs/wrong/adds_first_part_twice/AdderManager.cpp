// known-wrong: the total is twice the first part | caught by: AdderManager.PrintsPartsAndTotal AdderManager.AddsWhatTheWorkersReturn AdderManager.BelievesAnExitCodeOf259 AdderManager.WorksWithYourPartAdder
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait and every question

int _tmain()
{
    STARTUPINFO si1 = {}, si2 = {};
    PROCESS_INFORMATION pi1, pi2;
    TCHAR cmd1[] = _T("PartAdder 1 5");
    TCHAR cmd2[] = _T("PartAdder 6 10");
    DWORD v1 = 0, v2 = 0, total = 0;
    si1.cb = sizeof(si1);
    si2.cb = sizeof(si2);

    if (!CreateProcess(NULL, cmd1, NULL, NULL, FALSE, 0, NULL, NULL, &si1, &pi1))
    {
        _tprintf(_T("Unable to start %lu\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, cmd2, NULL, NULL, FALSE, 0, NULL, NULL, &si2, &pi2))
    {
        _tprintf(_T("Unable to start %lu\n"), GetLastError());
        answered &= WaitForSingleObject(pi1.hProcess, INFINITE) == WAIT_OBJECT_0;
        CloseHandle(pi1.hProcess);
        CloseHandle(pi1.hThread);
        return -1;
    }

    answered &= WaitForSingleObject(pi1.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(pi1.hProcess, &v1);
    total += v1;
    CloseHandle(pi1.hProcess);
    CloseHandle(pi1.hThread);

    answered &= WaitForSingleObject(pi2.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(pi2.hProcess, &v2);
    total += v1;
    CloseHandle(pi2.hProcess);
    CloseHandle(pi2.hThread);

    if (!answered || v1 >= 0x80000000 || v2 >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\n"), v1);
    _tprintf(_T("return_val2: %lu\n"), v2);
    _tprintf(_T("total: %lu\n"), total);
    return 0;
}
