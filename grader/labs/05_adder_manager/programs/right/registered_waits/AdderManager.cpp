// also-right: RegisterWaitForSingleObject; the callback that finds both workers Signaled sets an event
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static volatile LONG g_running = 2;
static HANDLE g_allEnded;

static VOID CALLBACK OnSignaled(PVOID, BOOLEAN)
{
    if (InterlockedDecrement(&g_running) == 0)
        SetEvent(g_allEnded);
}

static BOOL Start(TCHAR *line, PROCESS_INFORMATION *pi)
{
    STARTUPINFO si = {};
    si.cb = sizeof(si);
    if (CreateProcess(NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &si, pi))
        return TRUE;
    _tprintf(_T("Unable to start, error %lu\n"), GetLastError());
    return FALSE;
}

int _tmain()
{
    TCHAR line1[] = _T("PartAdder 1 5"), line2[] = _T("PartAdder 6 10");
    PROCESS_INFORMATION pi1, pi2;
    HANDLE wait1 = NULL, wait2 = NULL;
    DWORD code1 = 0, code2 = 0;
    int result = -1;

    if (!Start(line1, &pi1))
        return -1;
    if (!Start(line2, &pi2))
    {
        CloseHandle(pi1.hThread);
        CloseHandle(pi1.hProcess);
        return -1;
    }

    g_allEnded = CreateEvent(NULL, TRUE, FALSE, NULL);
    RegisterWaitForSingleObject(&wait1, pi1.hProcess, OnSignaled, NULL, INFINITE, WT_EXECUTEONLYONCE);
    RegisterWaitForSingleObject(&wait2, pi2.hProcess, OnSignaled, NULL, INFINITE, WT_EXECUTEONLYONCE);
    WaitForSingleObject(g_allEnded, INFINITE);
    UnregisterWaitEx(wait1, INVALID_HANDLE_VALUE);
    UnregisterWaitEx(wait2, INVALID_HANDLE_VALUE);
    CloseHandle(g_allEnded);

    if (GetExitCodeProcess(pi1.hProcess, &code1) && GetExitCodeProcess(pi2.hProcess, &code2) &&
        code1 < 0x80000000 && code2 < 0x80000000)
    {
        _tprintf(_T("return_val1: %lu\n"), code1);
        _tprintf(_T("return_val2: %lu\n"), code2);
        _tprintf(_T("total: %lu\n"), code1 + code2);
        result = 0;
    }
    CloseHandle(pi1.hThread);
    CloseHandle(pi1.hProcess);
    CloseHandle(pi2.hThread);
    CloseHandle(pi2.hProcess);
    return result;
}
