// BroadcastReceiver: creates the mailslot \\.\mailslot\mailbox and prints this computer's name and each message, until one is "exit".
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

// A message from another computer is at most 424 bytes long. BroadcastSender sends nothing longer to this computer, either.
#define MAX_CHARACTERS (424 / sizeof(TCHAR))

int _tmain()
{
    setlocale(LC_ALL, "korean");

    TCHAR computer[MAX_COMPUTERNAME_LENGTH + 1] = _T("");
    //[todo 6] Get the name of the computer that this program runs on. The function needs to know how many characters the array can hold.
    DWORD size = _countof(computer);
    BOOL named = GetComputerName(computer, &size);
    //[stub] BOOL named = TRUE;
    //[end]
    if (!named)
    {
        _ftprintf(stderr, _T("Unable to get the computer's name: error %lu\n"), GetLastError());
        return 1;
    }

    //[todo 7] Create the mailslot SLOT_NAME, with reads that wait until a message arrives. The sender's * cannot name your own mailslot.
    HANDLE slot = CreateMailslot(SLOT_NAME, MAX_CHARACTERS * sizeof(TCHAR), MAILSLOT_WAIT_FOREVER, NULL);
    //[stub] HANDLE slot = INVALID_HANDLE_VALUE;
    //[end]
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR message[MAX_CHARACTERS + 1];  // plus one for the terminator
    int result = 0;
    for (;;)
    {
        DWORD bytes = 0;
        //[todo 8] Read the next message, as in lab 01: leave room for the terminator, and store the number of bytes in bytes.
        BOOL received = ReadFile(slot, message, MAX_CHARACTERS * sizeof(TCHAR), &bytes, NULL);
        //[stub] BOOL received = FALSE;
        //[end]
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
        fflush(stdout);  // otherwise, a file or a pipe gets it much later
    }

    //[todo 9] While this handle is open, no other program on this computer can be the receiver. Close it.
    CloseHandle(slot);
    //[stub]
    //[end]
    return result;
}
