// also-right: built without UNICODE, so that every call is the A one; the program is started suspended and asked for its state before it runs
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>

static const char *state_of(HANDLE process)
{
    switch (WaitForSingleObject(process, 0)) {
    case WAIT_OBJECT_0:
        return "Signaled";
    case WAIT_TIMEOUT:
        return "Non-Signaled";
    }
    return NULL;
}

static int watch(HANDLE process, HANDLE thread, DWORD ms)
{
    DWORD waited, code;
    const char *state = state_of(process);
    if (!state)
        return 0;
    printf("state: %s\n", state);
    ResumeThread(thread);

    waited = WaitForSingleObject(process, ms);
    if (waited == WAIT_TIMEOUT) {
        printf("Timeout after %lu ms\n", ms);
        waited = WaitForSingleObject(process, INFINITE);
    }
    if (waited == WAIT_FAILED)
        return 0;

    for (int i = 0; i < 2; i++) {
        state = state_of(process);
        if (!state)
            return 0;
        printf("state: %s\n", state);
    }
    if (!GetExitCodeProcess(process, &code))
        return 0;
    printf("exit code: %lu\n", code);
    return 1;
}

int main(int argc, char **argv)
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi;
    int done;

    if (argc != 3)
        return 1;
    si.cb = sizeof si;
    if (!CreateProcess(NULL, argv[2], NULL, NULL, FALSE, CREATE_SUSPENDED, NULL, NULL, &si, &pi)) {
        printf("Unable to start \"%s\": error %lu\n", argv[2], GetLastError());
        return 1;
    }
    done = watch(pi.hProcess, pi.hThread, strtoul(argv[1], NULL, 10));
    if (!done)
        printf("Unable to wait: error %lu\n", GetLastError());
    CloseHandle(pi.hThread);
    CloseHandle(pi.hProcess);
    return !done;
}
