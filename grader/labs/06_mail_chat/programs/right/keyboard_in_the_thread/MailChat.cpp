// also-right: the other way round: main reads the slot, and the second thread the keyboard
#include <windows.h>
#include <process.h>
#include <tchar.h>
#include <stdio.h>

static TCHAR theirs[100];

static void Typed(void *)
{
    TCHAR line[260];
    while (_fgetts(line, 260, stdin))
    {
        line[_tcscspn(line, _T("\r\n"))] = 0;
        if (!_tcscmp(line, _T("exit")))
            break;
        HANDLE slot = CreateFile(theirs, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
        DWORD written = 0;
        BOOL sent = slot != INVALID_HANDLE_VALUE && WriteFile(slot, line, (DWORD)(_tcslen(line) * sizeof(TCHAR)), &written, NULL);
        if (slot != INVALID_HANDLE_VALUE)
            CloseHandle(slot);
        if (!sent)
            _putts(_T("Not sent"));
    }
    fflush(stdout);
    ExitProcess(0);
}

int _tmain(int argc, TCHAR **argv)
{
    TCHAR mine[100], text[400];
    DWORD bytes;
    if (argc != 3)
        return 1;
    _tcscpy_s(mine, 100, _T("\\\\.\\mailslot\\chat\\"));
    _tcscpy_s(theirs, 100, mine);
    _tcscat_s(mine, 100, argv[1]);
    _tcscat_s(theirs, 100, argv[2]);
    HANDLE slot = CreateMailslot(mine, 0, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _putts(_T("Unable to create mailslot"));
        return 1;
    }
    _beginthread(Typed, 0, NULL);
    while (ReadFile(slot, text, 399 * sizeof(TCHAR), &bytes, NULL))
    {
        text[bytes / sizeof(TCHAR)] = 0;
        _putts(text);
    }
    CloseHandle(slot);
    return 1;
}
