// known-wrong: opens the peer's mailslot with share mode 0 | caught by: MailChat.SendsWhatIsTyped
#include <windows.h>
#include <process.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

// A message is a line of at most 200 characters. Some senders also send a newline (CR and LF) or a terminator.
#define MAX_CHARACTERS 202

// The longest MINE or THEIRS.
#define MAX_NAME 64

// How long a read waits for a message before it looks whether the chat has ended, in milliseconds.
#define READ_TIMEOUT 200

// Not 0 once the chat has ended. Both threads use it, by means of the Interlocked functions.
volatile LONG g_ended = 0;

// Makes the path of a chat's mailslot: chat\NAME. path has room for it, and name is not too long.
void MakeSlotPath(TCHAR *path, size_t room, const TCHAR *name)
{
    _tcscpy_s(path, room, _T("\\\\.\\mailslot\\chat\\"));
    _tcscat_s(path, room, name);
}

// Creates this program's own mailslot. INVALID_HANDLE_VALUE: it could not, and this has said so.
HANDLE CreateOwnSlot(const TCHAR *path)
{
    HANDLE slot = CreateMailslot(path, MAX_CHARACTERS * sizeof(TCHAR), READ_TIMEOUT, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
    return slot;
}

// The second thread: prints what arrives in slot, a HANDLE, until the chat has ended.
unsigned __stdcall PrintMessages(void *slot)
{
    TCHAR message[MAX_CHARACTERS + 1];  // one more for the terminator, which need not come with the message

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

// Sends one line. The slot is opened for each line anew, so THEIRS may come, go, and come again. FALSE: nobody has got the line.
BOOL Send(const TCHAR *path, const TCHAR *line)
{
    HANDLE slot = CreateFile(path, GENERIC_WRITE, 0, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        return FALSE;
    DWORD written = 0;
    BOOL sent = WriteFile(slot, line, (DWORD)(_tcslen(line) * sizeof(TCHAR)), &written, NULL);
    CloseHandle(slot);
    return sent;
}

// Sends what is typed, up to "exit" (which is not sent) or the end of the input.
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

    // The slot must not be closed while the second thread reads it. With the flag set, that one ends after READ_TIMEOUT at the latest.
    InterlockedExchange(&g_ended, 1);
    WaitForSingleObject(reader, INFINITE);
    CloseHandle(reader);
    CloseHandle(slot);
    return 0;
}
