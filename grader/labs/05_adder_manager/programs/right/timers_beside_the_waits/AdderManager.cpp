// also-right: uses a timer to show that it is alive while it waits, and pauses for a moment after that
#include <windows.h>
#include <stdio.h>

static PROCESS_INFORMATION g_worker[2];

static bool Start(const wchar_t *line, PROCESS_INFORMATION *worker)
{
    STARTUPINFOW si = {};
    wchar_t writable[32];

    si.cb = sizeof(si);
    lstrcpyW(writable, line);
    if (CreateProcessW(NULL, writable, NULL, NULL, FALSE, 0, NULL, NULL, &si, worker))
        return true;
    printf("Unable to start, error %lu\n", GetLastError());
    return false;
}

static void Close(const PROCESS_INFORMATION &worker)
{
    CloseHandle(worker.hThread);
    CloseHandle(worker.hProcess);
}

static bool Wait(HANDLE process)
{
    return WaitForSingleObject(process, INFINITE) == WAIT_OBJECT_0;
}

static int g_calls;

static VOID CALLBACK OnTimer(LPVOID, DWORD, DWORD)
{
    ++g_calls;
}

static bool WaitForBoth()
{
    HANDLE heartbeat = CreateWaitableTimerW(NULL, FALSE, NULL), pause = CreateWaitableTimerW(NULL, TRUE, NULL);
    HANDLE all[3] = {heartbeat, g_worker[0].hProcess, g_worker[1].hProcess};
    LARGE_INTEGER in_10_ms;
    DWORD left = 2;
    bool ok = true;

    in_10_ms.QuadPart = -100000;
    SetWaitableTimer(heartbeat, &in_10_ms, 10, NULL, NULL, FALSE);
    while (ok && left) {
        const DWORD answer = WaitForMultipleObjects(1 + left, all, FALSE, INFINITE);
        ok = answer <= left;
        if (answer == 1)
            all[1] = all[2];
        if (ok && answer)
            --left;
    }
    SetWaitableTimer(heartbeat, &in_10_ms, 10, OnTimer, NULL, FALSE);
    while (g_calls < 3)
        SleepEx(INFINITE, TRUE);
    CloseHandle(heartbeat);
    SetWaitableTimer(pause, &in_10_ms, 0, NULL, NULL, FALSE);
    Wait(pause);
    CloseHandle(pause);
    return ok;
}

int main()
{
    DWORD code[2] = {};
    int result = -1;

    if (!Start(L"PartAdder 1 5", &g_worker[0]))
        return -1;
    if (!Start(L"PartAdder 6 10", &g_worker[1])) {
        Close(g_worker[0]);
        return -1;
    }
    if (WaitForBoth() && GetExitCodeProcess(g_worker[0].hProcess, &code[0]) &&
        GetExitCodeProcess(g_worker[1].hProcess, &code[1]) && code[0] < 0x80000000 && code[1] < 0x80000000) {
        printf("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n", code[0], code[1], code[0] + code[1]);
        result = 0;
    }
    Close(g_worker[0]);
    Close(g_worker[1]);
    return result;
}
