// known-wrong: passes CloseHandle the address of the thread handles | caught by: AdderManager.ClosesItsHandles
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait and every question

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi1, pi2;
    TCHAR cmd1[] = _T("PartAdder 1 5");
    TCHAR cmd2[] = _T("PartAdder 6 10");
    DWORD a, b;
    si.cb = sizeof(si);

    if (CreateProcess(NULL, cmd1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi1) == FALSE)
    {
        _tprintf(_T("Unable to start PartAdder: %lu\n"), GetLastError());
        return -1;
    }
    CloseHandle(&pi1.hThread);
    if (CreateProcess(NULL, cmd2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi2) == FALSE)
    {
        _tprintf(_T("Unable to start PartAdder: %lu\n"), GetLastError());
        CloseHandle(pi1.hProcess);
        return -1;
    }
    CloseHandle(&pi2.hThread);

    answered &= WaitForSingleObject(pi1.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= WaitForSingleObject(pi2.hProcess, INFINITE) == WAIT_OBJECT_0;
    BOOL read1 = GetExitCodeProcess(pi1.hProcess, &a);
    BOOL read2 = GetExitCodeProcess(pi2.hProcess, &b);
    CloseHandle(pi1.hProcess);
    CloseHandle(pi2.hProcess);
    if (!answered || !read1 || !read2 || a >= 0x80000000 || b >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\n"), a);
    _tprintf(_T("return_val2: %lu\n"), b);
    _tprintf(_T("total: %lu\n"), a + b);
    return 0;
}
