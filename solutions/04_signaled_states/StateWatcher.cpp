// StateWatcher MILLISECONDS COMMANDLINE: starts a program and tells the state of its process object while it runs and after its end.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <locale.h>

// Reads text, which must be decimal digits and nothing else. FALSE: it is not, or the number does not fit into a DWORD.
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

// Prints the word at once, also to a file or a pipe.
void Say(const TCHAR *word)
{
    _putts(word);
    fflush(stdout);
}

// Starts the program; the handles go to *child. FALSE: it did not start, and this has said so.
BOOL StartProgram(TCHAR *commandLine, PROCESS_INFORMATION *child)
{
    STARTUPINFO startup = {};
    startup.cb = sizeof(startup);

    //[todo 1] Start a program by commandLine alone, whose first word is the program; the handles go to *child. Did it start?
    BOOL started = CreateProcess(NULL, commandLine, NULL, NULL, FALSE, 0, NULL, NULL, &startup, child);
    //[stub] BOOL started = TRUE;
    //[end]
    if (!started)
        _ftprintf(stderr, _T("Unable to start the program: error %lu\n"), GetLastError());
    return started;
}

// Whether the wait that gave this answer has failed, so that it tells nothing of any state; then this has said so.
BOOL HasFailed(DWORD answer)
{
    //[todo 2] A wait has four results. Which of them says that the wait itself has failed?
    BOOL failed = answer == WAIT_FAILED;
    //[stub] BOOL failed = FALSE;
    //[end]
    if (failed)
        _ftprintf(stderr, _T("Unable to wait: error %lu\n"), GetLastError());
    return failed;
}

// Tells the states of the process object, from now to after its end, and the exit code. Returns this program's own: 0, or 1 for a failure.
int Watch(HANDLE process, DWORD milliseconds)
{
    //[todo 3] This says Non-Signaled without having asked. Which wait asks for the state and comes back at once?
    DWORD answer = WaitForSingleObject(process, 0);
    //[stub] DWORD answer = WAIT_TIMEOUT;
    //[end]
    if (HasFailed(answer))
        return 1;
    Say(answer == WAIT_OBJECT_0 ? _T("Signaled") : _T("Non-Signaled"));

    //[todo 4] Wait until the process object is Signaled, but no longer than milliseconds. What has the wait answered?
    answer = WaitForSingleObject(process, milliseconds);
    //[stub] answer = WAIT_OBJECT_0;
    //[end]
    if (HasFailed(answer))
        return 1;
    if (answer == WAIT_TIMEOUT)
    {
        Say(_T("Timeout"));
        //[todo 5] It still runs. Wait for its end, as long as it takes.
        answer = WaitForSingleObject(process, INFINITE);
        //[stub] answer = WAIT_OBJECT_0;
        //[end]
        if (HasFailed(answer))
            return 1;
    }
    Say(_T("Signaled"));

    //[todo 6] Has the wait used the state up? Ask once more for it, as you did at first.
    answer = WaitForSingleObject(process, 0);
    //[stub] answer = WAIT_TIMEOUT;
    //[end]
    if (HasFailed(answer))
        return 1;
    Say(answer == WAIT_OBJECT_0 ? _T("Signaled") : _T("Non-Signaled"));

    DWORD exitCode = 0;
    //[todo 7] Ask the process object for the exit code of its program. Was the question answered?
    BOOL known = GetExitCodeProcess(process, &exitCode);
    //[stub] BOOL known = TRUE;
    //[end]
    if (!known)
    {
        _ftprintf(stderr, _T("Unable to tell the exit code: error %lu\n"), GetLastError());
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

    //[todo 8] The program has ended, but its process object stays as long as somebody holds a handle to it. Give back what child holds.
    CloseHandle(child.hThread);
    CloseHandle(child.hProcess);
    //[stub]
    //[end]
    return result;
}
