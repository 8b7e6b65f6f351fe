// known-wrong: the second worker starts at 5, which the first adds too | caught by: AdderManager.StartsBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    const int borders[] = { 1, 5, 10 };
    PROCESS_INFORMATION pi[2] = {};
    DWORD part[2] = {}, total = 0;
    int result = 0;

    for (int i = 0; i < 2 && result == 0; i++)
    {
        STARTUPINFO si = {};
        si.cb = sizeof(si);
        TCHAR command[64];
        wsprintf(command, _T("PartAdder %d %d"), borders[i], borders[i + 1]);
        if (!CreateProcess(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi[i]))
        {
            _tprintf(_T("Unable to start, error %lu\n"), GetLastError());
            result = -1;
        }
    }
    for (int i = 0; i < 2; i++)
    {
        if (pi[i].hProcess == NULL)
            continue;
        WaitForSingleObject(pi[i].hProcess, INFINITE);
        GetExitCodeProcess(pi[i].hProcess, &part[i]);
        CloseHandle(pi[i].hProcess);
        CloseHandle(pi[i].hThread);
        if (part[i] >= 0x80000000)
            result = -1;
        total += part[i];
    }
    if (result == 0)
        _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), part[0], part[1], total);
    return result;
}
