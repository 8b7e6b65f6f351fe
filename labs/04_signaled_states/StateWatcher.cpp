// StateWatcher MILLISECONDS COMMANDLINE: starts a program and prints the state of its process object while it runs and after it ends.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <locale.h>

// Reads the number in text. Returns FALSE if text contains anything but decimal digits, or if the number does not fit into a DWORD.
BOOL ReadNumber(const TCHAR *text, DWORD *number)
{
    ULONGLONG value = 0;
    if (*text == _T('\0'))
        return FALSE;
    for (; *text != _T('\0'); text++)
    {
        if (*text < _T('0') || *text > _T('9'))
            return FALSE;
        value = value * 10 + (DWORD)(*text - _T('0'));
        if (value > 0xFFFFFFFF)
            return FALSE;
    }
    *number = (DWORD)value;
    return TRUE;
}

// Prints the word at once, even to a file or a pipe.
void Say(const TCHAR *word)
{
    _putts(word);
    fflush(stdout);
}

// Starts the program and stores its handles in *child. Returns FALSE, after printing an error, if it did not start.
BOOL StartProgram(TCHAR *commandLine, PROCESS_INFORMATION *child)
{
    STARTUPINFO startup = {};
    startup.cb = sizeof(startup);

    // TODO 1: Start a program from commandLine only: its first word names the program. Store its handles in *child. Did it start?
    BOOL started = TRUE;
    if (!started)
        _ftprintf(stderr, _T("Unable to start the program: error %lu\n"), GetLastError());
    return started;
}

// Returns TRUE, after printing an error, if answer is the result of a failed wait. Such a wait says nothing about the state.
BOOL HasFailed(DWORD answer)
{
    // TODO 2: A wait has four possible results. Which one means that the wait itself failed?
    BOOL failed = FALSE;
    if (failed)
        _ftprintf(stderr, _T("Unable to wait: error %lu\n"), GetLastError());
    return failed;
}

// Prints the states of the process object until it has ended, then its exit code. Returns this program's exit code: 0, or 1 on failure.
int Watch(HANDLE process, DWORD milliseconds)
{
    // TODO 3: This assumes Non-Signaled without checking. Which wait checks the state and returns at once?
    DWORD answer = WAIT_TIMEOUT;
    if (HasFailed(answer))
        return 1;
    Say(answer == WAIT_OBJECT_0 ? _T("Signaled") : _T("Non-Signaled"));

    // TODO 4: Wait until the process object is Signaled, but no longer than milliseconds. What does the wait return?
    answer = WAIT_OBJECT_0;
    if (HasFailed(answer))
        return 1;
    if (answer == WAIT_TIMEOUT)
    {
        Say(_T("Timeout"));
        // TODO 5: The program is still running. Wait for it to end, however long that takes.
        answer = WAIT_OBJECT_0;
        if (HasFailed(answer))
            return 1;
    }
    Say(_T("Signaled"));

    // TODO 6: Did the wait reset the state? Check it once more, as you did at first.
    answer = WAIT_TIMEOUT;
    if (HasFailed(answer))
        return 1;
    Say(answer == WAIT_OBJECT_0 ? _T("Signaled") : _T("Non-Signaled"));

    DWORD exitCode = 0;
    // TODO 7: Get the program's exit code from its process object. Did the call succeed?
    BOOL known = TRUE;
    if (!known)
    {
        _ftprintf(stderr, _T("Unable to get the exit code: error %lu\n"), GetLastError());
        return 1;
    }
    _tprintf(_T("exit code: %lu\n"), exitCode);
    return 0;
}

int _tmain(int argc, TCHAR *argv[])
{
    setlocale(LC_ALL, "korean");

    DWORD milliseconds = 0;
    if (argc != 3 || !ReadNumber(argv[1], &milliseconds))
    {
        _ftprintf(stderr, _T("StateWatcher MILLISECONDS COMMANDLINE, for example: StateWatcher 5000 \"notepad.exe notes.txt\"\n"));
        return 1;
    }

    PROCESS_INFORMATION child = {};
    if (!StartProgram(argv[2], &child))
        return 1;
    int result = Watch(child.hProcess, milliseconds);

    // TODO 8: The program has ended, but its process object exists until the last handle to it is closed. Close the handles in child.

    return result;
}
