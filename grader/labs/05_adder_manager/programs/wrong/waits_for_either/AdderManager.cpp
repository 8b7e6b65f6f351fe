// known-wrong: bWaitAll is FALSE, so the first to end is enough | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int, TCHAR **)
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi[2] = {};
    HANDLE process[2];
    DWORD code[2] = {};
    int status = -1;
    TCHAR c0[] = _T("PartAdder 1 5");
    TCHAR c1[] = _T("PartAdder 6 10");

    si.cb = sizeof(STARTUPINFO);
    if (!CreateProcess(NULL, c0, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi[0]))
        goto not_started;
    if (!CreateProcess(NULL, c1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi[1]))
        goto not_started;

    process[0] = pi[0].hProcess;
    process[1] = pi[1].hProcess;
    if (WaitForMultipleObjects(2, process, FALSE, INFINITE) == WAIT_FAILED)
        goto cleanup;
    if (!GetExitCodeProcess(process[0], &code[0]) || !GetExitCodeProcess(process[1], &code[1]))
        goto cleanup;
    if ((code[0] | code[1]) & 0x80000000)
        goto cleanup;

    _tprintf(_T("return_val1: %lu\n"), code[0]);
    _tprintf(_T("return_val2: %lu\n"), code[1]);
    _tprintf(_T("total: %lu\n"), code[0] + code[1]);
    status = 0;
    goto cleanup;

not_started:
    _tprintf(_T("Unable to start PartAdder: %lu\n"), GetLastError());
cleanup:
    for (PROCESS_INFORMATION &p : pi) {
        if (p.hThread) CloseHandle(p.hThread);
        if (p.hProcess) CloseHandle(p.hProcess);
    }
    return status;
}
