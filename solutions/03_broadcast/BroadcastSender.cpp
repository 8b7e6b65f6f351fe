// BroadcastSender [COMPUTER]: sends each line you type to the mailslot mailbox on every computer in the domain, or only on COMPUTER.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

// The maximum size of a message to another computer, in bytes: each message is sent as one packet.
#define MAX_BYTES 424

// The maximum number of characters in a line. A line may be longer than a message; it is read completely so that it can be rejected.
#define MAX_CHARACTERS 1000

// The maximum number of characters in a computer name of any form: PC2 or pc2.example.com.
#define MAX_COMPUTER 255

int _tmain(int argc, TCHAR *argv[])
{
    setlocale(LC_ALL, "korean");

    // The computer to send to; NULL: all of them.
    const TCHAR *computer = argc > 1 ? argv[1] : NULL;
    if (computer != NULL && _tcslen(computer) > MAX_COMPUTER)
    {
        _ftprintf(stderr, _T("Unable to broadcast: the computer name is too long\n"));
        return 1;
    }

    TCHAR slotName[MAX_COMPUTER + 32];
    //[todo 1] This names the mailslot on this computer. Name the one on computer instead or, if computer is NULL, those on all computers.
    _tcscpy_s(slotName, _countof(slotName), _T("\\\\"));
    _tcscat_s(slotName, _countof(slotName), computer != NULL ? computer : _T("*"));
    _tcscat_s(slotName, _countof(slotName), _T("\\mailslot\\mailbox"));
    //[stub] _tcscpy_s(slotName, _countof(slotName), _T("\\\\.\\mailslot\\mailbox"));
    //[end]

    //[todo 2] Open the mailslot slotName for writing. This can succeed even if no one is listening: no computer has been asked yet.
    HANDLE slot = CreateFile(slotName, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    //[stub] HANDLE slot = INVALID_HANDLE_VALUE;
    //[end]
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to broadcast: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR line[MAX_CHARACTERS + 2];  // plus two: the newline and the terminator
    int result = 0;
    while (_fgetts(line, _countof(line), stdin) != NULL)
    {
        line[_tcscspn(line, _T("\r\n"))] = _T('\0');  // the newline is not part of the message
        if (line[0] == _T('\0'))
            continue;

        //[todo 3] How long is the message, in bytes? Can the network carry a message of that size?
        DWORD bytes = (DWORD)(_tcslen(line) * sizeof(TCHAR));
        BOOL canTravel = bytes <= MAX_BYTES;
        //[stub] DWORD bytes = 0;
        //[stub] BOOL canTravel = TRUE;
        //[end]
        if (!canTravel)
        {
            _tprintf(_T("Message too long: %lu bytes, and at most %d can be sent\n"), bytes, MAX_BYTES);
            fflush(stdout);
            continue;
        }

        //[todo 4] Write the message to the mailslot once: delivering it to every computer is up to the network. Did the write succeed?
        DWORD written = 0;
        BOOL sent = WriteFile(slot, line, bytes, &written, NULL);
        //[stub] BOOL sent = FALSE;
        //[end]
        if (!sent)
        {
            _ftprintf(stderr, _T("Unable to broadcast: error %lu\n"), GetLastError());
            result = 1;
            break;
        }

        if (_tcscmp(line, _T("exit")) == 0)
        {
            _putts(_T("GoodBye!"));
            break;
        }
    }

    //[todo 5] There is only one handle, no matter how many computers it reaches. Close it.
    CloseHandle(slot);
    //[stub]
    //[end]
    return result;
}
