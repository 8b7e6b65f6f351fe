// known-wrong: the early return for a failed worker closes nothing | caught by: AdderManager.ClosesItsHandles
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    STARTUPINFO si;
    PROCESS_INFORMATION pi1, pi2;
    DWORD return_val1, return_val2;
    TCHAR command1[] = TEXT("PartAdder 1 5");
    TCHAR command2[] = TEXT("PartAdder 6 10");

    ZeroMemory(&si, sizeof(si));
    si.cb = sizeof(si);
    if (!CreateProcess(NULL, command1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi1))
    {
        _tprintf(TEXT("Unable to start PartAdder 1 5, error %lu\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, command2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi2))
    {
        _tprintf(TEXT("Unable to start PartAdder 6 10, error %lu\n"), GetLastError());
        TerminateProcess(pi1.hProcess, 0);
        CloseHandle(pi1.hProcess);
        CloseHandle(pi1.hThread);
        return -1;
    }

    BOOL ended = WaitForSingleObject(pi1.hProcess, INFINITE) == WAIT_OBJECT_0;
    ended &= WaitForSingleObject(pi2.hProcess, INFINITE) == WAIT_OBJECT_0;
    if (!ended || !GetExitCodeProcess(pi1.hProcess, &return_val1) || return_val1 >= 0x80000000)
        return -1;
    if (!GetExitCodeProcess(pi2.hProcess, &return_val2) || return_val2 >= 0x80000000)
        return -1;

    _tprintf(TEXT("return_val1: %lu\n"), return_val1);
    _tprintf(TEXT("return_val2: %lu\n"), return_val2);
    _tprintf(TEXT("total: %lu\n"), return_val1 + return_val2);
    CloseHandle(pi1.hProcess);
    CloseHandle(pi1.hThread);
    CloseHandle(pi2.hProcess);
    CloseHandle(pi2.hThread);
    return 0;
}
