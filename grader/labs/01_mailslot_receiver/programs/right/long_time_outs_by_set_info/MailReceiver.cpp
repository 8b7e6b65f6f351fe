// also-right: created with a time-out of 0, then SetMailslotInfo makes it wait forever
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    TCHAR text[640];
    DWORD bytes;
    HANDLE slot = CreateMailslot(_T("\\\\.\\mailslot\\mailbox"), 0, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE || !SetMailslotInfo(slot, MAILSLOT_WAIT_FOREVER))
    {
        _tprintf(_T("Unable to create mailslot\n"));
        return 1;
    }
    for (;;)
    {
        if (!ReadFile(slot, text, 639 * sizeof(TCHAR), &bytes, NULL))
        {
            _tprintf(_T("Unable to read\n"));
            CloseHandle(slot);
            return 1;
        }
        text[bytes / sizeof(TCHAR)] = 0;
        text[_tcscspn(text, _T("\r\n"))] = 0;
        if (!_tcscmp(text, _T("exit")))
            break;
        _tprintf(_T("%s\n"), text);
    }
    _tprintf(_T("GoodBye!\n"));
    CloseHandle(slot);
    return 0;
}
