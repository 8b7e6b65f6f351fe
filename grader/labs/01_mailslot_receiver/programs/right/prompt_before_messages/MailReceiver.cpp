// also-right: the same words before every message, a blank line after it, and slashes in the slot's name
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    TCHAR text[300];
    DWORD bytes;
    HANDLE slot = CreateMailslot(_T("//./mailslot/mailbox"), 0, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        return _tprintf(_T("Unable to create mailslot\n")), 1;

    _tprintf(_T("Waiting for messages. The message exit ends this program.\n"));
    while (ReadFile(slot, text, sizeof(text) - sizeof(TCHAR), &bytes, NULL))
    {
        size_t length = bytes / sizeof(TCHAR);
        while (length > 0 && (text[length - 1] == 0 || text[length - 1] == '\r' || text[length - 1] == '\n'))
            length--;
        text[length] = 0;
        if (length == 4 && _tcscmp(text, _T("exit")) == 0)
        {
            _tprintf(_T("\nGoodBye!\n"));
            CloseHandle(slot);
            return 0;
        }
        if (length > 0)
            _tprintf(_T("message: %s\n\n"), text);
    }
    _tprintf(_T("Unable to read (error %lu)\n"), GetLastError());
    CloseHandle(slot);
    return 1;
}
