// MailSender: sends each line that is typed to the mailslot \\.\mailslot\mailbox, up to the line "exit" or the end of the input.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

// A message is a line of at most this many characters. A longer line is sent in pieces.
#define MAX_CHARACTERS 200

int _tmain()
{
    setlocale(LC_ALL, "korean");

    // TODO 1: Open the mailslot SLOT_NAME for writing: only if it is there, and so that the receiver may go on reading it.
    HANDLE slot = INVALID_HANDLE_VALUE;
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to open mailslot: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR line[MAX_CHARACTERS + 2];  // two more, for the newline and the terminator
    int result = 0;
    for (;;)
    {
        // TODO 2: This believes that another line always comes. What does _fgetts say at the end of the input? Break out then.
        _fgetts(line, _countof(line), stdin);
        line[_tcscspn(line, _T("\r\n"))] = _T('\0');  // the Enter key is no part of the message
        if (line[0] == _T('\0'))
            continue;

        // TODO 3: Write the text of line to the slot, and nothing of what lies behind it. How many bytes is that? Were they written?
        BOOL sent = FALSE;
        if (!sent)
        {
            _ftprintf(stderr, _T("Unable to write: error %lu\n"), GetLastError());
            result = 1;
            break;
        }

        // TODO 4: The receiver ends on the message "exit". Was that the one just sent, all of it and nothing more?
        BOOL isExit = FALSE;
        if (isExit)
        {
            _putts(_T("GoodBye!"));
            break;
        }
    }

    // TODO 5: This program's end of the slot is a kernel object of its own. Give it back.

    return result;
}
