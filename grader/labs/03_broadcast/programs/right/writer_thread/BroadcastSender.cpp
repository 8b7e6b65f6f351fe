// also-right: main reads the lines, and a separate thread sends each of them
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

static HANDLE slot;
static TCHAR line[1002];
static DWORD error;

DWORD WINAPI Send(LPVOID)
{
    DWORD written = 0;
    if (!WriteFile(slot, line, (DWORD)(_tcslen(line) * sizeof(TCHAR)), &written, NULL))
        error = GetLastError();
    return 0;
}

int _tmain(int argc, TCHAR *argv[])
{
    TCHAR name[300];
    _stprintf_s(name, 300, _T("\\\\%s\\mailslot\\mailbox"), argc > 1 ? argv[1] : _T("*"));
    slot = CreateFile(name, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _tprintf(_T("Unable to broadcast: error %lu\n"), GetLastError());
        return 1;
    }

    while (error == 0 && _fgetts(line, 1002, stdin) != NULL)
    {
        line[_tcscspn(line, _T("\r\n"))] = _T('\0');
        if (_tcslen(line) * sizeof(TCHAR) > 424)
        {
            _tprintf(_T("Message too long\n"));
            continue;
        }
        HANDLE thread = CreateThread(NULL, 0, Send, NULL, 0, NULL);
        if (thread == NULL)
            return 1;
        WaitForSingleObject(thread, INFINITE);
        CloseHandle(thread);
        if (error == 0 && _tcscmp(line, _T("exit")) == 0)
        {
            _tprintf(_T("GoodBye!\n"));
            break;
        }
    }
    CloseHandle(slot);
    if (error != 0)
        _tprintf(_T("Unable to broadcast: error %lu\n"), error);
    return error == 0 ? 0 : 1;
}
