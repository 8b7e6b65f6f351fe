// known-wrong: never checks whether CreateProcess succeeded | caught by: AdderManager.ReportsAStartThatFailed
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait and every question

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi1 = {}, pi2 = {};
    TCHAR command1[] = _T("PartAdder.exe 1 5");
    TCHAR command2[] = _T("PartAdder.exe 6 10");
    DWORD return_val1 = 0, return_val2 = 0;
    si.cb = sizeof(si);

    CreateProcess(NULL, command1, NULL, NULL, TRUE, 0, NULL, NULL, &si, &pi1);
    CreateProcess(NULL, command2, NULL, NULL, TRUE, 0, NULL, NULL, &si, &pi2);

    answered &= WaitForSingleObject(pi1.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= WaitForSingleObject(pi2.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(pi1.hProcess, &return_val1);
    answered &= GetExitCodeProcess(pi2.hProcess, &return_val2);
    CloseHandle(pi1.hThread);
    CloseHandle(pi2.hThread);
    CloseHandle(pi1.hProcess);
    CloseHandle(pi2.hProcess);

    if (!answered || return_val1 >= 0x80000000 || return_val2 >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\n"), return_val1);
    _tprintf(_T("return_val2: %lu\n"), return_val2);
    _tprintf(_T("total: %lu\n"), return_val1 + return_val2);
    return 0;
}
