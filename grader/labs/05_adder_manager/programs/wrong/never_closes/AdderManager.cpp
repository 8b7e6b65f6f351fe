// known-wrong: closes no handle | caught by: AdderManager.ClosesItsHandles
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION worker1, worker2;
    TCHAR line[40];
    si.cb = sizeof(si);

    _tcscpy(line, _T("PartAdder 1 5"));
    if (!CreateProcess(NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &si, &worker1))
    {
        _tprintf(_T("Unable to start\n"));
        return -1;
    }
    _tcscpy(line, _T("PartAdder 6 10"));
    if (!CreateProcess(NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &si, &worker2))
    {
        _tprintf(_T("Unable to start\n"));
        return -1;
    }

    HANDLE both[2] = { worker1.hProcess, worker2.hProcess };
    DWORD parts[2];
    if (WaitForMultipleObjects(2, both, TRUE, INFINITE) == WAIT_FAILED)
        return -1;
    for (int i = 0; i < 2; i++)
    {
        if (!GetExitCodeProcess(both[i], &parts[i]) || parts[i] >= 0x80000000)
        {
            _tprintf(_T("worker %d failed\n"), i + 1);
            return -1;
        }
    }
    _tprintf(_T("return_val1: %lu\n"), parts[0]);
    _tprintf(_T("return_val2: %lu\n"), parts[1]);
    _tprintf(_T("total: %lu\n"), parts[0] + parts[1]);
    return 0;
}
