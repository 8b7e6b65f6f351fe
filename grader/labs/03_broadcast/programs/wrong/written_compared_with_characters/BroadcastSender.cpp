// known-wrong: compares the bytes that were written with the number of characters, and treats a good write as a failed one | caught by: BroadcastSender.RefusesWhatCannotTravel BroadcastSender.StopsOnExit BroadcastSender.StopsAtEndOfInput
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

#define MAX_BYTES 424

#define MAX_CHARACTERS 1000

#define MAX_COMPUTER 255

int _tmain(int argc, TCHAR *argv[])
{
    setlocale(LC_ALL, "korean");

    const TCHAR *computer = argc > 1 ? argv[1] : NULL;
    if (computer != NULL && _tcslen(computer) > MAX_COMPUTER)
    {
        _ftprintf(stderr, _T("Unable to broadcast: the computer name is too long\n"));
        return 1;
    }

    TCHAR slotName[MAX_COMPUTER + 32];
    _tcscpy_s(slotName, _countof(slotName), _T("\\\\"));
    _tcscat_s(slotName, _countof(slotName), computer != NULL ? computer : _T("*"));
    _tcscat_s(slotName, _countof(slotName), _T("\\mailslot\\mailbox"));

    HANDLE slot = CreateFile(slotName, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _ftprintf(stderr, _T("Unable to broadcast: error %lu\n"), GetLastError());
        return 1;
    }

    TCHAR line[MAX_CHARACTERS + 2];
    int result = 0;
    while (_fgetts(line, _countof(line), stdin) != NULL)
    {
        line[_tcscspn(line, _T("\r\n"))] = _T('\0');
        if (line[0] == _T('\0'))
            continue;

        DWORD bytes = (DWORD)(_tcslen(line) * sizeof(TCHAR));
        BOOL canTravel = bytes <= MAX_BYTES;
        if (!canTravel)
        {
            _tprintf(_T("Message too long: %lu bytes, and at most %d can be sent\n"), bytes, MAX_BYTES);
            fflush(stdout);
            continue;
        }

        DWORD written = 0;
        WriteFile(slot, line, bytes, &written, NULL);
        BOOL sent = written == _tcslen(line);
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

    CloseHandle(slot);
    return result;
}
