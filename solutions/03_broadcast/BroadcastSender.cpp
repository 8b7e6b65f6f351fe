// BroadcastSender [COMPUTER]: sends each line that is typed to the mailslot mailbox of every computer of the domain, or of COMPUTER alone.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

// A mailslot on another computer takes messages of at most so many bytes: one message travels as one packet.
#define MAX_BYTES 424

// A line may have more characters than a message. It is read whole all the same, so that it can be refused whole.
#define MAX_CHARACTERS 1000

// The name of a computer, in whatever form: PC2, or pc2.example.com.
#define MAX_COMPUTER 255

int _tmain(int argc, TCHAR *argv[])
{
    setlocale(LC_ALL, "korean");

    // Whom to send to: the computer that is named, or, with NULL, all of them.
    const TCHAR *computer = argc > 1 ? argv[1] : NULL;
    if (computer != NULL && _tcslen(computer) > MAX_COMPUTER)
    {
        _ftprintf(stderr, _T("Unable to broadcast: no computer has a name of so many characters\n"));
        return 1;
    }

    TCHAR slotName[MAX_COMPUTER + 32];
    //[todo 1] This names the mailslot of this computer. Name that of computer instead, or, when there is none, those of all at once.
    _tcscpy_s(slotName, _countof(slotName), _T("\\\\"));
    _tcscat_s(slotName, _countof(slotName), computer != NULL ? computer : _T("*"));
    _tcscat_s(slotName, _countof(slotName), _T("\\mailslot\\mailbox"));
    //[stub] _tcscpy_s(slotName, _countof(slotName), _T("\\\\.\\mailslot\\mailbox"));
    //[end]

    //[todo 2] Open the mailslot slotName for writing. This may succeed even if nobody is there: nobody has been asked yet.
    HANDLE slot = CreateFile(slotName, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    //[stub] HANDLE slot = INVALID_HANDLE_VALUE;
    //[end]
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to broadcast: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR line[MAX_CHARACTERS + 2];  // two more, for the newline and the terminator
    int result = 0;
    while (_fgetts(line, _countof(line), stdin) != NULL)
    {
        line[_tcscspn(line, _T("\r\n"))] = _T('\0');  // the Enter key is no part of the message
        if (line[0] == _T('\0'))
            continue;

        //[todo 3] How many bytes has the message? Can a message of so many bytes travel?
        DWORD bytes = (DWORD)(_tcslen(line) * sizeof(TCHAR));
        BOOL canTravel = bytes <= MAX_BYTES;
        //[stub] DWORD bytes = 0;
        //[stub] BOOL canTravel = TRUE;
        //[end]
        if (!canTravel)
        {
            _tprintf(_T("Message too long: %lu bytes, and no more than %d can travel\n"), bytes, MAX_BYTES);
            fflush(stdout);
            continue;
        }

        //[todo 4] Write the message to the slot, once: it is for the network to bring it to everybody. Did the network take it?
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

    //[todo 5] However many computers it reaches, it is one handle. Give it back.
    CloseHandle(slot);
    //[stub]
    //[end]
    return result;
}
