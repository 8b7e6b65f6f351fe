// known-wrong: checks what the first wait returns, but not the second | caught by: AdderManager.ReportsAFailedWait
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static void Close(PROCESS_INFORMATION pi)
{
    CloseHandle(pi.hThread);
    CloseHandle(pi.hProcess);
}

static int Total(HANDLE one, HANDLE two)
{
    DWORD part1 = 0, part2 = 0;
    if (WaitForSingleObject(one, INFINITE) != WAIT_OBJECT_0)
        return -1;
    WaitForSingleObject(two, INFINITE);
    if (!GetExitCodeProcess(one, &part1) || !GetExitCodeProcess(two, &part2))
        return -1;
    if (part1 >= 0x80000000 || part2 >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), part1, part2, part1 + part2);
    return 0;
}

int _tmain()
{
    TCHAR line1[] = _T("PartAdder 1 5");
    TCHAR line2[] = _T("PartAdder 6 10");
    STARTUPINFO si = { sizeof(si) };
    PROCESS_INFORMATION one = {}, two = {};
    if (!CreateProcess(NULL, line1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &one))
    {
        _tprintf(_T("Unable to start, error %lu\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, line2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &two))
    {
        _tprintf(_T("Unable to start, error %lu\n"), GetLastError());
        Close(one);
        return -1;
    }
    int result = Total(one.hProcess, two.hProcess);
    Close(one);
    Close(two);
    return result;
}
