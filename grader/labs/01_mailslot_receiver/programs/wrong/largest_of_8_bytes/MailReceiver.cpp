// known-wrong: accepts only messages of up to 8 bytes | caught by: MailReceiver.PrintsEveryMessageInOrder MailReceiver.ReportsAFailedRead
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <string.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

// A message is a line of at most 200 characters. Some senders also send a newline (CR and LF) or a terminator.
#define MAX_CHARACTERS 202

int _tmain()
{
    setlocale(LC_ALL, "korean");

    HANDLE slot = CreateMailslot(SLOT_NAME, 8, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR message[MAX_CHARACTERS + 1];  // one more for the terminator, which need not come with the message
    int result = 0;
    for (;;)
    {
        DWORD bytes = 0;
        BOOL received = ReadFile(slot, message, MAX_CHARACTERS * sizeof(TCHAR), &bytes, NULL);
        if (!received)
        {
            _ftprintf(stderr, _T("Unable to read: error %lu\n"), GetLastError());
            result = 1;
            break;
        }

        message[bytes / sizeof(TCHAR)] = _T('\0');
        message[_tcscspn(message, _T("\r\n"))] = _T('\0');

        BOOL isExit = _tcscmp(message, _T("exit")) == 0;
        if (isExit)
        {
            _putts(_T("GoodBye!"));
            break;
        }

        _putts(message);
        fflush(stdout);  // a file or a pipe would get it much later otherwise
    }

    CloseHandle(slot);
    return result;
}
