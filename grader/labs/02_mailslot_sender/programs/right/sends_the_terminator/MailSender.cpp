// also-right: sends the terminator after each text, too
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static TCHAR line[1024];

int _tmain()
{
    DWORD written;
    HANDLE slot = CreateFile(_T("\\\\.\\mailslot\\mailbox"), GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _tprintf(_T("Unable to open mailslot. Is the receiver running?\n"));
        return 1;
    }
    for (;;)
    {
        if (_fgetts(line, _countof(line), stdin) == NULL)
            break;
        TCHAR *newline = _tcschr(line, _T('\n'));
        if (newline != NULL)
            *newline = _T('\0');
        if (!WriteFile(slot, line, (DWORD)(_tcslen(line) + 1) * sizeof(TCHAR), &written, NULL))
        {
            _tprintf(_T("Unable to write\n"));
            CloseHandle(slot);
            return 1;
        }
        if (_tcscmp(line, _T("exit")) == 0)
        {
            _tprintf(_T("GoodBye!\n"));
            break;
        }
    }
    CloseHandle(slot);
    return 0;
}
