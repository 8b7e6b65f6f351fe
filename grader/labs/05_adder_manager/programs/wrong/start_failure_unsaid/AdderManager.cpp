// known-wrong: ends with -1 but does not say that a worker could not be started | caught by: AdderManager.ReportsAStartThatFailed
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

struct Closer {
    HANDLE handle;
    ~Closer() { CloseHandle(handle); }
};

bool spawn(TCHAR *command, PROCESS_INFORMATION &pi)
{
    STARTUPINFO si{};
    si.cb = sizeof si;
    return CreateProcess(nullptr, command, nullptr, nullptr, FALSE, 0, nullptr, nullptr, &si, &pi);
}

int _tmain()
{
    TCHAR c1[] = _T("PartAdder 1 5"), c2[] = _T("PartAdder 6 10");
    PROCESS_INFORMATION p1, p2;

    if (!spawn(c1, p1)) return -1;
    Closer process1{p1.hProcess}, thread1{p1.hThread};
    if (!spawn(c2, p2)) return -1;
    Closer process2{p2.hProcess}, thread2{p2.hThread};

    HANDLE all[] = {p1.hProcess, p2.hProcess};
    if (WaitForMultipleObjects(2, all, TRUE, INFINITE) == WAIT_FAILED) return -1;

    DWORD v1, v2;
    if (!GetExitCodeProcess(p1.hProcess, &v1) || !GetExitCodeProcess(p2.hProcess, &v2)) return -1;
    if (v1 >= 0x80000000 || v2 >= 0x80000000) return -1;
    printf("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n", v1, v2, v1 + v2);
    return 0;
}
