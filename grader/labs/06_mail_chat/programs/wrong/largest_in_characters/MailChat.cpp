// known-wrong: passes CreateMailslot the maximum message size in characters | caught by: MailChat.PrintsWhatArrives
#include <windows.h>
#include <process.h>
#include <tchar.h>
#include <stdio.h>
#include <string.h>
#include <locale.h>

#define MAX_CHARACTERS 202

#define MAX_NAME 64

#define READ_TIMEOUT 200

volatile LONG g_ended = 0;

void MakeSlotPath(TCHAR *path, size_t room, const TCHAR *name)
{
    _tcscpy_s(path, room, _T("\\\\.\\mailslot\\chat\\"));
    _tcscat_s(path, room, name);
}

HANDLE CreateOwnSlot(const TCHAR *path)
{
    HANDLE slot = CreateMailslot(path, MAX_CHARACTERS, READ_TIMEOUT, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
    return slot;
}

unsigned __stdcall PrintMessages(void *argument)
{
    HANDLE slot = (HANDLE)argument;
    TCHAR message[MAX_CHARACTERS + 1];

    while (InterlockedCompareExchange(&g_ended, 0, 0) == 0)
    {
        DWORD bytes = 0;
        BOOL received = ReadFile(slot, message, MAX_CHARACTERS * sizeof(TCHAR), &bytes, NULL);
        if (!received && GetLastError() == ERROR_SEM_TIMEOUT)
            continue;
        if (!received)
        {
            _ftprintf(stderr, _T("Unable to read: error %lu\n"), GetLastError());
            return 1;
        }
        message[bytes / sizeof(TCHAR)] = _T('\0');
        message[_tcscspn(message, _T("\r\n"))] = _T('\0');
        _putts(message);
        fflush(stdout);
    }
    return 0;
}

BOOL Send(const TCHAR *path, const TCHAR *line)
{
    HANDLE slot = CreateFile(path, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        return FALSE;
    DWORD written = 0;
    BOOL sent = WriteFile(slot, line, (DWORD)(_tcslen(line) * sizeof(TCHAR)), &written, NULL);
    CloseHandle(slot);
    return sent;
}

void SendLines(const TCHAR *path)
{
    TCHAR line[MAX_CHARACTERS];
    while (_fgetts(line, _countof(line), stdin) != NULL)
    {
        line[_tcscspn(line, _T("\r\n"))] = _T('\0');
        if (_tcscmp(line, _T("exit")) == 0)
            return;
        if (line[0] != _T('\0') && !Send(path, line))
        {
            _putts(_T("Not sent"));
            fflush(stdout);
        }
    }
}

int _tmain(int argc, TCHAR *argv[])
{
    setlocale(LC_ALL, "korean");
    if (argc != 3 || _tcslen(argv[1]) > MAX_NAME || _tcslen(argv[2]) > MAX_NAME)
    {
        _ftprintf(stderr, _T("Usage: MailChat MINE THEIRS (names of at most %d characters)\n"), MAX_NAME);
        return 1;
    }
    TCHAR mine[MAX_NAME + 32], theirs[MAX_NAME + 32];
    MakeSlotPath(mine, _countof(mine), argv[1]);
    MakeSlotPath(theirs, _countof(theirs), argv[2]);

    HANDLE slot = CreateOwnSlot(mine);
    if (slot == INVALID_HANDLE_VALUE)
        return 1;

    HANDLE reader = (HANDLE)_beginthreadex(NULL, 0, PrintMessages, slot, 0, NULL);
    if (reader == NULL)
    {
        _ftprintf(stderr, _T("Unable to start a thread\n"));
        CloseHandle(slot);
        return 1;
    }
    SendLines(theirs);

    InterlockedExchange(&g_ended, 1);
    WaitForSingleObject(reader, INFINITE);
    CloseHandle(reader);
    CloseHandle(slot);
    return 0;
}
