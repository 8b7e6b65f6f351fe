// known-wrong: one thread: prints what has arrived only after a line was typed | caught by: MailChat.TakesNoTurns
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <string.h>

static HANDLE slot;
static TCHAR theirs[100];

static void PrintAll()
{
    TCHAR text[300];
    DWORD bytes;
    while (ReadFile(slot, text, sizeof(text) - sizeof(TCHAR), &bytes, NULL))
    {
        text[bytes / sizeof(TCHAR)] = 0;
        _putts(text);
    }
}

static BOOL Send(const TCHAR *line)
{
    DWORD written;
    HANDLE client = CreateFile(theirs, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (client == INVALID_HANDLE_VALUE)
        return FALSE;
    BOOL sent = WriteFile(client, line, (DWORD)(_tcslen(line) * sizeof(TCHAR)), &written, NULL);
    CloseHandle(client);
    return sent;
}

int _tmain(int argc, TCHAR *argv[])
{
    TCHAR path[100] = _T("\\\\.\\mailslot\\chat\\"), line[256];
    if (argc != 3)
        return 1;
    _tcscat_s(path, _countof(path), argv[1]);
    slot = CreateMailslot(path, 0, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _tprintf(_T("Unable to create mailslot: error %lu\n"), GetLastError());
        return 1;
    }
    _tcscpy_s(theirs, _countof(theirs), _T("\\\\.\\mailslot\\chat\\"));
    _tcscat_s(theirs, _countof(theirs), argv[2]);
    while (_fgetts(line, _countof(line), stdin) != NULL)
    {
        line[_tcscspn(line, _T("\r\n"))] = 0;
        if (_tcscmp(line, _T("exit")) == 0)
            break;
        if (!Send(line))
            _putts(_T("Not sent"));
        PrintAll();
    }
    CloseHandle(slot);
    return 0;
}
