// BroadcastReceiver: makes the mailslot \\.\mailslot\mailbox and prints each message behind this computer's name, until one is "exit".
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

// A message from another computer has at most 424 bytes. One from this computer has at most 200 characters and the end of its line: less.
#define MAX_CHARACTERS (424 / sizeof(TCHAR))

int _tmain()
{
    setlocale(LC_ALL, "korean");

    TCHAR computer[MAX_COMPUTERNAME_LENGTH + 1] = _T("");
    // TODO 6: Ask for the name of the computer that this program runs on. The function must be told how many characters have room.
    BOOL named = TRUE;
    if (!named)
    {
        _ftprintf(stderr, _T("Unable to tell the computer's name: error %lu\n"), GetLastError());
        return 1;
    }

    // TODO 7: Create the mailslot SLOT_NAME, with reads that wait as long as it takes. The sender's * is no name for a slot of one's own.
    HANDLE slot = INVALID_HANDLE_VALUE;
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR message[MAX_CHARACTERS + 1];  // one more for the terminator
    int result = 0;
    for (;;)
    {
        DWORD bytes = 0;
        // TODO 8: Read the next message, as in lab 01: leave room for the terminator, and keep the number of bytes in bytes.
        BOOL received = FALSE;
        if (!received)
        {
            _ftprintf(stderr, _T("Unable to read: error %lu\n"), GetLastError());
            result = 1;
            break;
        }
        message[bytes / sizeof(TCHAR)] = _T('\0');
        message[_tcscspn(message, _T("\r\n"))] = _T('\0');

        if (_tcscmp(message, _T("exit")) == 0)
        {
            _putts(_T("GoodBye!"));
            break;
        }
        _tprintf(_T("[%s] %s\n"), computer, message);
        fflush(stdout);  // a file or a pipe would get it much later otherwise
    }

    // TODO 9: As long as this handle is open, no other program of this computer can be the receiver. Give it back.

    return result;
}
