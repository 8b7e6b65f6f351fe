// also-right: a read time-out of half a second, after which it reads again
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static TCHAR message[512];

int _tmain()
{
    int result = 1;
    HANDLE slot = CreateMailslot(_T("\\\\.\\mailslot\\mailbox"), 0, 500, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _tprintf(_T("Unable to create mailslot: %lu\n"), GetLastError());
        return 1;
    }
    for (;;)
    {
        DWORD bytes = 0;
        ZeroMemory(message, sizeof(message));
        if (!ReadFile(slot, message, sizeof(message) - sizeof(TCHAR), &bytes, NULL))
        {
            if (GetLastError() == ERROR_SEM_TIMEOUT)
                continue;
            _tprintf(_T("Unable to read: %lu\n"), GetLastError());
            break;
        }
        TCHAR *end = _tcspbrk(message, _T("\r\n"));
        if (end)
            *end = 0;
        if (!_tcscmp(message, _T("exit")))
        {
            _tprintf(_T("GoodBye!\n"));
            result = 0;
            break;
        }
        _tprintf(_T("%s\n"), message);
    }
    CloseHandle(slot);
    return result;
}
