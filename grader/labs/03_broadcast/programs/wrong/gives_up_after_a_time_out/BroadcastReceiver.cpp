// known-wrong: treats the time-out of a read as a failure | caught by: BroadcastReceiver.NamesItsComputer
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

// A message from another computer has at most 424 bytes, and one from this computer at most 200 characters and the end of its line.
#define MAX_CHARACTERS 424

int _tmain()
{
    setlocale(LC_ALL, "korean");

    TCHAR computer[MAX_COMPUTERNAME_LENGTH + 1] = _T("");
    DWORD size = _countof(computer);
    BOOL named = GetComputerName(computer, &size);
    if (!named)
    {
        _ftprintf(stderr, _T("Unable to get the computer's name: error %lu\n"), GetLastError());
        return 1;
    }

    HANDLE slot = CreateMailslot(SLOT_NAME, MAX_CHARACTERS * sizeof(TCHAR), 5000, NULL);
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
        BOOL received = ReadFile(slot, message, MAX_CHARACTERS * sizeof(TCHAR), &bytes, NULL);
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

    CloseHandle(slot);
    return result;
}
