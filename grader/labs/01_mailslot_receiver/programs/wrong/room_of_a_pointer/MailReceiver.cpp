// known-wrong: passes ReadFile the size of a pointer instead of the size of the array | caught by: MailReceiver.PrintsEveryMessageInOrder
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

#define MAX_CHARACTERS 202

int _tmain()
{
    setlocale(LC_ALL, "korean");

    HANDLE slot = CreateMailslot(SLOT_NAME, MAX_CHARACTERS * sizeof(TCHAR), MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR *text = (TCHAR *)malloc((MAX_CHARACTERS + 1) * sizeof(TCHAR));
    int result = 0;
    for (;;)
    {
        DWORD bytes = 0;
        BOOL received = ReadFile(slot, text, sizeof(text), &bytes, NULL);
        if (!received)
        {
            _ftprintf(stderr, _T("Unable to read: error %lu\n"), GetLastError());
            result = 1;
            break;
        }

        text[bytes / sizeof(TCHAR)] = _T('\0');
        text[_tcscspn(text, _T("\r\n"))] = _T('\0');

        BOOL isExit = _tcscmp(text, _T("exit")) == 0;
        if (isExit)
        {
            _putts(_T("GoodBye!"));
            break;
        }

        _putts(text);
        fflush(stdout);
    }

    CloseHandle(slot);
    return result;
}
