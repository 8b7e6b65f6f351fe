// known-wrong: waits five seconds for all and ignores WAIT_TIMEOUT | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define WORKERS 2

const TCHAR *arguments[WORKERS] = { _T("1 5"), _T("6 10") };

int _tmain()
{
    PROCESS_INFORMATION pi[WORKERS];
    HANDLE handles[WORKERS];
    DWORD codes[WORKERS];
    DWORD total = 0, started, i;
    BOOL failed = FALSE;

    for (started = 0; started < WORKERS; started++) {
        STARTUPINFO si = {};
        TCHAR command[100] = _T("PartAdder ");
        si.cb = sizeof(si);
        lstrcat(command, arguments[started]);
        if (!CreateProcess(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi[started])) {
            _ftprintf(stderr, _T("Unable to start worker %lu: error %lu\n"), started + 1, GetLastError());
            failed = TRUE;
            break;
        }
        handles[started] = pi[started].hProcess;
    }

    if (started > 0)
        WaitForMultipleObjects(started, handles, TRUE, 5000);

    for (i = 0; i < started; i++) {
        codes[i] = 0xFFFFFFFF;
        GetExitCodeProcess(handles[i], &codes[i]);
        if (codes[i] & 0x80000000)
            failed = TRUE;
        total += codes[i];
        CloseHandle(pi[i].hThread);
        CloseHandle(pi[i].hProcess);
    }
    if (failed)
        return -1;

    for (i = 0; i < WORKERS; i++)
        _tprintf(_T("return_val%lu: %lu\n"), i + 1, codes[i]);
    _tprintf(_T("total: %lu\n"), total);
    return 0;
}
