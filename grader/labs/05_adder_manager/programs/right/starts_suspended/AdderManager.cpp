// also-right: both workers are started suspended, then let go with ResumeThread
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    const TCHAR *ranges[2] = { _T("PartAdder.exe 1 5"), _T("PartAdder.exe 6 10") };
    PROCESS_INFORMATION pi[2];
    DWORD code[2] = { 0, 0 };
    BOOL failed = FALSE;
    int n, i;

    for (n = 0; n < 2; n++) {
        TCHAR line[32];
        STARTUPINFO si = {};
        si.cb = sizeof(si);
        lstrcpy(line, ranges[n]);
        if (!CreateProcess(NULL, line, NULL, NULL, FALSE, CREATE_SUSPENDED, NULL, NULL, &si, &pi[n])) {
            _tprintf(_T("Unable to start number %d: %lu\n"), n + 1, GetLastError());
            failed = TRUE;
            break;
        }
    }
    for (i = 0; i < n; i++) {
        if (failed)
            TerminateProcess(pi[i].hProcess, (UINT)-1);
        else
            ResumeThread(pi[i].hThread);
    }
    for (i = 0; i < n; i++) {
        if (WaitForSingleObject(pi[i].hProcess, INFINITE) != WAIT_OBJECT_0 || !GetExitCodeProcess(pi[i].hProcess, &code[i]) ||
            code[i] >= 0x80000000)
            failed = TRUE;
        CloseHandle(pi[i].hThread);
        CloseHandle(pi[i].hProcess);
    }
    if (failed)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), code[0], code[1], code[0] + code[1]);
    return 0;
}
