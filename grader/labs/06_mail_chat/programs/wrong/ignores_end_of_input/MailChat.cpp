// known-wrong: does not see the end of the input, and sends the last line forever | caught by: MailChat.StopsOnExit
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <string.h>

static HANDLE slot;
static TCHAR theirs[100];
static volatile LONG ended;

static DWORD WINAPI Reader(LPVOID)
{
    TCHAR text[300];
    DWORD bytes;
    while (!ended)
    {
        if (ReadFile(slot, text, sizeof(text) - sizeof(TCHAR), &bytes, NULL))
        {
            text[bytes / sizeof(TCHAR)] = 0;
            _putts(text);
        }
        else if (GetLastError() != ERROR_SEM_TIMEOUT)
        {
            _tprintf(_T("Unable to read: error %lu\n"), GetLastError());
            break;
        }
    }
    return 0;
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
    slot = CreateMailslot(path, 0, 100, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        _tprintf(_T("Unable to create mailslot: error %lu\n"), GetLastError());
        return 1;
    }
    _tcscpy_s(theirs, _countof(theirs), _T("\\\\.\\mailslot\\chat\\"));
    _tcscat_s(theirs, _countof(theirs), argv[2]);
    HANDLE reader = CreateThread(NULL, 0, Reader, NULL, 0, NULL);
    while (1)
    {
        _fgetts(line, _countof(line), stdin);
        line[_tcscspn(line, _T("\r\n"))] = 0;
        if (_tcscmp(line, _T("exit")) == 0)
            break;
        if (!Send(line))
            _putts(_T("Not sent"));
    }
    ended = 1;
    WaitForSingleObject(reader, INFINITE);
    CloseHandle(reader);
    CloseHandle(slot);
    return 0;
}
