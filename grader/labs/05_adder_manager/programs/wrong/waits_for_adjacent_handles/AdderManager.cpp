// known-wrong: treats &pi1.hProcess as an array of both processes, but what follows it is the first thread | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    TCHAR c1[] = _T("PartAdder 1 5"), c2[] = _T("PartAdder 6 10");
    PROCESS_INFORMATION pi1, pi2;
    STARTUPINFO si = {};
    si.cb = sizeof(si);

    if (!CreateProcess(NULL, c1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi1)) {
        _ftprintf(stderr, _T("Unable to start 1 5, error %lu\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, c2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi2)) {
        _ftprintf(stderr, _T("Unable to start 6 10, error %lu\n"), GetLastError());
        WaitForSingleObject(pi1.hProcess, INFINITE);
        CloseHandle(pi1.hProcess);
        CloseHandle(pi1.hThread);
        return -1;
    }

    WaitForMultipleObjects(2, &pi1.hProcess, TRUE, INFINITE);

    DWORD code1 = 0, code2 = 0;
    BOOL known = GetExitCodeProcess(pi1.hProcess, &code1) && GetExitCodeProcess(pi2.hProcess, &code2);
    CloseHandle(pi1.hProcess);
    CloseHandle(pi1.hThread);
    CloseHandle(pi2.hProcess);
    CloseHandle(pi2.hThread);
    if (!known || (int)code1 < 0 || (int)code2 < 0)
        return -1;
    _tprintf(_T("return_val1: %lu\n"), code1);
    _tprintf(_T("return_val2: %lu\n"), code2);
    _tprintf(_T("total: %lu\n"), code1 + code2);
    return 0;
}
