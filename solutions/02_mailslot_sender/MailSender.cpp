// MailSender: sends each line you type to the mailslot \\.\mailslot\mailbox, until the line "exit" or the end of the input.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

// The maximum number of characters in a line. What does not fit into the array is read as another line.
#define MAX_CHARACTERS 200

int _tmain()
{
    setlocale(LC_ALL, "korean");

    //[todo 1] Open the mailslot SLOT_NAME for writing, but only if it exists, and let the receiver keep reading it.
    HANDLE slot = CreateFile(SLOT_NAME, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    //[stub] HANDLE slot = INVALID_HANDLE_VALUE;
    //[end]
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to open mailslot: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR line[MAX_CHARACTERS + 2];  // plus two: the newline and the terminator
    int result = 0;
    for (;;)
    {
        //[todo 2] This assumes that there is always another line. What does _fgetts return at the end of the input? Leave the loop then.
        if (_fgetts(line, _countof(line), stdin) == NULL)
            break;
        //[stub] _fgetts(line, _countof(line), stdin);
        //[end]
        line[_tcscspn(line, _T("\r\n"))] = _T('\0');  // the newline is not part of the message
        if (line[0] == _T('\0'))
            continue;

        //[todo 3] Write only the text, not the whole array line, to the mailslot. How many bytes is that? Did the write succeed?
        DWORD bytes = (DWORD)(_tcslen(line) * sizeof(TCHAR));
        DWORD written = 0;
        BOOL sent = WriteFile(slot, line, bytes, &written, NULL);
        //[stub] BOOL sent = FALSE;
        //[end]
        if (!sent)
        {
            _ftprintf(stderr, _T("Unable to write: error %lu\n"), GetLastError());
            result = 1;
            break;
        }

        //[todo 4] The receiver ends when it reads the message "exit". Is that exactly what you just sent?
        BOOL isExit = _tcscmp(line, _T("exit")) == 0;
        //[stub] BOOL isExit = FALSE;
        //[end]
        if (isExit)
        {
            _putts(_T("GoodBye!"));
            break;
        }
    }

    //[todo 5] This program's end of the mailslot is a separate kernel object. Close its handle.
    CloseHandle(slot);
    //[stub]
    //[end]
    return result;
}
