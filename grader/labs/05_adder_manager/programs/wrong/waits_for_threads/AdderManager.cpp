// known-wrong: waits for the workers' first threads instead of the processes | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi1 = {}, pi2 = {};
    TCHAR command1[] = _T("PartAdder 1 5");
    TCHAR command2[] = _T("PartAdder 6 10");
    DWORD v1 = 0, v2 = 0;
    int exitCode = -1;
    si.cb = sizeof(si);

    BOOL started = CreateProcess(NULL, command1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi1) &&
                   CreateProcess(NULL, command2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi2);
    if (!started)
    {
        _tprintf(_T("Unable to start, error %lu\n"), GetLastError());
    }
    else
    {
        HANDLE threads[] = { pi1.hThread, pi2.hThread };
        WaitForMultipleObjects(2, threads, TRUE, INFINITE);
        GetExitCodeProcess(pi1.hProcess, &v1);
        GetExitCodeProcess(pi2.hProcess, &v2);
        if (v1 < 0x80000000 && v2 < 0x80000000)
        {
            _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), v1, v2, v1 + v2);
            exitCode = 0;
        }
    }

    if (pi1.hProcess != NULL)
    {
        CloseHandle(pi1.hThread);
        CloseHandle(pi1.hProcess);
    }
    if (pi2.hProcess != NULL)
    {
        CloseHandle(pi2.hThread);
        CloseHandle(pi2.hProcess);
    }
    return exitCode;
}
