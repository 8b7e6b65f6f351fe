// also-right: built without UNICODE, so that every call is the A one
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <string.h>

static BOOL answered = TRUE;  // by every wait and every question

int main(int argc, char **argv)
{
    char command1[64] = "PartAdder.exe 1 5", command2[64] = "PartAdder.exe 6 10";
    STARTUPINFO si;
    PROCESS_INFORMATION pi1, pi2;
    DWORD v1, v2;

    (void)argc;
    (void)argv;
    memset(&si, 0, sizeof si);
    si.cb = sizeof si;
    if (!CreateProcess(NULL, command1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi1)) {
        fprintf(stderr, "Unable to start %s: error %lu\n", command1, GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, command2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi2)) {
        fprintf(stderr, "Unable to start %s: error %lu\n", command2, GetLastError());
        TerminateProcess(pi1.hProcess, 1);
        CloseHandle(pi1.hProcess);
        CloseHandle(pi1.hThread);
        return -1;
    }

    answered &= WaitForSingleObject(pi2.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(pi2.hProcess, &v2);
    answered &= WaitForSingleObject(pi1.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= GetExitCodeProcess(pi1.hProcess, &v1);
    CloseHandle(pi1.hProcess);
    CloseHandle(pi1.hThread);
    CloseHandle(pi2.hProcess);
    CloseHandle(pi2.hThread);
    if (!answered || v1 & 0x80000000 || v2 & 0x80000000)
        return -1;

    printf("%s %lu\n", "return_val1:", v1);
    printf("%s %lu\n", "return_val2:", v2);
    printf("%s %lu\n", "total:", v1 + v2);
    return 0;
}
