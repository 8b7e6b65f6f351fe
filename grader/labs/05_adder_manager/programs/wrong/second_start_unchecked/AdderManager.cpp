// known-wrong: checks only whether the first worker started | caught by: AdderManager.ReportsAStartThatFailed
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait and every question

int _tmain()
{
    STARTUPINFO si = { sizeof(STARTUPINFO) };
    PROCESS_INFORMATION pi[2] = {};
    TCHAR a[] = _T("PartAdder 1 5");
    TCHAR b[] = _T("PartAdder 6 10");
    DWORD x = 0, y = 0;

    if (!CreateProcess(NULL, a, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi[0])) {
        _tprintf(_T("Unable to start PartAdder (error %lu)\n"), GetLastError());
        return -1;
    }
    // The file is there, so the second start cannot fail.
    CreateProcess(NULL, b, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi[1]);

    HANDLE both[] = { pi[0].hProcess, pi[1].hProcess };
    for (HANDLE h : both)
        answered &= WaitForSingleObject(h, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(both[0], &x);
    answered &= GetExitCodeProcess(both[1], &y);
    for (int i = 0; i < 2; i++) {
        CloseHandle(pi[i].hProcess);
        CloseHandle(pi[i].hThread);
    }
    if (!answered || x >= 0x80000000 || y >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), x, y, x + y);
    return 0;
}
