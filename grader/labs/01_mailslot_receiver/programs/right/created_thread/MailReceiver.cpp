// also-right: a thread made by CreateThread reads, and main takes its exit code
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static DWORD WINAPI Reader(LPVOID parameter)
{
    HANDLE slot = (HANDLE)parameter;
    TCHAR text[1000];
    DWORD bytes;
    while (ReadFile(slot, text, sizeof(text) - 2, &bytes, NULL))
    {
        text[bytes / sizeof(TCHAR)] = _T('\0');
        TCHAR *rest = NULL;
        TCHAR *line = _tcstok_s(text, _T("\r\n"), &rest);
        if (line == NULL)
            continue;
        if (!lstrcmp(line, _T("exit")))
        {
            _tprintf(_T("GoodBye!\n"));
            return 0;
        }
        _tprintf(_T("%s\n"), line);
        fflush(stdout);
    }
    _tprintf(_T("Unable to read\n"));
    return 1;
}

int _tmain()
{
    DWORD result = 1;
    HANDLE slot = CreateMailslot(_T("\\\\.\\mailslot\\mailbox"), 0, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _tprintf(_T("Unable to create mailslot\n"));
        return 1;
    }
    HANDLE thread = CreateThread(NULL, 0, Reader, slot, 0, NULL);
    if (thread != NULL)
    {
        WaitForSingleObject(thread, INFINITE);
        GetExitCodeThread(thread, &result);
        CloseHandle(thread);
    }
    CloseHandle(slot);
    return (int)result;
}
