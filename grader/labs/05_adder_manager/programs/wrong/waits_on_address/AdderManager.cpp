// known-wrong: passes the waits the addresses of the handles, and does not check their results | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    STARTUPINFO si = {};
    PROCESS_INFORMATION *first = new PROCESS_INFORMATION();
    PROCESS_INFORMATION *second = new PROCESS_INFORMATION();
    TCHAR firstLine[] = _T("PartAdder 1 5");
    TCHAR secondLine[] = _T("PartAdder 6 10");
    DWORD firstSum = 0, secondSum = 0;
    int result = -1;
    si.cb = sizeof(si);

    if (!CreateProcess(NULL, firstLine, NULL, NULL, FALSE, 0, NULL, NULL, &si, first) ||
        !CreateProcess(NULL, secondLine, NULL, NULL, FALSE, 0, NULL, NULL, &si, second))
    {
        _tprintf(_T("Unable to start: %lu\n"), GetLastError());
    }
    else
    {
        WaitForSingleObject(&first->hProcess, INFINITE);
        WaitForSingleObject(&second->hProcess, INFINITE);

        GetExitCodeProcess(first->hProcess, &firstSum);
        GetExitCodeProcess(second->hProcess, &secondSum);
        if (firstSum < 0x80000000 && secondSum < 0x80000000)
        {
            _tprintf(_T("return_val1: %lu\n"), firstSum);
            _tprintf(_T("return_val2: %lu\n"), secondSum);
            _tprintf(_T("total: %lu\n"), firstSum + secondSum);
            result = 0;
        }
    }

    if (first->hProcess)
        CloseHandle(first->hProcess), CloseHandle(first->hThread);
    if (second->hProcess)
        CloseHandle(second->hProcess), CloseHandle(second->hThread);
    delete first;
    delete second;
    return result;
}
