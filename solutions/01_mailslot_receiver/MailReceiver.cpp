// MailReceiver: makes the mailslot \\.\mailslot\mailbox and prints every message that arrives there, until one of them is "exit".
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <string.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

// A message is a line of at most 200 characters. Some senders send the end of the line, too: CR and LF, or a terminator.
#define MAX_CHARACTERS 202

int _tmain()
{
    setlocale(LC_ALL, "korean");

    //[todo 1] Create the mailslot SLOT_NAME. Reads shall wait as long as it takes, and no message may be larger than what fits.
    HANDLE slot = CreateMailslot(SLOT_NAME, MAX_CHARACTERS * sizeof(TCHAR), MAILSLOT_WAIT_FOREVER, NULL);
    //[stub] HANDLE slot = INVALID_HANDLE_VALUE;
    //[end]
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR message[MAX_CHARACTERS + 1] = _T("");  // one more for the terminator, which need not come with the message
    int result = 0;
    for (;;)
    {
        //[todo 2] Read the next message of the slot. Was one read, and how many bytes does it have?
        //[todo 2] ReadFile wants to know how much room there is, in bytes: keep one character of it for the terminator.
        DWORD bytes = 0;
        BOOL received = ReadFile(slot, message, MAX_CHARACTERS * sizeof(TCHAR), &bytes, NULL);
        //[stub] BOOL received = FALSE;
        //[end]
        if (!received)
        {
            _ftprintf(stderr, _T("Unable to read: error %lu\n"), GetLastError());
            result = 1;
            break;
        }

        //[todo 3] Put the terminator where this message ends. Behind it may lie the rest of a longer one that came before.
        message[bytes / sizeof(TCHAR)] = _T('\0');
        //[stub]
        //[end]
        message[_tcscspn(message, _T("\r\n"))] = _T('\0');

        //[todo 4] Is this the message "exit", all of it and nothing more?
        BOOL isExit = _tcscmp(message, _T("exit")) == 0;
        //[stub] BOOL isExit = FALSE;
        //[end]
        if (isExit)
        {
            _putts(_T("GoodBye!"));
            break;
        }

        _putts(message);
        fflush(stdout);  // a file or a pipe would get it much later otherwise
    }

    //[todo 5] The mailslot is there as long as its handle is open. Give it back.
    CloseHandle(slot);
    //[stub]
    //[end]
    return result;
}
