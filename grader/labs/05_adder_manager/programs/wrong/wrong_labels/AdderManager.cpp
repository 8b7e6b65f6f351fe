// known-wrong: prints the right numbers under labels of its own | caught by: AdderManager.PrintsPartsAndTotal
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait and every question

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi[2] = {};
    HANDLE h[2];
    DWORD v[2];
    TCHAR c[2][24] = { _T("PartAdder 1 5"), _T("PartAdder 6 10") };
    int status = -1;
    si.cb = sizeof(si);

    if (!CreateProcess(NULL, c[0], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi[0]) ||
        !CreateProcess(NULL, c[1], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi[1])) {
        _tprintf(_T("Unable to start PartAdder.exe, error code %lu\n"), GetLastError());
    } else {
        h[0] = pi[0].hProcess;
        h[1] = pi[1].hProcess;
        answered &= WaitForMultipleObjects(2, h, TRUE, INFINITE) != WAIT_FAILED;
        answered &= GetExitCodeProcess(h[0], &v[0]);
        answered &= GetExitCodeProcess(h[1], &v[1]);
        if (answered && (v[0] & 0x80000000) == 0 && (v[1] & 0x80000000) == 0) {
            _tprintf(_T("first sum is %lu\n"), v[0]);
            _tprintf(_T("second sum is %lu\n"), v[1]);
            _tprintf(_T("altogether %lu\n"), v[0] + v[1]);
            status = 0;
        }
    }
    for (int i = 0; i < 2 && pi[i].hProcess != NULL; i++) {
        CloseHandle(pi[i].hProcess);
        CloseHandle(pi[i].hThread);
    }
    return status;
}
