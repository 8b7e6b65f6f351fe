// known-wrong: treats the wait's result as the worker's exit code | caught by: AdderManager.PrintsPartsAndTotal AdderManager.AddsWhatTheWorkersReturn AdderManager.BelievesAnExitCodeOf259 AdderManager.ReportsAFailedWorker AdderManager.WorksWithYourPartAdder
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION one = {}, two = {};
    TCHAR commandOne[] = _T("PartAdder 1 5");
    TCHAR commandTwo[] = _T("PartAdder 6 10");
    si.cb = sizeof(si);

    if (!CreateProcess(NULL, commandOne, NULL, NULL, FALSE, 0, NULL, NULL, &si, &one))
    {
        _tprintf(_T("Unable to start: %lu\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, commandTwo, NULL, NULL, FALSE, 0, NULL, NULL, &si, &two))
    {
        _tprintf(_T("Unable to start: %lu\n"), GetLastError());
        WaitForSingleObject(one.hProcess, INFINITE);
        CloseHandle(one.hThread);
        CloseHandle(one.hProcess);
        return -1;
    }

    DWORD return_val1 = WaitForSingleObject(one.hProcess, INFINITE);
    DWORD return_val2 = WaitForSingleObject(two.hProcess, INFINITE);
    CloseHandle(one.hThread);
    CloseHandle(one.hProcess);
    CloseHandle(two.hThread);
    CloseHandle(two.hProcess);
    if (return_val1 >= 0x80000000 || return_val2 >= 0x80000000)
        return -1;

    _tprintf(_T("return_val1: %lu\n"), return_val1);
    _tprintf(_T("return_val2: %lu\n"), return_val2);
    _tprintf(_T("total: %lu\n"), return_val1 + return_val2);
    return 0;
}
