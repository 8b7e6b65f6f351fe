// also-right: keeps duplicates of the process handles, closes the originals at once and the duplicates at the end
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

// A handle of its own to the started process, or NULL.
HANDLE StartProcess(const TCHAR *text)
{
    TCHAR command[128];
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi = {};
    HANDLE own = NULL;
    si.cb = sizeof(si);
    _tcsncpy(command, text, 127);
    command[127] = 0;
    if (!CreateProcess(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi)) {
        _tprintf(_T("Unable to start a worker: error %lu\n"), GetLastError());
        return NULL;
    }
    DuplicateHandle(GetCurrentProcess(), pi.hProcess, GetCurrentProcess(), &own, 0, FALSE, DUPLICATE_SAME_ACCESS);
    CloseHandle(pi.hThread);
    CloseHandle(pi.hProcess);
    return own;
}

int _tmain()
{
    HANDLE a, b;
    DWORD x = 0xFFFFFFFF, y = 0xFFFFFFFF;
    if ((a = StartProcess(_T("PartAdder 1 5"))) == NULL)
        return -1;
    if ((b = StartProcess(_T("PartAdder 6 10"))) == NULL) {
        WaitForSingleObject(a, INFINITE);
        CloseHandle(a);
        return -1;
    }
    if (WaitForSingleObject(a, INFINITE) == WAIT_OBJECT_0)
        GetExitCodeProcess(a, &x);
    if (WaitForSingleObject(b, INFINITE) == WAIT_OBJECT_0)
        GetExitCodeProcess(b, &y);
    CloseHandle(a);
    CloseHandle(b);
    if (x >= 0x80000000 || y >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\n"), x);
    _tprintf(_T("return_val2: %lu\n"), y);
    _tprintf(_T("total: %lu\n"), x + y);
    return 0;
}
