// also-right: waits for one worker, then in a way that the grader cannot see: until a thread that is waiting for the other one opens a pipe
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

static const wchar_t kPipe[] = L"\\\\.\\pipe\\adder_manager";

static DWORD WINAPI OpenWhenEnded(LPVOID process)
{
    const bool ok = Wait(process);
    const HANDLE pipe = CreateFileW(kPipe, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);

    if (pipe != INVALID_HANDLE_VALUE)
        CloseHandle(pipe);
    return ok;
}

static bool WaitForBoth()
{
    const HANDLE pipe = CreateNamedPipeW(kPipe, PIPE_ACCESS_OUTBOUND, PIPE_WAIT, PIPE_UNLIMITED_INSTANCES, 0, 0, 0, NULL);
    const HANDLE thread = CreateThread(NULL, 0, OpenWhenEnded, g_worker[1].hProcess, 0, NULL);
    const bool first = Wait(g_worker[0].hProcess);
    DWORD second = FALSE;

    ConnectNamedPipe(pipe, NULL);
    Wait(thread);
    GetExitCodeThread(thread, &second);
    CloseHandle(thread);
    CloseHandle(pipe);
    return first && second;
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
