// also-right: a banner, a prompt before the numbers, and other words around them
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static BOOL answered = TRUE;  // by every wait and every question

int _tmain()
{
    STARTUPINFO si = { sizeof(STARTUPINFO) };
    PROCESS_INFORMATION w1, w2;
    TCHAR c1[] = _T("PartAdder 1 5"), c2[] = _T("PartAdder 6 10");
    DWORD r1 = 0, r2 = 0;

    _tprintf(_T("=========================\n"));
    _tprintf(_T("  Adder Manager 1.0\n"));
    _tprintf(_T("  adds 1 to 10 with 2 processes\n"));
    _tprintf(_T("=========================\n\n"));

    if (!CreateProcess(NULL, c1, NULL, NULL, FALSE, 0, NULL, NULL, &si, &w1))
    {
        _tprintf(_T("*** UNABLE   to start PartAdder.exe, error %lu ***\n"), GetLastError());
        return -1;
    }
    _tprintf(_T("> worker 1 has process id %lu\n"), w1.dwProcessId);
    if (!CreateProcess(NULL, c2, NULL, NULL, FALSE, 0, NULL, NULL, &si, &w2))
    {
        _tprintf(_T("*** UNABLE   to start PartAdder.exe, error %lu ***\n"), GetLastError());
        CloseHandle(w1.hThread);
        CloseHandle(w1.hProcess);
        return -1;
    }
    _tprintf(_T("> worker 2 has process id %lu\n"), w2.dwProcessId);
    _tprintf(_T("> waiting..."));

    answered &= WaitForSingleObject(w1.hProcess, INFINITE) == WAIT_OBJECT_0;
    answered &= WaitForSingleObject(w2.hProcess, INFINITE) == WAIT_OBJECT_0;
    _tprintf(_T(" done\n"));
    BOOL ok = GetExitCodeProcess(w1.hProcess, &r1) && GetExitCodeProcess(w2.hProcess, &r2);
    CloseHandle(w1.hThread);
    CloseHandle(w1.hProcess);
    CloseHandle(w2.hThread);
    CloseHandle(w2.hProcess);
    if (!answered || !ok || r1 >= 0x80000000 || r2 >= 0x80000000)
    {
        _tprintf(_T("> a worker failed, so there is no total\n"));
        return -1;
    }
    _tprintf(_T("> return_val1: %lu\n> return_val2: %lu\n>\n> total: %lu\n"), r1, r2, r1 + r2);
    _tprintf(_T("\nGood bye, and thank you for adding.\n"));
    return 0;
}
