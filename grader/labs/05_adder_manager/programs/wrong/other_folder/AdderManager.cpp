// known-wrong: looks for PartAdder.exe in another project's output folder | caught by: AdderManager.StartsBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define PART_ADDER _T("..\\PartAdder\\x64\\Debug\\PartAdder.exe")

int _tmain()
{
    PROCESS_INFORMATION w1, w2;
    STARTUPINFO si;
    TCHAR l1[] = PART_ADDER _T(" 1 5");
    TCHAR l2[] = PART_ADDER _T(" 6 10");
    DWORD r1, r2;

    ZeroMemory(&si, sizeof(si));
    si.cb = sizeof(si);
    if (!CreateProcess(NULL, l1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &w1))
    {
        _tprintf(_T("Unable to start PartAdder: %lu\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, l2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &w2))
    {
        _tprintf(_T("Unable to start PartAdder: %lu\n"), GetLastError());
        WaitForSingleObject(w1.hProcess, INFINITE);
        CloseHandle(w1.hProcess);
        CloseHandle(w1.hThread);
        return -1;
    }
    WaitForSingleObject(w1.hProcess, INFINITE);
    WaitForSingleObject(w2.hProcess, INFINITE);
    BOOL ok = GetExitCodeProcess(w1.hProcess, &r1) && GetExitCodeProcess(w2.hProcess, &r2);
    CloseHandle(w1.hProcess);
    CloseHandle(w1.hThread);
    CloseHandle(w2.hProcess);
    CloseHandle(w2.hThread);
    if (!ok || r1 >= 0x80000000 || r2 >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), r1, r2, r1 + r2);
    return 0;
}
