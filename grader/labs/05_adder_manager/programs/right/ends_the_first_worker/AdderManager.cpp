// also-right: ends the first worker when the second cannot be started
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static PROCESS_INFORMATION running;

static PROCESS_INFORMATION Start(LPTSTR command)
{
    PROCESS_INFORMATION pi = {};
    STARTUPINFO si = {};
    si.cb = sizeof(si);
    if (!CreateProcess(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi))
    {
        _tprintf(_T("Unable to start. error: %lu\n"), GetLastError());
        if (running.hProcess)
        {
            TerminateProcess(running.hProcess, 1);
            WaitForSingleObject(running.hProcess, INFINITE);
            CloseHandle(running.hThread);
            CloseHandle(running.hProcess);
        }
        ExitProcess((UINT)-1);
    }
    return pi;
}

static DWORD Finish(PROCESS_INFORMATION pi)
{
    DWORD code = 0xFFFFFFFF;
    if (WaitForSingleObject(pi.hProcess, INFINITE) == WAIT_OBJECT_0)
        GetExitCodeProcess(pi.hProcess, &code);
    CloseHandle(pi.hThread);
    CloseHandle(pi.hProcess);
    return code;
}

int _tmain()
{
    TCHAR one[] = _T("PartAdder 1 5");
    TCHAR two[] = _T("PartAdder 6 10");
    PROCESS_INFORMATION first = Start(one);
    running = first;
    PROCESS_INFORMATION second = Start(two);

    DWORD a = Finish(first);
    DWORD b = Finish(second);
    if (a >= 0x80000000 || b >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), a, b, a + b);
    return 0;
}
