// known-wrong: starts the second worker only when the first has ended | caught by: AdderManager.RunsThemSideBySide
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

// Runs one worker to its end. FALSE: there is no sum.
static BOOL AddPart(LPTSTR command, DWORD *sum)
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi = {};
    si.cb = sizeof(si);
    if (!CreateProcess(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi))
    {
        _ftprintf(stderr, _T("Unable to start PartAdder, error %lu\n"), GetLastError());
        return FALSE;
    }
    BOOL ok = WaitForSingleObject(pi.hProcess, INFINITE) == WAIT_OBJECT_0 && GetExitCodeProcess(pi.hProcess, sum);
    CloseHandle(pi.hThread);
    CloseHandle(pi.hProcess);
    return ok && *sum < 0x80000000;
}

int _tmain()
{
    TCHAR low[] = _T("PartAdder 1 5");
    TCHAR high[] = _T("PartAdder 6 10");
    DWORD a, b;
    if (!AddPart(low, &a) || !AddPart(high, &b))
        return -1;
    _tprintf(_T("return_val1: %lu\n"), a);
    _tprintf(_T("return_val2: %lu\n"), b);
    _tprintf(_T("total: %lu\n"), a + b);
    return 0;
}
