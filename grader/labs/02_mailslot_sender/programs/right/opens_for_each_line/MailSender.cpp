// also-right: opens the slot for each line and closes it again; the first time before anything is typed
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static HANDLE Open()
{
    HANDLE slot = CreateFile(_T("\\\\.\\MAILSLOT\\mailbox"), GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        _ftprintf(stderr, _T("Unable to open mailslot (error %lu)\n"), GetLastError());
    return slot;
}

int _tmain()
{
    TCHAR line[256];
    DWORD sent;
    HANDLE slot = Open();
    if (slot == INVALID_HANDLE_VALUE)
        return 1;
    CloseHandle(slot);

    while (_fgetts(line, 256, stdin))
    {
        line[_tcscspn(line, _T("\r\n"))] = 0;
        slot = Open();
        if (slot == INVALID_HANDLE_VALUE)
            return 1;
        BOOL ok = WriteFile(slot, line, (DWORD)(_tcslen(line) * sizeof(TCHAR)), &sent, NULL);
        if (!ok)
            _ftprintf(stderr, _T("Unable to write (error %lu)\n"), GetLastError());
        CloseHandle(slot);
        if (!ok)
            return 1;
        if (!_tcscmp(line, _T("exit")))
        {
            _tprintf(_T("GoodBye!\n"));
            return 0;
        }
    }
    return 0;
}
