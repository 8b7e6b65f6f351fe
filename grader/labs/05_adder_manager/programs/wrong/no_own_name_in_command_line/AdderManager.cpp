// known-wrong: the command line lacks the program's own name, so 1 is argv[0] | caught by: AdderManager.StartsBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL StartAdder(LPTSTR arguments, PROCESS_INFORMATION *pi)
{
    STARTUPINFO si = {};
    si.cb = sizeof(si);
    if (CreateProcess(_T("PartAdder.exe"), arguments, NULL, NULL, FALSE, 0, NULL, NULL, &si, pi))
        return TRUE;
    _tprintf(_T("Unable to start PartAdder (%lu)\n"), GetLastError());
    return FALSE;
}

int _tmain()
{
    TCHAR low[] = _T("1 5");
    TCHAR high[] = _T("6 10");
    PROCESS_INFORMATION pi[2];
    DWORD part[2] = { 0, 0 };

    if (!StartAdder(low, &pi[0]))
        return -1;
    if (!StartAdder(high, &pi[1]))
    {
        TerminateProcess(pi[0].hProcess, 0);
        CloseHandle(pi[0].hThread);
        CloseHandle(pi[0].hProcess);
        return -1;
    }
    for (int i = 0; i < 2; i++)
    {
        WaitForSingleObject(pi[i].hProcess, INFINITE);
        GetExitCodeProcess(pi[i].hProcess, &part[i]);
        CloseHandle(pi[i].hThread);
        CloseHandle(pi[i].hProcess);
    }
    if (part[0] > 0x7FFFFFFF || part[1] > 0x7FFFFFFF)
    {
        _tprintf(_T("worker failed\n"));
        return -1;
    }
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), part[0], part[1], part[0] + part[1]);
    return 0;
}
