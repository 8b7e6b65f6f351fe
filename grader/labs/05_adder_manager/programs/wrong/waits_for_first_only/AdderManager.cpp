// known-wrong: waits for the first worker only | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define FAILED_WORKER(code) ((code) & 0x80000000)

void done(PROCESS_INFORMATION& pi)
{
    CloseHandle(pi.hProcess);
    CloseHandle(pi.hThread);
}

int _tmain(void)
{
    STARTUPINFO si;
    GetStartupInfo(&si);
    PROCESS_INFORMATION first, second;
    TCHAR cmd1[32], cmd2[32];
    lstrcpy(cmd1, TEXT("PartAdder.exe 1 5"));
    lstrcpy(cmd2, TEXT("PartAdder.exe 6 10"));

    if (!CreateProcess(NULL, cmd1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &first)) {
        _tprintf(TEXT("Unable to start, error %lu\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, cmd2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &second)) {
        _tprintf(TEXT("Unable to start, error %lu\n"), GetLastError());
        TerminateProcess(first.hProcess, 1);
        done(first);
        return -1;
    }

    // The second one was started later and has more to add... no: it will be ready by then.
    WaitForSingleObject(first.hProcess, INFINITE);

    DWORD v1 = 0, v2 = 0;
    BOOL ok = GetExitCodeProcess(first.hProcess, &v1) && GetExitCodeProcess(second.hProcess, &v2);
    done(first);
    done(second);
    if (!ok || FAILED_WORKER(v1) || FAILED_WORKER(v2)) {
        _tprintf(TEXT("A worker failed.\n"));
        return -1;
    }
    _tprintf(TEXT("return_val1: %lu\nreturn_val2: %lu\n\ntotal: %lu\n"), v1, v2, v1 + v2);
    return 0;
}
