// also-right: the thread pool waits for one worker, a timer queue's callback for the other; work items and timers at the same time
#include <windows.h>
#include <atomic>
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

static std::atomic<int> g_ended, g_ticks;
static HANDLE g_both;

static void OneEnded()
{
    if (++g_ended == 2)
        SetEvent(g_both);
}

static VOID CALLBACK OnSignaled(PTP_CALLBACK_INSTANCE, PVOID, PTP_WAIT, TP_WAIT_RESULT)
{
    OneEnded();
}

static VOID CALLBACK OnQueueTimer(PVOID process, BOOLEAN)
{
    Wait(process);  // where it fails, the wait at the end tells
    OneEnded();
}

static VOID CALLBACK OnTick(PTP_CALLBACK_INSTANCE, PVOID, PTP_TIMER)
{
    ++g_ticks;
}

static VOID CALLBACK OnWork(PTP_CALLBACK_INSTANCE, PVOID, PTP_WORK)
{
    Wait(g_both);
}

static bool WaitForBoth()
{
    PTP_WAIT wait = CreateThreadpoolWait(OnSignaled, NULL, NULL);
    PTP_TIMER ticks = CreateThreadpoolTimer(OnTick, NULL, NULL);
    PTP_WORK work = CreateThreadpoolWork(OnWork, NULL, NULL);
    HANDLE queue = CreateTimerQueue(), once, often;
    LARGE_INTEGER due;
    FILETIME in_5_ms;

    due.QuadPart = -50000;
    in_5_ms.dwLowDateTime = due.LowPart;
    in_5_ms.dwHighDateTime = static_cast<DWORD>(due.HighPart);
    g_both = CreateEventW(NULL, TRUE, FALSE, NULL);
    SetThreadpoolTimer(ticks, &in_5_ms, 10, 0);
    SetThreadpoolWait(wait, g_worker[0].hProcess, NULL);
    CreateTimerQueueTimer(&once, queue, OnQueueTimer, g_worker[1].hProcess, 10, 0, WT_EXECUTELONGFUNCTION);
    CreateTimerQueueTimer(&often, queue, [](PVOID, BOOLEAN) { ++g_ticks; }, NULL, 10, 10, WT_EXECUTEDEFAULT);
    SubmitThreadpoolWork(work);
    WaitForThreadpoolWorkCallbacks(work, FALSE);

    SetThreadpoolTimer(ticks, NULL, 0, 0);
    WaitForThreadpoolTimerCallbacks(ticks, TRUE);
    CloseThreadpoolTimer(ticks);
    CloseThreadpoolWork(work);
    WaitForThreadpoolWaitCallbacks(wait, FALSE);
    CloseThreadpoolWait(wait);
    DeleteTimerQueueEx(queue, INVALID_HANDLE_VALUE);
    CloseHandle(g_both);
    return g_ended == 2 && Wait(g_worker[1].hProcess);
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
