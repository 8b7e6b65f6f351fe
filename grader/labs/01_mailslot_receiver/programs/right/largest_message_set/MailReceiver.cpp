// also-right: the slot itself refuses what does not fit the buffer of 200 characters
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define LONGEST 200

int _tmain(int, TCHAR *[])
{
    TCHAR message[LONGEST + 1];
    DWORD bytes;
    HANDLE slot = CreateMailslot(_T("\\\\.\\Mailslot\\MailBox"), LONGEST * sizeof(TCHAR), MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _tprintf(_T("UNABLE TO CREATE MAILSLOT!\n"));
        return 1;
    }
    _tprintf(_T("******** Messages ********\n"));
    for (;;)
    {
        if (!ReadFile(slot, message, LONGEST * sizeof(TCHAR), &bytes, NULL))
        {
            _tprintf(_T("Unable to read!\n"));
            CloseHandle(slot);
            return 1;
        }
        message[bytes / sizeof(TCHAR)] = _T('\0');
        for (DWORD i = 0; message[i]; i++)
            if (message[i] == _T('\r') || message[i] == _T('\n'))
                message[i] = _T('\0');
        if (_tcscmp(message, _T("exit")) == 0)
            break;
        _putts(message);
    }
    _tprintf(_T("GoodBye!\n"));
    CloseHandle(slot);
    return 0;
}
