// known-wrong: waits for the second worker only | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

PROCESS_INFORMATION worker[2];

int fail(const char *why)
{
    fprintf(stderr, "%s (%lu)\n", why, GetLastError());
    return -1;
}

int _tmain()
{
    TCHAR command[2][40] = { _T("PartAdder 1 5"), _T("PartAdder 6 10") };
    DWORD value[2] = { 0, 0 };

    for (int i = 0; i < 2; i++)
    {
        STARTUPINFO si = {};
        si.cb = sizeof(si);
        if (!CreateProcess(_T("PartAdder.exe"), command[i], 0, 0, 0, 0, 0, 0, &si, &worker[i]))
        {
            int result = fail("Unable to start");
            while (i-- > 0)
            {
                CloseHandle(worker[i].hThread);
                CloseHandle(worker[i].hProcess);
            }
            return result;
        }
    }

    WaitForSingleObject(worker[1].hProcess, INFINITE);

    for (int i = 0; i < 2; i++)
    {
        GetExitCodeProcess(worker[i].hProcess, &value[i]);
        CloseHandle(worker[i].hThread);
        CloseHandle(worker[i].hProcess);
    }
    if (value[0] > 0x7FFFFFFF || value[1] > 0x7FFFFFFF)
        return fail("A worker failed");

    for (int i = 0; i < 2; i++)
        _tprintf(_T("return_val%d: %lu\n"), i + 1, value[i]);
    _tprintf(_T("total: %lu\n"), value[0] + value[1]);
    return 0;
}
