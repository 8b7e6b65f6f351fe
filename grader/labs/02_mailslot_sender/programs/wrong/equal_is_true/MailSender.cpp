// known-wrong: treats the result of _tcscmp as TRUE if two strings are equal | caught by: MailSender.SendsEveryLineInOrder
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

#define MAX_CHARACTERS 200

int _tmain()
{
    setlocale(LC_ALL, "korean");

    HANDLE slot = CreateFile(SLOT_NAME, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to open mailslot: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR line[MAX_CHARACTERS + 2];
    int result = 0;
    for (;;)
    {
        if (_fgetts(line, _countof(line), stdin) == NULL)
            break;
        line[_tcscspn(line, _T("\r\n"))] = _T('\0');
        if (line[0] == _T('\0'))
            continue;

        DWORD bytes = (DWORD)(_tcslen(line) * sizeof(TCHAR));
        DWORD written = 0;
        BOOL sent = WriteFile(slot, line, bytes, &written, NULL);
        if (!sent)
        {
            _ftprintf(stderr, _T("Unable to write: error %lu\n"), GetLastError());
            result = 1;
            break;
        }

        BOOL isExit = _tcscmp(line, _T("exit")) == TRUE;
        if (isExit)
        {
            _putts(_T("GoodBye!"));
            break;
        }
    }

    CloseHandle(slot);
    return result;
}
