// known-wrong: after the waits only the second exit code is read again | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

typedef struct
{
    PROCESS_INFORMATION pi;
    DWORD code;
} ADDER;

static BOOL StartAdder(ADDER *adder, int from, int to)
{
    STARTUPINFO si = {};
    si.cb = sizeof(si);
    TCHAR command[64];
    wsprintf(command, _T("PartAdder %d %d"), from, to);
    adder->code = 0;
    BOOL ok = CreateProcess(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &si, &adder->pi);
    if (!ok)
        _tprintf(_T("Unable to start %d..%d: error %lu\n"), from, to, GetLastError());
    return ok;
}

static void Close(ADDER *adder)
{
    CloseHandle(adder->pi.hProcess);
    CloseHandle(adder->pi.hThread);
}

int _tmain()
{
    ADDER one, two;
    if (!StartAdder(&one, 1, 5))
        return -1;
    if (!StartAdder(&two, 6, 10))
    {
        Close(&one);
        return -1;
    }

    GetExitCodeProcess(one.pi.hProcess, &one.code);
    GetExitCodeProcess(two.pi.hProcess, &two.code);
    if (one.code == STILL_ACTIVE || two.code == STILL_ACTIVE)
    {
        WaitForSingleObject(one.pi.hProcess, INFINITE);
        WaitForSingleObject(two.pi.hProcess, INFINITE);
        GetExitCodeProcess(two.pi.hProcess, &two.code);
    }
    Close(&one);
    Close(&two);

    if ((int)one.code < 0 || (int)two.code < 0)
        return -1;
    _tprintf(_T("return_val1: %lu\n"), one.code);
    _tprintf(_T("return_val2: %lu\n"), two.code);
    _tprintf(_T("total: %lu\n"), one.code + two.code);
    return 0;
}
