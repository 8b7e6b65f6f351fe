// also-right: waits of at most one second, repeated until MILLISECONDS have passed, and then until the end
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>

#define SLICE 1000

static void die_unable_to_wait(PROCESS_INFORMATION *pi)
{
    fprintf(stderr, "Unable to wait, error %lu\n", GetLastError());
    CloseHandle(pi->hProcess);
    CloseHandle(pi->hThread);
    exit(1);
}

int _tmain(int argc, TCHAR *argv[])
{
    STARTUPINFO si;
    PROCESS_INFORMATION pi;
    DWORD left, answer, code;

    if (argc != 3) {
        printf("usage: StateWatcher MILLISECONDS COMMANDLINE\n");
        return 1;
    }
    memset(&si, 0, sizeof si);
    si.cb = sizeof si;
    if (!CreateProcess(NULL, argv[2], NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi)) {
        fprintf(stderr, "Unable to start, error %lu\n", GetLastError());
        return 1;
    }

    answer = WaitForSingleObject(pi.hProcess, 0);
    if (answer == WAIT_FAILED)
        die_unable_to_wait(&pi);
    puts(answer == WAIT_OBJECT_0 ? "Signaled" : "Non-Signaled");

    for (left = _tcstoul(argv[1], NULL, 10); answer == WAIT_TIMEOUT && left > 0; left -= left < SLICE ? left : SLICE) {
        answer = WaitForSingleObject(pi.hProcess, left < SLICE ? left : SLICE);
        if (answer == WAIT_FAILED)
            die_unable_to_wait(&pi);
    }
    if (answer == WAIT_TIMEOUT)
        puts("Timeout");
    while (answer == WAIT_TIMEOUT) {
        answer = WaitForSingleObject(pi.hProcess, SLICE);
        if (answer == WAIT_FAILED)
            die_unable_to_wait(&pi);
    }
    puts("Signaled");

    answer = WaitForSingleObject(pi.hProcess, SLICE);
    if (answer == WAIT_FAILED)
        die_unable_to_wait(&pi);
    puts(answer == WAIT_OBJECT_0 ? "Signaled" : "Non-Signaled");

    GetExitCodeProcess(pi.hProcess, &code);
    printf("exit code: %lu\n", code);
    CloseHandle(pi.hProcess);
    CloseHandle(pi.hThread);
    return 0;
}
