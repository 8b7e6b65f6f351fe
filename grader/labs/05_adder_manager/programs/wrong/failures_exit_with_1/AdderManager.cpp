// known-wrong: every failure ends with exit code 1 instead of -1 | caught by: AdderManager.ReportsAFailedWait AdderManager.ReportsAFailedWorker AdderManager.ReportsAStartThatFailed
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>

static BOOL answered = TRUE;  // by every wait and every question

static void die(const char *text)
{
    fprintf(stderr, "%s: error %lu\n", text, GetLastError());
    exit(EXIT_FAILURE);
}

int _tmain()
{
    PROCESS_INFORMATION a, b;
    STARTUPINFO si = {};
    DWORD x = 0, y = 0;
    si.cb = sizeof(si);
    TCHAR ca[] = _T("PartAdder 1 5");
    if (!CreateProcess(NULL, ca, NULL, NULL, FALSE, 0, NULL, NULL, &si, &a))
        die("Unable to start PartAdder 1 5");
    TCHAR cb[] = _T("PartAdder 6 10");
    if (!CreateProcess(NULL, cb, NULL, NULL, FALSE, 0, NULL, NULL, &si, &b))
    {
        CloseHandle(a.hProcess);
        CloseHandle(a.hThread);
        die("Unable to start PartAdder 6 10");
    }

    answered &= WaitForSingleObject(a.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= WaitForSingleObject(b.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(a.hProcess, &x);
    answered &= GetExitCodeProcess(b.hProcess, &y);
    CloseHandle(a.hProcess);
    CloseHandle(a.hThread);
    CloseHandle(b.hProcess);
    CloseHandle(b.hThread);
    if (!answered || x >= 0x80000000 || y >= 0x80000000)
        die("A worker failed");
    printf("return_val1: %lu\n", x);
    printf("return_val2: %lu\n", y);
    printf("total: %lu\n", x + y);
    return EXIT_SUCCESS;
}
