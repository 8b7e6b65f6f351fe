// known-wrong: passes CreateProcess NULL for its STARTUPINFO | caught by: AdderManager.StartsBothWorkers AdderManager.ReportsAStartThatFailed
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

#define FIRST_FAILURE 0x80000000

BOOL StartWorker(TCHAR *commandLine, PROCESS_INFORMATION *worker)
{
    STARTUPINFO startup = {};
    startup.cb = sizeof(startup);

    TCHAR program[MAX_PATH + 16] = _T("");
    DWORD length = GetModuleFileName(NULL, program, MAX_PATH);
    TCHAR *slash = _tcsrchr(program, _T('\\'));
    if (length == 0 || length >= MAX_PATH || slash == NULL)
    {
        _ftprintf(stderr, _T("Unable to start PartAdder.exe: the path of its folder is too long\n"));
        return FALSE;
    }
    *(slash + 1) = _T('\0');
    _tcscat_s(program, _countof(program), _T("PartAdder.exe"));

    BOOL started = CreateProcess(program, commandLine, NULL, NULL, FALSE, 0, NULL, NULL, NULL, worker);
    if (!started)
        _ftprintf(stderr, _T("Unable to start PartAdder.exe: error %lu\n"), GetLastError());
    return started;
}

int PrintTotal(HANDLE worker1, HANDLE worker2)
{
    BOOL ended = WaitForSingleObject(worker1, INFINITE) == WAIT_OBJECT_0 &&
                 WaitForSingleObject(worker2, INFINITE) == WAIT_OBJECT_0;

    DWORD return_val1 = 0, return_val2 = 0;
    BOOL known = GetExitCodeProcess(worker1, &return_val1) && GetExitCodeProcess(worker2, &return_val2);

    BOOL succeeded = ended && known && return_val1 < FIRST_FAILURE && return_val2 < FIRST_FAILURE;
    if (!succeeded)
    {
        _ftprintf(stderr, _T("A worker failed: exit codes 0x%08lX and 0x%08lX\n"), return_val1, return_val2);
        return -1;
    }

    _tprintf(_T("return_val1: %lu\n"), return_val1);
    _tprintf(_T("return_val2: %lu\n"), return_val2);
    _tprintf(_T("total: %lu\n"), return_val1 + return_val2);
    return 0;
}

void CloseWorker(PROCESS_INFORMATION *worker)
{
    CloseHandle(worker->hThread);
    CloseHandle(worker->hProcess);
}

int _tmain()
{
    setlocale(LC_ALL, "korean");

    TCHAR commandLine1[] = _T("PartAdder 1 5");
    TCHAR commandLine2[] = _T("PartAdder 6 10");
    PROCESS_INFORMATION worker1 = {}, worker2 = {};
    if (!StartWorker(commandLine1, &worker1))
        return -1;
    if (!StartWorker(commandLine2, &worker2))
    {
        TerminateProcess(worker1.hProcess, (UINT)-1);
        CloseWorker(&worker1);
        return -1;
    }

    int result = PrintTotal(worker1.hProcess, worker2.hProcess);
    CloseWorker(&worker1);
    CloseWorker(&worker2);
    return result;
}
