// hostile: starts both workers, and then waits in a function that the grader does not know, for something that never happens.
#include <windows.h>
#include <stdio.h>

static bool Start(const wchar_t *line, PROCESS_INFORMATION *worker)
{
    STARTUPINFOW si = {};
    wchar_t writable[32];

    si.cb = sizeof(si);
    lstrcpyW(writable, line);
    if (CreateProcessW(NULL, writable, NULL, NULL, FALSE, 0, NULL, NULL, &si, worker))
        return true;
    puts("Unable to start");
    return false;
}

int main()
{
    PROCESS_INFORMATION first, second;
    HANDLE pipe;

    if (!Start(L"PartAdder 1 5", &first))
        return -1;
    if (!Start(L"PartAdder 6 10", &second)) {
        CloseHandle(first.hThread);
        CloseHandle(first.hProcess);
        return -1;
    }
    pipe = CreateNamedPipeW(L"\\\\.\\pipe\\nobody", PIPE_ACCESS_OUTBOUND, PIPE_WAIT, PIPE_UNLIMITED_INSTANCES, 0, 0, 0, NULL);
    ConnectNamedPipe(pipe, NULL);
    return 0;
}
