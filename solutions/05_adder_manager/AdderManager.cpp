// AdderManager: has two PartAdders add 1..5 and 6..10 at the same time, and prints both sums and the total.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

// Exit codes of this value and above mean that a worker failed: -1 is 0xFFFFFFFF, and a crash has a code such as 0xC0000005.
#define FIRST_FAILURE 0x80000000

// Starts PartAdder.exe from this program's folder. Returns FALSE, after printing an error, if it did not start.
// The first word of commandLine is the worker's own name. CreateProcess may change commandLine, so it must be an array, not a literal.
BOOL StartWorker(TCHAR *commandLine, PROCESS_INFORMATION *worker)
{
    STARTUPINFO startup = {};
    startup.cb = sizeof(startup);

    // This program's path, with its last part replaced.
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

    //[todo 3] Start program with commandLine, and store its handles in *worker. Did it start?
    BOOL started = CreateProcess(program, commandLine, NULL, NULL, FALSE, 0, NULL, NULL, &startup, worker);
    //[stub] BOOL started = TRUE;
    //[end]
    if (!started)
        _ftprintf(stderr, _T("Unable to start PartAdder.exe: error %lu\n"), GetLastError());
    return started;
}

// Prints both sums and the total once both workers have ended. Returns this program's exit code: 0, or -1 if there is no total.
int PrintTotal(HANDLE worker1, HANDLE worker2)
{
    //[todo 4] Continue only when both process objects are Signaled. A wait can also fail: what does its result say?
    BOOL ended = WaitForSingleObject(worker1, INFINITE) == WAIT_OBJECT_0 &&
                 WaitForSingleObject(worker2, INFINITE) == WAIT_OBJECT_0;
    //[stub] BOOL ended = TRUE;
    //[end]
    if (!ended)
    {
        _ftprintf(stderr, _T("Unable to wait: error %lu\n"), GetLastError());
        return -1;
    }

    DWORD return_val1 = 0, return_val2 = 0;
    //[todo 5] Get each worker's exit code from its process object.
    BOOL known = GetExitCodeProcess(worker1, &return_val1) && GetExitCodeProcess(worker2, &return_val2);
    //[stub] BOOL known = TRUE;
    //[end]
    if (!known)
    {
        _ftprintf(stderr, _T("Unable to get an exit code: error %lu\n"), GetLastError());
        return -1;
    }

    //[todo 6] Check the exit codes, too: what is the exit code of a worker that failed or crashed?
    BOOL succeeded = return_val1 < FIRST_FAILURE && return_val2 < FIRST_FAILURE;
    //[stub] BOOL succeeded = TRUE;
    //[end]
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

// Closes the handles that CreateProcess returned for one worker.
void CloseWorker(PROCESS_INFORMATION *worker)
{
    //[todo 7] Close every handle that CreateProcess stored in *worker. How many are there?
    CloseHandle(worker->hThread);
    CloseHandle(worker->hProcess);
    //[stub]
    //[end]
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
        // There is no total without both workers: the first worker's sum is no longer needed.
        TerminateProcess(worker1.hProcess, (UINT)-1);
        CloseWorker(&worker1);
        return -1;
    }

    int result = PrintTotal(worker1.hProcess, worker2.hProcess);
    CloseWorker(&worker1);
    CloseWorker(&worker2);
    return result;
}
