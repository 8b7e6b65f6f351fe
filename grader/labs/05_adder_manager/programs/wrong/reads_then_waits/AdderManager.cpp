// known-wrong: reads the exit codes first and waits afterwards | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    STARTUPINFO startup;
    PROCESS_INFORMATION adder1, adder2;
    TCHAR line1[] = _T("PartAdder 1 5");
    TCHAR line2[] = _T("PartAdder 6 10");

    ZeroMemory(&startup, sizeof(startup));
    startup.cb = sizeof(startup);
    BOOL ok1 = CreateProcess(NULL, line1, NULL, NULL, FALSE, NORMAL_PRIORITY_CLASS, NULL, NULL, &startup, &adder1);
    if (ok1 == FALSE)
    {
        _tprintf(_T("Unable to start worker 1: %lu\n"), GetLastError());
        return -1;
    }
    BOOL ok2 = CreateProcess(NULL, line2, NULL, NULL, FALSE, NORMAL_PRIORITY_CLASS, NULL, NULL, &startup, &adder2);
    if (ok2 == FALSE)
    {
        _tprintf(_T("Unable to start worker 2: %lu\n"), GetLastError());
        WaitForSingleObject(adder1.hProcess, INFINITE);
        CloseHandle(adder1.hThread);
        CloseHandle(adder1.hProcess);
        return -1;
    }

    DWORD return_val1 = 0;
    DWORD return_val2 = 0;
    GetExitCodeProcess(adder1.hProcess, &return_val1);
    GetExitCodeProcess(adder2.hProcess, &return_val2);

    WaitForSingleObject(adder1.hProcess, INFINITE);
    WaitForSingleObject(adder2.hProcess, INFINITE);

    CloseHandle(adder1.hThread);
    CloseHandle(adder1.hProcess);
    CloseHandle(adder2.hThread);
    CloseHandle(adder2.hProcess);

    if (return_val1 >= 0x80000000 || return_val2 >= 0x80000000)
    {
        _tprintf(_T("no result\n"));
        return -1;
    }
    _tprintf(_T("return_val1: %lu\n"), return_val1);
    _tprintf(_T("return_val2: %lu\n"), return_val2);
    _tprintf(_T("total: %lu\n"), return_val1 + return_val2);
    return 0;
}
