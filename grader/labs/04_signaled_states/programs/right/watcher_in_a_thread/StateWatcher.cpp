// also-right: a separate thread waits for the end, and main waits for that thread
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

struct Watched
{
    HANDLE process;
    DWORD milliseconds;
};

DWORD WINAPI WaitForTheEnd(LPVOID parameter)
{
    Watched *watched = (Watched *)parameter;
    DWORD answer = WaitForSingleObject(watched->process, watched->milliseconds);
    if (answer == WAIT_TIMEOUT)
    {
        _tprintf(_T("Timeout\n"));
        answer = WaitForSingleObject(watched->process, INFINITE);
    }
    return answer;
}

int _tmain(int argc, TCHAR *argv[])
{
    if (argc != 3)
        return 1;

    STARTUPINFO si = { };
    PROCESS_INFORMATION pi = { };
    si.cb = sizeof(si);
    if (!CreateProcess(NULL, argv[2], NULL, NULL, FALSE, NORMAL_PRIORITY_CLASS, NULL, NULL, &si, &pi))
    {
        _tprintf(_T("Unable to start: %lu\n"), GetLastError());
        return 1;
    }

    int result = 1;
    Watched watched = { pi.hProcess, (DWORD)_tcstoul(argv[1], NULL, 10) };
    DWORD answer = WaitForSingleObject(pi.hProcess, 0);
    if (answer != WAIT_FAILED)
    {
        _tprintf(answer ? _T("Non-Signaled\n") : _T("Signaled\n"));
        HANDLE thread = CreateThread(NULL, 0, WaitForTheEnd, &watched, 0, NULL);
        WaitForSingleObject(thread, INFINITE);
        GetExitCodeThread(thread, &answer);
        CloseHandle(thread);
    }
    if (answer == WAIT_OBJECT_0)
    {
        DWORD code = 0;
        _tprintf(_T("Signaled\n"));
        if (WaitForSingleObject(pi.hProcess, INFINITE) == WAIT_OBJECT_0)
            _tprintf(_T("Signaled, as before\n"));
        GetExitCodeProcess(pi.hProcess, &code);
        _tprintf(_T("exit code: %lu\n"), code);
        result = 0;
    }
    else
        _tprintf(_T("Unable to wait\n"));
    CloseHandle(pi.hProcess);
    CloseHandle(pi.hThread);
    return result;
}
