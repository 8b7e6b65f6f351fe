// known-wrong: ends with the total as its exit code instead of 0 | caught by: AdderManager.PrintsPartsAndTotal
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait and every question

int _tmain()
{
    STARTUPINFO si;
    PROCESS_INFORMATION a, b;
    TCHAR ca[] = _T("PartAdder 1 5"), cb[] = _T("PartAdder 6 10");
    DWORD va, vb;

    GetStartupInfo(&si);
    if (!CreateProcess(NULL, ca, NULL, NULL, FALSE, 0, NULL, NULL, &si, &a)) {
        printf("Unable to start PartAdder: %lu\n", GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, cb, NULL, NULL, FALSE, 0, NULL, NULL, &si, &b)) {
        printf("Unable to start PartAdder: %lu\n", GetLastError());
        TerminateProcess(a.hProcess, 0);
        CloseHandle(a.hThread);
        CloseHandle(a.hProcess);
        return -1;
    }
    answered &= WaitForSingleObject(a.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(a.hProcess, &va);
    answered &= WaitForSingleObject(b.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(b.hProcess, &vb);
    CloseHandle(a.hThread);
    CloseHandle(a.hProcess);
    CloseHandle(b.hThread);
    CloseHandle(b.hProcess);
    if (!answered || va >= 0x80000000 || vb >= 0x80000000)
        return -1;
    printf("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n", va, vb, va + vb);
    return (int)(va + vb);
}
