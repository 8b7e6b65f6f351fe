// MailReceiver: creates the mailslot \\.\mailslot\mailbox and prints every message that arrives, until one is "exit".
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

    //[todo 1] Create the mailslot SLOT_NAME. A read must wait until a message arrives. Messages have up to MAX_CHARACTERS characters.
    HANDLE slot = CreateMailslot(SLOT_NAME, MAX_CHARACTERS * sizeof(TCHAR), MAILSLOT_WAIT_FOREVER, NULL);
    //[stub] HANDLE slot = INVALID_HANDLE_VALUE;
    //[end]
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR message[MAX_CHARACTERS + 1] = _T("");  // plus one for the terminator, which the message may lack
    int result = 0;
    for (;;)
    {
        //[todo 2] Read the next message from the mailslot. Did the read succeed, and how many bytes long is the message?
        //[todo 2] ReadFile needs to know how many bytes it may store: leave room for one terminating character.
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

        //[todo 3] Terminate the string where this message ends. The rest of a longer, earlier message may follow it.
        message[bytes / sizeof(TCHAR)] = _T('\0');
        //[stub]
        //[end]
        message[_tcscspn(message, _T("\r\n"))] = _T('\0');

        //[todo 4] Is this message exactly "exit"?
        BOOL isExit = _tcscmp(message, _T("exit")) == 0;
        //[stub] BOOL isExit = FALSE;
        //[end]
        if (isExit)
        {
            _putts(_T("GoodBye!"));
            break;
        }

        _putts(message);
        fflush(stdout);  // otherwise, a file or a pipe gets it much later
    }

    //[todo 5] The mailslot exists as long as its handle is open. Close the handle.
    CloseHandle(slot);
    //[stub]
    //[end]
    return result;
}
