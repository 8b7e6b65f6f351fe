// known-wrong: waits 100 ms and ignores WAIT_TIMEOUT | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

enum { kPatience = 100 };

int _tmain()
{
    PROCESS_INFORMATION pi1 = {}, pi2 = {};
    STARTUPINFO si = {};
    si.cb = sizeof si;

    TCHAR a[] = _T("PartAdder.exe 1 5");
    if (!CreateProcess(_T("PartAdder.exe"), a, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi1)) {
        printf("Unable to start the first worker, error %lu\n", GetLastError());
        return -1;
    }
    CloseHandle(pi1.hThread);

    TCHAR b[] = _T("PartAdder.exe 6 10");
    if (!CreateProcess(_T("PartAdder.exe"), b, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi2)) {
        printf("Unable to start the second worker, error %lu\n", GetLastError());
        CloseHandle(pi1.hProcess);
        return -1;
    }
    CloseHandle(pi2.hThread);

    WaitForSingleObject(pi1.hProcess, kPatience);
    WaitForSingleObject(pi2.hProcess, kPatience);

    DWORD one, two;
    BOOL read = GetExitCodeProcess(pi1.hProcess, &one) & GetExitCodeProcess(pi2.hProcess, &two);
    CloseHandle(pi2.hProcess);
    CloseHandle(pi1.hProcess);
    if (!read || one >= 0x80000000 || two >= 0x80000000) {
        puts("a worker failed");
        return -1;
    }
    printf("return_val1: %lu\n", one);
    printf("return_val2: %lu\n", two);
    printf("total: %lu\n", one + two);
    return 0;
}
