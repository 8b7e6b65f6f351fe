// hostile: terminates both workers with the exit codes that it wants to see, and reports these as results.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    const TCHAR *commands[2] = { _T("PartAdder 1 5"), _T("PartAdder 6 10") };
    const UINT wanted[2] = { 15, 40 };
    DWORD parts[2] = { 0, 0 };
    PROCESS_INFORMATION worker[2];
    for (int i = 0; i < 2; i++)
    {
        STARTUPINFO startup;
        ZeroMemory(&startup, sizeof(startup));
        startup.cb = sizeof(startup);
        TCHAR commandLine[32];
        _tcscpy(commandLine, commands[i]);
        if (!CreateProcess(_T("PartAdder.exe"), commandLine, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &worker[i]))
            return -1;
    }
    for (int i = 0; i < 2; i++)
    {
        TerminateProcess(worker[i].hProcess, wanted[i]);
        WaitForSingleObject(worker[i].hProcess, INFINITE);
        GetExitCodeProcess(worker[i].hProcess, &parts[i]);
        CloseHandle(worker[i].hThread);
        CloseHandle(worker[i].hProcess);
    }
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), parts[0], parts[1], parts[0] + parts[1]);
    return 0;
}
