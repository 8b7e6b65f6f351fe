// also-right: asks GetMailslotInfo for the size of the next message, and makes room for just that
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>

static int Fail(HANDLE slot, const TCHAR *what)
{
    _ftprintf(stderr, _T("%s (error %lu)\n"), what, GetLastError());
    if (slot != INVALID_HANDLE_VALUE)
        CloseHandle(slot);
    return 1;
}

int _tmain()
{
    HANDLE slot = CreateMailslot(_T("\\\\.\\mailslot\\mailbox"), 0, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        return Fail(slot, _T("Unable to create mailslot"));

    for (;;)
    {
        DWORD next = 0, waiting = 0, bytes = 0;
        if (!GetMailslotInfo(slot, NULL, &next, &waiting, NULL))
            return Fail(slot, _T("Unable to read"));
        if (next == MAILSLOT_NO_MESSAGE)
        {
            Sleep(50);
            continue;
        }
        TCHAR *text = (TCHAR *)calloc(next / sizeof(TCHAR) + 1, sizeof(TCHAR));
        if (!ReadFile(slot, text, next, &bytes, NULL))
        {
            free(text);
            return Fail(slot, _T("Unable to read"));
        }
        text[_tcscspn(text, _T("\r\n"))] = _T('\0');
        BOOL last = lstrcmp(text, _T("exit")) == 0;
        _putts(last ? _T("GoodBye!") : text);
        free(text);
        if (last)
            break;
    }
    CloseHandle(slot);
    return 0;
}
