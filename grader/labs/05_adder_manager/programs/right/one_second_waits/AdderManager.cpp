// also-right: waits of one second each, repeated until the answer is no longer WAIT_TIMEOUT
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static DWORD WaitPatiently(HANDLE process)
{
    DWORD answer;
    while ((answer = WaitForSingleObject(process, 1000)) == WAIT_TIMEOUT)
        ;  // still at work
    return answer;
}

static BOOL Begin(const TCHAR *range, PROCESS_INFORMATION *pi)
{
    TCHAR line[64];
    STARTUPINFO si;
    ZeroMemory(&si, sizeof(si));
    si.cb = sizeof(si);
    lstrcpy(line, _T("PartAdder "));
    lstrcat(line, range);
    BOOL ok = CreateProcess(NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &si, pi);
    if (!ok)
        _tprintf(_T("Unable to start a worker, error %lu\n"), GetLastError());
    return ok;
}

static int End(PROCESS_INFORMATION *a, PROCESS_INFORMATION *b, int result)
{
    CloseHandle(a->hProcess);
    CloseHandle(a->hThread);
    if (b) {
        CloseHandle(b->hProcess);
        CloseHandle(b->hThread);
    }
    return result;
}

int _tmain()
{
    PROCESS_INFORMATION a, b;
    DWORD x, y;
    if (!Begin(_T("1 5"), &a))
        return -1;
    if (!Begin(_T("6 10"), &b))
        return End(&a, NULL, -1);

    if (WaitPatiently(a.hProcess) != WAIT_OBJECT_0 || WaitPatiently(b.hProcess) != WAIT_OBJECT_0)
        return End(&a, &b, -1);
    if (!GetExitCodeProcess(a.hProcess, &x) || !GetExitCodeProcess(b.hProcess, &y))
        return End(&a, &b, -1);
    if (x >= 0x80000000 || y >= 0x80000000)
        return End(&a, &b, -1);

    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), x, y, x + y);
    return End(&a, &b, 0);
}
