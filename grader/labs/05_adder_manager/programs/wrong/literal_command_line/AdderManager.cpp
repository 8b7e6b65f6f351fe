// known-wrong: the command line is a literal in read-only memory, which CreateProcessW may write into | caught by: AdderManager.StartsBothWorkers AdderManager.ReportsAStartThatFailed
#include <windows.h>
#include <stdio.h>

int wmain(void)
{
    STARTUPINFOW si = {};
    PROCESS_INFORMATION a, b;
    DWORD x = 0, y = 0;
    si.cb = sizeof(si);

    if (!CreateProcessW(NULL, (LPWSTR)L"PartAdder 1 5", NULL, NULL, FALSE, 0, NULL, NULL, &si, &a)) {
        wprintf(L"Unable to start: %lu\n", GetLastError());
        return -1;
    }
    if (!CreateProcessW(NULL, (LPWSTR)L"PartAdder 6 10", NULL, NULL, FALSE, 0, NULL, NULL, &si, &b)) {
        wprintf(L"Unable to start: %lu\n", GetLastError());
        CloseHandle(a.hThread);
        CloseHandle(a.hProcess);
        return -1;
    }
    WaitForSingleObject(a.hProcess, INFINITE);
    WaitForSingleObject(b.hProcess, INFINITE);
    GetExitCodeProcess(a.hProcess, &x);
    GetExitCodeProcess(b.hProcess, &y);
    CloseHandle(a.hThread);
    CloseHandle(a.hProcess);
    CloseHandle(b.hThread);
    CloseHandle(b.hProcess);
    if (x >= 0x80000000 || y >= 0x80000000)
        return -1;
    wprintf(L"return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n", x, y, x + y);
    return 0;
}
