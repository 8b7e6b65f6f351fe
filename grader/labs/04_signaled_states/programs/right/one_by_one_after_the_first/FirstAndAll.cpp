// also-right: built without UNICODE; after the first, a WaitForSingleObject for each, and everything in structures
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char *argv[])
{
    int n = argc - 1;
    if (n < 1 || n > 64) {
        fprintf(stderr, n < 1 ? "Which programs?\n" : "Too many programs\n");
        return 1;
    }

    PROCESS_INFORMATION *child = (PROCESS_INFORMATION *)calloc((size_t)n, sizeof *child);
    HANDLE *process = (HANDLE *)calloc((size_t)n, sizeof *process);
    for (int i = 0; i < n; i++) {
        STARTUPINFO si;
        memset(&si, 0, sizeof si);
        si.cb = sizeof si;
        if (!CreateProcess(NULL, argv[i + 1], NULL, NULL, TRUE, 0, NULL, NULL, &si, &child[i])) {
            fprintf(stderr, "Unable to start %s\n", argv[i + 1]);
            return 1;
        }
        process[i] = child[i].hProcess;
    }

    DWORD who = WaitForMultipleObjects((DWORD)n, process, FALSE, INFINITE);
    if (who == WAIT_FAILED) {
        fprintf(stderr, "Unable to wait\n");
        return 1;
    }
    printf("[FirstAndAll] first: %lu (%s)\n", who + 1, argv[who + 1]);

    for (int i = 0; i < n; i++)
        if (WaitForSingleObject(process[i], INFINITE) != WAIT_OBJECT_0) {
            fprintf(stderr, "Unable to wait\n");
            return 1;
        }
    puts("[FirstAndAll] all: Signaled");

    while (n-- > 0) {
        CloseHandle(child[n].hThread);
        CloseHandle(child[n].hProcess);
    }
    free(process);
    free(child);
    return 0;
}
