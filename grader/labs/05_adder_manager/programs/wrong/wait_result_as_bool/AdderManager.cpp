// known-wrong: keeps the result of the wait in a BOOL, so WAIT_OBJECT_0 is FALSE and WAIT_FAILED is not | caught by: AdderManager.PrintsPartsAndTotal AdderManager.ReportsAFailedWait
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

BOOL start(const TCHAR *range, PROCESS_INFORMATION *worker)
{
    STARTUPINFO si = { sizeof(si) };
    TCHAR command[64] = _T("PartAdder ");
    _tcscat(command, range);
    BOOL started = CreateProcess(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &si, worker);
    if (!started)
        _tprintf(_T("Unable to start: error %lu\n"), GetLastError());
    return started;
}

void close(const PROCESS_INFORMATION *worker)
{
    CloseHandle(worker->hThread);
    CloseHandle(worker->hProcess);
}

int total(const HANDLE *workers)
{
    BOOL ended = WaitForMultipleObjects(2, workers, TRUE, INFINITE);
    DWORD first = 0, second = 0;
    BOOL known = GetExitCodeProcess(workers[0], &first) && GetExitCodeProcess(workers[1], &second);
    if (!ended || !known || first >= 0x80000000 || second >= 0x80000000)
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), first, second, first + second);
    return 0;
}

int _tmain()
{
    PROCESS_INFORMATION one, two;
    if (!start(_T("1 5"), &one))
        return -1;
    if (!start(_T("6 10"), &two))
    {
        close(&one);
        return -1;
    }
    HANDLE workers[2] = { one.hProcess, two.hProcess };
    int result = total(workers);
    close(&one);
    close(&two);
    return result;
}
