// known-wrong: two of the four handles that it waits for are NULL, and WAIT_FAILED goes unnoticed | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define MAX_WORKERS 4

HANDLE workers[MAX_WORKERS];
int count;

BOOL add_worker(const TCHAR *range)
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi;
    TCHAR command[64] = _T("PartAdder ");
    si.cb = sizeof(si);
    _tcscat(command, range);
    if (!CreateProcess(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi))
        return FALSE;
    CloseHandle(pi.hThread);
    workers[count++] = pi.hProcess;
    return TRUE;
}

int leave(int status)
{
    while (count > 0)
        CloseHandle(workers[--count]);
    return status;
}

int _tmain()
{
    DWORD values[MAX_WORKERS] = { 0 };
    if (!add_worker(_T("1 5")) || !add_worker(_T("6 10"))) {
        _tprintf(_T("Unable to start a worker, error %lu\n"), GetLastError());
        return leave(-1);
    }

    if (WaitForMultipleObjects(MAX_WORKERS, workers, TRUE, INFINITE) == WAIT_TIMEOUT)
        return leave(-1);

    for (int i = 0; i < count; i++) {
        if (!GetExitCodeProcess(workers[i], &values[i]) || values[i] >= 0x80000000)
            return leave(-1);
    }
    _tprintf(_T("return_val1: %lu\n"), values[0]);
    _tprintf(_T("return_val2: %lu\n"), values[1]);
    _tprintf(_T("total: %lu\n"), values[0] + values[1]);
    return leave(0);
}
