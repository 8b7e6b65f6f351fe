// known-wrong: asks for GENERIC_READ, so that nothing can be written | caught by: BroadcastSender.ReachesEveryReceiver
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
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
        _ftprintf(stderr, _T("Unable to broadcast: the computer name is too long\n"));
        return 1;
    }

    TCHAR slotName[MAX_COMPUTER + 32];
    _tcscpy_s(slotName, _countof(slotName), _T("\\\\"));
    _tcscat_s(slotName, _countof(slotName), computer != NULL ? computer : _T("*"));
    _tcscat_s(slotName, _countof(slotName), _T("\\mailslot\\mailbox"));

    HANDLE slot = CreateFile(slotName, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
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

        DWORD bytes = (DWORD)(_tcslen(line) * sizeof(TCHAR));
        BOOL canTravel = bytes <= MAX_BYTES;
        if (!canTravel)
        {
            _tprintf(_T("Message too long: %lu bytes, and at most %d can be sent\n"), bytes, MAX_BYTES);
            fflush(stdout);
            continue;
        }

        DWORD written = 0;
        BOOL sent = WriteFile(slot, line, bytes, &written, NULL);
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
