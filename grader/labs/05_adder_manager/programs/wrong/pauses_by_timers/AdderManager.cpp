// known-wrong: waits for timers and time-outs of every kind instead of the workers | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <initializer_list>
#include <chrono>
#include <condition_variable>
#include <mutex>
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

static bool Pause()
{
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, NULL), timer = CreateWaitableTimerW(NULL, TRUE, NULL), queued;
    HANDLE port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, NULL, 0, 1);
    PTP_TIMER pool = CreateThreadpoolTimer([](PTP_CALLBACK_INSTANCE, PVOID it, PTP_TIMER) { SetEvent(it); }, event, NULL);
    std::mutex guard;
    std::condition_variable never;
    LARGE_INTEGER in_20_ms;
    FILETIME due;
    DWORD bytes;
    ULONG_PTR key;
    OVERLAPPED *overlapped;
    MSG message;

    in_20_ms.QuadPart = -200000;
    due.dwLowDateTime = in_20_ms.LowPart;
    due.dwHighDateTime = static_cast<DWORD>(in_20_ms.HighPart);
    SetWaitableTimer(timer, &in_20_ms, 0, NULL, NULL, FALSE);
    WaitForSingleObject(timer, INFINITE);
    CreateTimerQueueTimer(&queued, NULL, [](PVOID it, BOOLEAN) { SetEvent(it); }, event, 20, 0, 0);
    WaitForSingleObject(event, INFINITE);
    DeleteTimerQueueTimer(NULL, queued, INVALID_HANDLE_VALUE);
    SetThreadpoolTimer(pool, &due, 0, 0);
    WaitForSingleObject(event, INFINITE);
    WaitForThreadpoolTimerCallbacks(pool, TRUE);
    CloseThreadpoolTimer(pool);
    SetTimer(NULL, 0, 20, NULL);
    while (GetMessageW(&message, NULL, 0, 0) > 0 && message.message != WM_TIMER)
        ;
    KillTimer(NULL, message.wParam);
    GetQueuedCompletionStatus(port, &bytes, &key, &overlapped, 20);
    {
        std::unique_lock hold(guard);
        never.wait_for(hold, std::chrono::milliseconds(20));
    }
    SignalObjectAndWait(event, g_worker[0].hThread, 20, FALSE);
    for (HANDLE handle : {event, timer, port})
        CloseHandle(handle);
    return true;
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
    if (Pause() && GetExitCodeProcess(g_worker[0].hProcess, &code[0]) &&
        GetExitCodeProcess(g_worker[1].hProcess, &code[1]) && code[0] < 0x80000000 && code[1] < 0x80000000) {
        printf("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n", code[0], code[1], code[0] + code[1]);
        result = 0;
    }
    Close(g_worker[0]);
    Close(g_worker[1]);
    return result;
}
