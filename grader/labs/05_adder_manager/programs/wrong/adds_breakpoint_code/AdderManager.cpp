// known-wrong: treats only codes from 0xC0000000 on as failures, and adds 0x80000003 | caught by: AdderManager.ReportsAFailedWorker
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
    for (int i = 0; WaitForSingleObject(one, INFINITE) != WAIT_OBJECT_0; i++)
        if (i == 1)
            return -1;
    for (int i = 0; WaitForSingleObject(two, INFINITE) != WAIT_OBJECT_0; i++)
        if (i == 1)
            return -1;
    for (int i = 0; !GetExitCodeProcess(one, &part1); i++)
        if (i == 1)
            return -1;
    for (int i = 0; !GetExitCodeProcess(two, &part2); i++)
        if (i == 1)
            return -1;
    if (part1 >= 0xC0000000 || part2 >= 0xC0000000)
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
