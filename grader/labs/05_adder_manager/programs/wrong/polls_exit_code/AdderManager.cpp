// known-wrong: gets the exit codes in a loop until they are not STILL_ACTIVE | caught by: AdderManager.WaitsForBothWorkers AdderManager.BelievesAnExitCodeOf259 AdderManager.WaitsWithoutSpinning
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    STARTUPINFO si = {};
    si.cb = sizeof(si);
    PROCESS_INFORMATION pi1 = {}, pi2 = {};
    TCHAR cmd1[] = _T("PartAdder 1 5");
    TCHAR cmd2[] = _T("PartAdder 6 10");

    if (!CreateProcess(NULL, cmd1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi1))
    {
        printf("Unable to start PartAdder 1 5 (%lu)\n", GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, cmd2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi2))
    {
        printf("Unable to start PartAdder 6 10 (%lu)\n", GetLastError());
        CloseHandle(pi1.hProcess);
        CloseHandle(pi1.hThread);
        return -1;
    }

    DWORD code1 = STILL_ACTIVE, code2 = STILL_ACTIVE;
    while (code1 == STILL_ACTIVE)
        GetExitCodeProcess(pi1.hProcess, &code1);
    while (code2 == STILL_ACTIVE)
        GetExitCodeProcess(pi2.hProcess, &code2);

    CloseHandle(pi1.hProcess);
    CloseHandle(pi1.hThread);
    CloseHandle(pi2.hProcess);
    CloseHandle(pi2.hThread);
    if (code1 >= 0x80000000 || code2 >= 0x80000000)
        return -1;
    printf("return_val1: %lu\n", code1);
    printf("return_val2: %lu\n", code2);
    printf("total: %lu\n", code1 + code2);
    return 0;
}
