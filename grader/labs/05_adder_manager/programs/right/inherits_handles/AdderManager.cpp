// also-right: bInheritHandles TRUE and handles that are inheritable
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait and every question

BOOL Launch(LPTSTR lpCommand, LPPROCESS_INFORMATION lpInfo)
{
    SECURITY_ATTRIBUTES sa = { sizeof(sa), NULL, TRUE };
    STARTUPINFO si;
    ZeroMemory(&si, sizeof(si));
    si.cb = sizeof(si);
    si.dwFlags = STARTF_USESTDHANDLES;
    si.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    si.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    si.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    return CreateProcess(_T("PartAdder.exe"), lpCommand, &sa, &sa, TRUE, 0, NULL, NULL, &si, lpInfo);
}

int _tmain()
{
    PROCESS_INFORMATION pi[2];
    TCHAR szFirst[] = _T("PartAdder 1 5");
    TCHAR szSecond[] = _T("PartAdder 6 10");
    DWORD dwFirst = 0, dwSecond = 0;

    if (!Launch(szFirst, &pi[0]))
    {
        _tprintf(_T("Unable to start worker 1: %lu\n"), GetLastError());
        return -1;
    }
    if (!Launch(szSecond, &pi[1]))
    {
        _tprintf(_T("Unable to start worker 2: %lu\n"), GetLastError());
        answered &= WaitForSingleObject(pi[0].hProcess, INFINITE) == WAIT_OBJECT_0;
        CloseHandle(pi[0].hProcess);
        CloseHandle(pi[0].hThread);
        return -1;
    }

    for (int i = 0; i < 2; i++)
    {
        answered &= WaitForSingleObject(pi[i].hProcess, INFINITE) == WAIT_OBJECT_0;
        answered &= GetExitCodeProcess(pi[i].hProcess, i == 0 ? &dwFirst : &dwSecond);
        CloseHandle(pi[i].hProcess);
        CloseHandle(pi[i].hThread);
    }
    if (!answered || dwFirst >= 0x80000000 || dwSecond >= 0x80000000)
    {
        _tprintf(_T("A worker failed\n"));
        return -1;
    }
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), dwFirst, dwSecond, dwFirst + dwSecond);
    return 0;
}
