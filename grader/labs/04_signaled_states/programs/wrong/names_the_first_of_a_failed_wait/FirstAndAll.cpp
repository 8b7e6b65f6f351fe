// known-wrong: treats WAIT_FAILED as the number of the first | caught by: FirstAndAll.NamesTheFirstToEnd
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int argc, TCHAR *argv[])
{
    HANDLE threads[64], processes[64];
    const DWORD count = (DWORD)(argc - 1);
    if (count > _countof(processes))
    {
        _tprintf(_T("Too many programs: %lu\n"), count);
        return 1;
    }
    for (DWORD i = 0; i < count; ++i)
    {
        STARTUPINFO startup = {};
        PROCESS_INFORMATION information = {};
        startup.cb = sizeof(startup);
        if (!CreateProcess(NULL, argv[1 + i], NULL, NULL, FALSE, 0, NULL, NULL, &startup, &information))
        {
            _tprintf(_T("Unable to start program %lu\n"), 1 + i);
            return 1;
        }
        threads[i] = information.hThread;
        processes[i] = information.hProcess;
    }

    const DWORD first = WaitForMultipleObjects(count, processes, FALSE, INFINITE);
    _tprintf(_T("first: %lu\n"), first + 1);
    if (WaitForMultipleObjects(count, processes, TRUE, INFINITE) >= count)
    {
        _tprintf(_T("Unable to wait\n"));
        return 1;
    }
    _tprintf(_T("all: Signaled\n"));

    for (DWORD i = 0; i < count; ++i)
    {
        CloseHandle(threads[i]);
        CloseHandle(processes[i]);
    }
    return 0;
}
