// known-wrong: starts the program with CREATE_SUSPENDED and never lets it run | caught by: StateWatcher.SaysSignaledOnceItEnded StateWatcher.ReportsATimeout StateWatcher.TellsTheExitCode
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <locale.h>

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

void Say(const TCHAR *word)
{
    _putts(word);
    fflush(stdout);
}

BOOL StartProgram(TCHAR *commandLine, PROCESS_INFORMATION *child)
{
    STARTUPINFO startup = {};
    startup.cb = sizeof(startup);

    BOOL started = CreateProcess(NULL, commandLine, NULL, NULL, FALSE, CREATE_SUSPENDED, NULL, NULL, &startup, child);
    if (!started)
        _ftprintf(stderr, _T("Unable to start the program: error %lu\n"), GetLastError());
    return started;
}

BOOL HasFailed(DWORD answer)
{
    BOOL failed = answer == WAIT_FAILED;
    if (failed)
        _ftprintf(stderr, _T("Unable to wait: error %lu\n"), GetLastError());
    return failed;
}

int Watch(HANDLE process, DWORD milliseconds)
{
    DWORD answer = WaitForSingleObject(process, 0);
    if (HasFailed(answer))
        return 1;
    Say(answer == WAIT_OBJECT_0 ? _T("Signaled") : _T("Non-Signaled"));

    answer = WaitForSingleObject(process, milliseconds);
    if (HasFailed(answer))
        return 1;
    if (answer == WAIT_TIMEOUT)
    {
        Say(_T("Timeout"));
        answer = WaitForSingleObject(process, INFINITE);
        if (HasFailed(answer))
            return 1;
    }
    Say(_T("Signaled"));

    answer = WaitForSingleObject(process, 0);
    if (HasFailed(answer))
        return 1;
    Say(answer == WAIT_OBJECT_0 ? _T("Signaled") : _T("Non-Signaled"));

    DWORD exitCode = 0;
    BOOL known = GetExitCodeProcess(process, &exitCode);
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

    CloseHandle(child.hThread);
    CloseHandle(child.hProcess);
    return result;
}
