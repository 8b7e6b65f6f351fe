// known-wrong: passes the thread handle to GetExitCodeProcess | caught by: AdderManager.PrintsPartsAndTotal AdderManager.AddsWhatTheWorkersReturn AdderManager.BelievesAnExitCodeOf259 AdderManager.ReportsAFailedWorker AdderManager.WorksWithYourPartAdder
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait

#define COUNT 2

int _tmain(int, TCHAR *[])
{
    TCHAR command[COUNT][32] = { _T("PartAdder 1 5"), _T("PartAdder 6 10") };
    HANDLE process[COUNT], thread[COUNT];
    DWORD code[COUNT] = { 0 };
    int n, result = -1;

    for (n = 0; n < COUNT; n++) {
        STARTUPINFO si = {};
        PROCESS_INFORMATION pi;
        si.cb = sizeof(si);
        if (!CreateProcess(NULL, command[n], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi)) {
            _tprintf(_T("Unable to start number %d (%lu)\n"), n + 1, GetLastError());
            break;
        }
        process[n] = pi.hProcess;
        thread[n] = pi.hThread;
    }
    if (n == COUNT) {
        answered &= WaitForMultipleObjects(COUNT, process, TRUE, INFINITE) != WAIT_FAILED;
        GetExitCodeProcess(thread[0], &code[0]);
        GetExitCodeProcess(thread[1], &code[1]);
        if (answered && code[0] < 0x80000000 && code[1] < 0x80000000) {
            _tprintf(_T("return_val1: %lu\n"), code[0]);
            _tprintf(_T("return_val2: %lu\n"), code[1]);
            _tprintf(_T("total: %lu\n"), code[0] + code[1]);
            result = 0;
        }
    }
    while (n-- > 0) {
        CloseHandle(process[n]);
        CloseHandle(thread[n]);
    }
    return result;
}
