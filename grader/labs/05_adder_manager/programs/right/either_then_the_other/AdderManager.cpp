// also-right: waits for whichever ends first, then for the one that is left
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    PROCESS_INFORMATION pi[2] = {};
    STARTUPINFO si = {};
    TCHAR line[2][20] = { _T("PartAdder 1 5"), _T("PartAdder 6 10") };
    HANDLE left[2];
    int index[2] = { 0, 1 };
    DWORD sum[2] = { 0, 0 };
    DWORD count = 0;
    int result = 0;
    si.cb = sizeof(si);

    for (int i = 0; i < 2; i++) {
        if (!CreateProcess(NULL, line[i], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi[i])) {
            _ftprintf(stderr, _T("Unable to start worker %d: %lu\n"), i + 1, GetLastError());
            result = -1;
            break;
        }
        left[count++] = pi[i].hProcess;
    }

    while (count > 0) {
        DWORD answer = WaitForMultipleObjects(count, left, FALSE, INFINITE);
        if (answer >= WAIT_OBJECT_0 + count) {
            result = -1;
            break;
        }
        DWORD which = answer - WAIT_OBJECT_0;
        if (!GetExitCodeProcess(left[which], &sum[index[which]]) || sum[index[which]] >= 0x80000000)
            result = -1;
        left[which] = left[count - 1];
        index[which] = index[count - 1];
        count--;
    }

    for (int i = 0; i < 2 && pi[i].hProcess; i++) {
        CloseHandle(pi[i].hThread);
        CloseHandle(pi[i].hProcess);
    }
    if (result == 0)
        _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), sum[0], sum[1], sum[0] + sum[1]);
    return result;
}
