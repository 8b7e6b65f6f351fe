// also-right: opens the mailslots for each line, and closes them again at once
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

BOOL Send(const TCHAR *computer, const TCHAR *text)
{
    TCHAR name[300] = _T("\\\\");
    DWORD bytes = (DWORD)(_tcslen(text) * sizeof(TCHAR)), written = 0, error = 0;
    _tcscat_s(name, _countof(name), computer);
    _tcscat_s(name, _countof(name), _T("\\mailslot\\mailbox"));

    HANDLE slot = CreateFile(name, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        error = GetLastError();
    else
    {
        if (!WriteFile(slot, text, bytes, &written, NULL))
            error = GetLastError();
        CloseHandle(slot);
    }
    if (error != 0)
        _tprintf(_T("Unable to broadcast: error %lu\n"), error);
    return error == 0;
}

int _tmain(int argc, TCHAR *argv[])
{
    const TCHAR *computer = argc > 1 ? argv[1] : _T("*");
    TCHAR line[1002];
    while (_fgetts(line, _countof(line), stdin))
    {
        line[_tcscspn(line, _T("\r\n"))] = _T('\0');
        if (_tcslen(line) * sizeof(TCHAR) > 424)
        {
            _tprintf(_T("Message too long\n"));
            continue;
        }
        if (!Send(computer, line))
            return 1;
        if (_tcscmp(line, _T("exit")) == 0)
        {
            _tprintf(_T("GoodBye!\n"));
            return 0;
        }
    }
    return 0;
}
