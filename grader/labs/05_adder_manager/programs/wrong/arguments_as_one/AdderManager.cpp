// known-wrong: quotes make one argument of the two numbers | caught by: AdderManager.StartsBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION first, second;
    TCHAR commandA[] = _T("\"PartAdder.exe\" \"1 5\"");
    TCHAR commandB[] = _T("\"PartAdder.exe\" \"6 10\"");
    si.cb = sizeof(si);

    if (!CreateProcess(NULL, commandA, NULL, NULL, FALSE, 0, NULL, NULL, &si, &first)) {
        _tprintf(_T("Unable to start A (%lu)\n"), GetLastError());
        return -1;
    }
    if (!CreateProcess(NULL, commandB, NULL, NULL, FALSE, 0, NULL, NULL, &si, &second)) {
        _tprintf(_T("Unable to start B (%lu)\n"), GetLastError());
        CloseHandle(first.hProcess);
        CloseHandle(first.hThread);
        return -1;
    }

    HANDLE both[] = { first.hProcess, second.hProcess };
    WaitForMultipleObjects(2, both, TRUE, INFINITE);
    DWORD a = 0, b = 0;
    GetExitCodeProcess(both[0], &a);
    GetExitCodeProcess(both[1], &b);
    CloseHandle(first.hProcess);
    CloseHandle(first.hThread);
    CloseHandle(second.hProcess);
    CloseHandle(second.hThread);
    if (a >= 0x80000000 || b >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), a, b, a + b);
    return 0;
}
