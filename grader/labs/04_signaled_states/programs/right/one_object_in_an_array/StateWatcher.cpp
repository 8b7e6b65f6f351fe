// also-right: one WaitForMultipleObjects instead of every WaitForSingleObject, and a handle kept open by a duplicate
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

DWORD WaitFor(HANDLE process, DWORD milliseconds)
{
    return WaitForMultipleObjects(1, &process, TRUE, milliseconds);
}

int Watch(HANDLE process, DWORD milliseconds)
{
    DWORD state = WaitFor(process, 0), code = 0;
    if (state != WAIT_OBJECT_0 && state != WAIT_TIMEOUT)
        return -1;
    _tprintf(_T("asked:     %s\n"), state == WAIT_OBJECT_0 ? _T("Signaled") : _T("Non-Signaled"));

    state = WaitFor(process, milliseconds);
    if (state == WAIT_TIMEOUT)
    {
        _tprintf(_T("waited:    Timeout\n"));
        state = WaitFor(process, INFINITE);
    }
    if (state != WAIT_OBJECT_0)
        return -1;
    _tprintf(_T("waited:    Signaled\n"));

    state = WaitFor(process, 0);
    if (state != WAIT_OBJECT_0)
        return -1;
    _tprintf(_T("asked:     Signaled\n"));

    if (GetExitCodeProcess(process, &code))
        _tprintf(_T("exit code: %lu\n"), code);
    return 0;
}

int _tmain(int argc, TCHAR *argv[])
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION pi = {};
    HANDLE twin = NULL;

    if (argc < 3)
        return 1;
    si.cb = sizeof(si);
    if (!CreateProcess(NULL, argv[2], NULL, NULL, TRUE, 0, NULL, NULL, &si, &pi))
    {
        _tprintf(_T("Unable to start %s (%lu)\n"), argv[2], GetLastError());
        return 1;
    }
    DuplicateHandle(GetCurrentProcess(), pi.hProcess, GetCurrentProcess(), &twin, 0, FALSE, DUPLICATE_SAME_ACCESS);
    CloseHandle(pi.hProcess);
    CloseHandle(pi.hThread);

    int failed = Watch(twin, (DWORD)_ttoi(argv[1]));
    if (failed)
        _tprintf(_T("Unable to wait (%lu)\n"), GetLastError());
    CloseHandle(twin);
    return failed ? 1 : 0;
}
