// also-right: has room for 200 characters, which no message of the kit exceeds, and refuses every longer line
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define CHARACTERS 200

// Reads a line without its newline. Returns FALSE if there is none. Reads all of a line that is too long for `line`; *length is its length.
static BOOL read_line(TCHAR *line, int *length)
{
    _TINT character;
    *length = 0;
    while ((character = _gettchar()) != _TEOF && character != _T('\n'))
        if (character != _T('\r'))
        {
            if (*length < CHARACTERS)
                line[*length] = (TCHAR)character;
            ++*length;
        }
    line[*length < CHARACTERS ? *length : CHARACTERS] = 0;
    return character != _TEOF || *length > 0;
}

static int refused(HANDLE slot)
{
    _tprintf(_T("Unable to broadcast: error %lu\n"), GetLastError());
    if (slot != INVALID_HANDLE_VALUE)
        CloseHandle(slot);
    return 1;
}

int _tmain(int argc, TCHAR *argv[])
{
    TCHAR name[300], line[CHARACTERS + 1];
    int length;
    DWORD written;

    _stprintf_s(name, 300, _T("\\\\%s\\mailslot\\mailbox"), argc > 1 ? argv[1] : _T("*"));
    HANDLE slot = CreateFile(name, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        return refused(slot);
    while (read_line(line, &length))
    {
        if (length > CHARACTERS)
        {
            _tprintf(_T("Message too long: it has %d characters, and there is room for %d\n"), length, CHARACTERS);
            continue;
        }
        if (!WriteFile(slot, line, (DWORD)(length * sizeof(TCHAR)), &written, NULL))
            return refused(slot);
        if (_tcscmp(line, _T("exit")) == 0)
        {
            _putts(_T("GoodBye!"));
            break;
        }
    }
    CloseHandle(slot);
    return 0;
}
