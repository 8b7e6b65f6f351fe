// known-wrong: closes the process handles a second time at the end | caught by: AdderManager.ClosesItsHandles
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait and every question

static DWORD WaitAndClose(PROCESS_INFORMATION *pi)
{
    DWORD code = (DWORD)-1;
    answered &= WaitForSingleObject(pi->hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(pi->hProcess, &code);
    CloseHandle(pi->hProcess);
    CloseHandle(pi->hThread);
    return code;
}

int _tmain()
{
    TCHAR a[] = _T("PartAdder 1 5");
    TCHAR b[] = _T("PartAdder 6 10");
    STARTUPINFO si;
    PROCESS_INFORMATION one, two;
    memset(&si, 0, sizeof(si));
    si.cb = sizeof(si);

    if (!CreateProcess(NULL, a, NULL, NULL, FALSE, 0, NULL, NULL, &si, &one)) {
        _tprintf(_T("Unable to start (%lu)\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, b, NULL, NULL, FALSE, 0, NULL, NULL, &si, &two)) {
        _tprintf(_T("Unable to start (%lu)\n"), GetLastError());
        WaitAndClose(&one);
        return -1;
    }

    DWORD x = WaitAndClose(&one);
    DWORD y = WaitAndClose(&two);
    int result = -1;
    if (answered && x < 0x80000000 && y < 0x80000000) {
        _tprintf(_T("return_val1: %lu\n"), x);
        _tprintf(_T("return_val2: %lu\n"), y);
        _tprintf(_T("total: %lu\n"), x + y);
        result = 0;
    }
    CloseHandle(one.hProcess);
    CloseHandle(two.hProcess);
    return result;
}
