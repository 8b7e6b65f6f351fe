// known-wrong: a thread computes without a pause until both workers have ended | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <atomic>
#include <thread>
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

static bool WaitForBoth()
{
    std::atomic<bool> ended(false);
    std::thread spinner([&] {
        while (!ended)
            ;
    });
    const bool ok = Wait(g_worker[0].hProcess) && Wait(g_worker[1].hProcess);

    ended = true;
    spinner.join();
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
