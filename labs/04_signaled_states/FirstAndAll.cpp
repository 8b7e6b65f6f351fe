// FirstAndAll PROGRAM...: starts the programs, and reports which one ends first and when all have ended.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <locale.h>

// The maximum number of handles that one wait accepts.
// TODO 9: How many is that? There is a constant for this number.
#define MAX_PROGRAMS 1000

// Starts the program and stores its handles in *child. Returns FALSE, after printing an error, if it did not start.
BOOL StartProgram(TCHAR *commandLine, PROCESS_INFORMATION *child)
{
    STARTUPINFO startup = {};
    startup.cb = sizeof(startup);

    // TODO 10: Start a program from commandLine, and store its handles in *child. Did it start?
    BOOL started = TRUE;
    if (!started)
        _ftprintf(stderr, _T("Unable to start a program: error %lu\n"), GetLastError());
    return started;
}

// Prints the number of the program that ended first, from 1, then that all have ended. Returns the exit code: 0, or 1 if a wait failed.
int WaitForThem(const HANDLE *processes, DWORD count)
{
    // TODO 11: Wait until one of the process objects is Signaled. The result says which one: what range of values can it have?
    BOOL oneEnded = TRUE;
    DWORD index = 0;
    if (!oneEnded)
    {
        _ftprintf(stderr, _T("Unable to wait: error %lu\n"), GetLastError());
        return 1;
    }
    _tprintf(_T("first: %lu\n"), index + 1);
    fflush(stdout);

    // TODO 12: Wait until all of them are Signaled, including the first one, which still is. Which results mean that they all are?
    BOOL allEnded = TRUE;
    if (!allEnded)
    {
        _ftprintf(stderr, _T("Unable to wait: error %lu\n"), GetLastError());
        return 1;
    }
    _putts(_T("all: Signaled"));
    return 0;
}

int _tmain(int argc, TCHAR *argv[])
{
    setlocale(LC_ALL, "korean");

    int count = argc - 1;
    if (count < 1)
    {
        _ftprintf(stderr, _T("FirstAndAll PROGRAM..., for example: FirstAndAll notepad.exe calc.exe\n"));
        return 1;
    }
    if (count > MAX_PROGRAMS)
    {
        _ftprintf(stderr, _T("Too many programs: %d, and one wait accepts at most %d\n"), count, MAX_PROGRAMS);
        return 1;
    }

    PROCESS_INFORMATION children[MAX_PROGRAMS] = {};
    HANDLE processes[MAX_PROGRAMS];
    int started = 0;
    while (started < count && StartProgram(argv[started + 1], &children[started]))
    {
        processes[started] = children[started].hProcess;
        started++;
    }
    int result = started == count ? WaitForThem(processes, (DWORD)count) : 1;

    // TODO 13: Close every handle to every program that was started. How many are there for each program?

    return result;
}
