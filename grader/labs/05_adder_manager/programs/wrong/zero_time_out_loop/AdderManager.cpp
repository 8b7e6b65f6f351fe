// known-wrong: checks the state in a loop of waits with a time-out of 0 | caught by: AdderManager.WaitsWithoutSpinning
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static PROCESS_INFORMATION g_worker[2];
static TCHAR g_command[2][32] = { _T("PartAdder 1 5"), _T("PartAdder 6 10") };

static BOOL StartBoth()
{
    for (int i = 0; i < 2; ++i)
    {
        STARTUPINFO si = {};
        si.cb = sizeof(si);
        if (!CreateProcess(NULL, g_command[i], NULL, NULL, FALSE, 0, NULL, NULL, &si, &g_worker[i]))
        {
            _tprintf(_T("Unable to start worker %d (error %lu)\n"), i + 1, GetLastError());
            return FALSE;
        }
    }
    return TRUE;
}

static int Finish(int result)
{
    for (int i = 0; i < 2; ++i)
    {
        if (g_worker[i].hProcess == NULL)
            continue;
        CloseHandle(g_worker[i].hProcess);
        CloseHandle(g_worker[i].hThread);
    }
    return result;
}

int _tmain()
{
    DWORD part[2] = {};
    if (!StartBoth())
        return Finish(-1);
    for (int i = 0; i < 2; ++i)
    {
        while (WaitForSingleObject(g_worker[i].hProcess, 0) != WAIT_OBJECT_0)
            ;
        if (!GetExitCodeProcess(g_worker[i].hProcess, &part[i]) || part[i] >= 0x80000000)
            return Finish(-1);
    }
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), part[0], part[1], part[0] + part[1]);
    return Finish(0);
}
