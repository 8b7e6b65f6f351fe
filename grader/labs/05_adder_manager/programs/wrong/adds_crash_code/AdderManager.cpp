// known-wrong: only -1 counts as a failure, so the code of a crash is added | caught by: AdderManager.ReportsAFailedWorker
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define ERROR_CODE ((DWORD)-1)

int _tmain(int argc, TCHAR *argv[])
{
    STARTUPINFO si[2];
    PROCESS_INFORMATION pi[2];
    TCHAR commands[][20] = { _T("PartAdder.exe 1 5"), _T("PartAdder.exe 6 10") };
    DWORD values[2];
    HANDLE processes[2];
    int i, j;

    (void)argc;
    (void)argv;
    memset(si, 0, sizeof(si));
    memset(pi, 0, sizeof(pi));
    for (i = 0; i < 2; i++)
    {
        si[i].cb = sizeof(si[i]);
        if (!CreateProcess(NULL, commands[i], NULL, NULL, TRUE, 0, NULL, NULL, &si[i], &pi[i]))
        {
            _tprintf(_T("Unable to start process %d\n"), i + 1);
            for (j = 0; j < i; j++)
            {
                WaitForSingleObject(pi[j].hProcess, INFINITE);
                CloseHandle(pi[j].hProcess);
                CloseHandle(pi[j].hThread);
            }
            return -1;
        }
        processes[i] = pi[i].hProcess;
    }

    BOOL answered = WaitForMultipleObjects(2, processes, TRUE, INFINITE) != WAIT_FAILED;
    for (i = 0; i < 2; i++)
    {
        answered &= GetExitCodeProcess(pi[i].hProcess, &values[i]);
        CloseHandle(pi[i].hThread);
        CloseHandle(pi[i].hProcess);
    }
    if (!answered || values[0] == ERROR_CODE || values[1] == ERROR_CODE)
    {
        _tprintf(_T("PartAdder failed\n"));
        return -1;
    }
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\n"), values[0], values[1]);
    _tprintf(_T("total: %lu\n"), values[0] + values[1]);
    return 0;
}
