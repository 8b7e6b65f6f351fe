// hostile: its main thread ends first; only then does another thread start the workers and wait for them.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

DWORD WINAPI GoOn(void *)
{
    HANDLE workers[2] = { NULL, NULL };
    const TCHAR *commands[2] = { _T("PartAdder 1 5"), _T("PartAdder 6 10") };
    for (int i = 0; i < 2; i++)
    {
        STARTUPINFO startup;
        PROCESS_INFORMATION worker;
        ZeroMemory(&startup, sizeof(startup));
        startup.cb = sizeof(startup);
        TCHAR commandLine[32];
        _tcscpy(commandLine, commands[i]);
        if (!CreateProcess(_T("PartAdder.exe"), commandLine, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &worker))
            ExitProcess((UINT)-1);
        CloseHandle(worker.hThread);
        workers[i] = worker.hProcess;
    }
    WaitForMultipleObjects(2, workers, TRUE, INFINITE);
    DWORD parts[2] = { 0, 0 };
    for (int i = 0; i < 2; i++)
    {
        GetExitCodeProcess(workers[i], &parts[i]);
        CloseHandle(workers[i]);
    }
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), parts[0], parts[1], parts[0] + parts[1]);
    return 0;
}

int _tmain()
{
    CreateThread(NULL, 0, GoOn, NULL, 0, NULL);
    ExitThread(0);
}
