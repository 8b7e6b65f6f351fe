// AfterTheWait: a successful wait changes some objects, and others stay Signaled.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

const TCHAR *Ask(HANDLE object)
{
    return WaitForSingleObject(object, 0) == WAIT_OBJECT_0 ? _T("Signaled") : _T("Non-Signaled");
}

void AskTwice(const TCHAR *what, HANDLE object)
{
    const TCHAR *first = Ask(object);
    const TCHAR *second = Ask(object);
    _tprintf(_T("%-32s %-13s %s\n"), what, first, second);
    CloseHandle(object);
}

DWORD WINAPI EndAtOnce(void *)
{
    return 0;
}

int _tmain(int argc, TCHAR *argv[])
{
    if (argc > 1)
        return 0;  // this is the process that the program itself starts: it ends at once

    TCHAR commandLine[MAX_PATH + 20];
    _stprintf_s(commandLine, _countof(commandLine), _T("\"%s\" child"), argv[0]);
    STARTUPINFO startup;
    ZeroMemory(&startup, sizeof(startup));
    startup.cb = sizeof(startup);
    PROCESS_INFORMATION child;
    if (!CreateProcess(NULL, commandLine, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &child))
        return 1;
    CloseHandle(child.hThread);
    HANDLE thread = CreateThread(NULL, 0, EndAtOnce, NULL, 0, NULL);
    WaitForSingleObject(child.hProcess, INFINITE);
    WaitForSingleObject(thread, INFINITE);

    _tprintf(_T("%-32s %-13s %s\n"), _T(""), _T("first wait"), _T("second wait"));
    AskTwice(_T("process that has ended"), child.hProcess);
    AskTwice(_T("thread that has ended"), thread);
    AskTwice(_T("manual-reset event, set"), CreateEvent(NULL, TRUE, TRUE, NULL));
    AskTwice(_T("auto-reset event, set"), CreateEvent(NULL, FALSE, TRUE, NULL));
    AskTwice(_T("semaphore with a count of 1"), CreateSemaphore(NULL, 1, 1, NULL));
    return 0;
}
