// also-right: one WaitForMultipleObjects for both workers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

enum { kWorkers = 2 };

static void CloseAll(PROCESS_INFORMATION *infos, int count)
{
    for (int i = 0; i < count; i++) {
        CloseHandle(infos[i].hThread);
        CloseHandle(infos[i].hProcess);
    }
}

int _tmain()
{
    TCHAR lines[kWorkers][32] = { _T("PartAdder 1 5"), _T("PartAdder 6 10") };
    PROCESS_INFORMATION infos[kWorkers] = {};
    HANDLE processes[kWorkers] = {};
    DWORD codes[kWorkers] = {};
    DWORD total = 0;

    for (int i = 0; i < kWorkers; i++) {
        STARTUPINFO startup = {};
        startup.cb = sizeof(startup);
        if (!CreateProcess(_T("PartAdder.exe"), lines[i], NULL, NULL, FALSE, 0, NULL, NULL, &startup, &infos[i])) {
            _ftprintf(stderr, _T("Unable to start worker %d: error %lu\n"), i + 1, GetLastError());
            CloseAll(infos, i);
            return -1;
        }
        processes[i] = infos[i].hProcess;
    }

    bool failed = WaitForMultipleObjects(kWorkers, processes, TRUE, INFINITE) >= WAIT_OBJECT_0 + kWorkers;
    for (int i = 0; i < kWorkers; i++) {
        failed = !GetExitCodeProcess(processes[i], &codes[i]) || codes[i] >= 0x80000000 || failed;
        total += codes[i];
    }
    CloseAll(infos, kWorkers);
    if (failed) {
        _ftprintf(stderr, _T("No result: a worker failed\n"));
        return -1;
    }
    for (int i = 0; i < kWorkers; i++)
        _tprintf(_T("return_val%d: %lu\n"), i + 1, codes[i]);
    _tprintf(_T("total: %lu\n"), total);
    return 0;
}
