// also-right: SignalObjectAndWait and MsgWaitForMultipleObjects, and threads that wait for each other with everything but an event
#include <windows.h>
#include <initializer_list>
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

static HANDLE g_semaphore, g_mutex, g_pipe_write, g_port;
static CRITICAL_SECTION g_section;
static CONDITION_VARIABLE g_changed = CONDITION_VARIABLE_INIT;
static SRWLOCK g_lock = SRWLOCK_INIT;
static DWORD g_main;
static int g_stage;

static void Say(int stage)
{
    AcquireSRWLockExclusive(&g_lock);
    g_stage = stage;
    ReleaseSRWLockExclusive(&g_lock);
    WakeAllConditionVariable(&g_changed);
}

// Each line lets main out of one wait.
static DWORD WINAPI Helper(LPVOID)
{
    DWORD written;

    Wait(g_worker[0].hProcess);
    ReleaseSemaphore(g_semaphore, 1, NULL);
    Wait(g_mutex);
    Say(1);
    WriteFile(g_pipe_write, "x", 1, &written, NULL);
    PostQueuedCompletionStatus(g_port, 1, 2, NULL);
    PostThreadMessageW(g_main, WM_APP, 0, 0);
    EnterCriticalSection(&g_section);
    LeaveCriticalSection(&g_section);
    Wait(g_worker[1].hProcess);
    Say(2);
    return 0;
}

static bool WaitForBoth()
{
    HANDLE started = CreateEventW(NULL, TRUE, FALSE, NULL), pipe, thread;
    HANDLE processes[2] = {g_worker[0].hProcess, g_worker[1].hProcess};
    DWORD bytes;
    ULONG_PTR key;
    OVERLAPPED *overlapped;
    MSG message;
    char byte;
    bool ok;

    g_main = GetCurrentThreadId();
    PeekMessageW(&message, NULL, WM_USER, WM_USER, PM_NOREMOVE);
    g_semaphore = CreateSemaphoreW(NULL, 0, 1, NULL);
    g_mutex = CreateMutexW(NULL, TRUE, NULL);
    g_port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, NULL, 0, 1);
    CreatePipe(&pipe, &g_pipe_write, NULL, 0);
    InitializeCriticalSection(&g_section);
    EnterCriticalSection(&g_section);
    thread = CreateThread(NULL, 0, Helper, NULL, 0, NULL);

    Wait(g_semaphore);
    ReleaseMutex(g_mutex);
    AcquireSRWLockShared(&g_lock);
    while (g_stage < 1)
        SleepConditionVariableSRW(&g_changed, &g_lock, 100, CONDITION_VARIABLE_LOCKMODE_SHARED);
    ReleaseSRWLockShared(&g_lock);
    ReadFile(pipe, &byte, 1, &bytes, NULL);
    while (!GetQueuedCompletionStatus(g_port, &bytes, &key, &overlapped, 500))
        ;
    while (GetMessageW(&message, NULL, 0, 0) > 0 && message.message != WM_APP)
        DispatchMessageW(&message);
    Sleep(10);
    LeaveCriticalSection(&g_section);
    ok = SignalObjectAndWait(started, processes[0], INFINITE, FALSE) == WAIT_OBJECT_0;
    for (;;) {
        const DWORD answer = MsgWaitForMultipleObjects(1, &processes[1], FALSE, INFINITE, QS_ALLINPUT);
        if (answer != WAIT_OBJECT_0 + 1) {
            ok = ok && answer == WAIT_OBJECT_0;
            break;
        }
        while (PeekMessageW(&message, NULL, 0, 0, PM_REMOVE))
            DispatchMessageW(&message);
    }
    Wait(thread);
    for (HANDLE handle : {thread, started, g_semaphore, g_mutex, g_port, pipe, g_pipe_write})
        CloseHandle(handle);
    DeleteCriticalSection(&g_section);
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
