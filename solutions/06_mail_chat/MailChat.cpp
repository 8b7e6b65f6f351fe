// MailChat MINE THEIRS: prints what arrives in \\.\mailslot\chat\MINE while it sends what you type to \\.\mailslot\chat\THEIRS.
#include <windows.h>
#include <process.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

// A message is a line of at most 200 characters. Some senders also send a newline (CR and LF) or a terminator.
#define MAX_CHARACTERS 202

// The maximum number of characters in MINE or THEIRS.
#define MAX_NAME 64

// How long a read waits for a message before the thread checks whether the chat has ended, in milliseconds.
#define READ_TIMEOUT 200

// Nonzero once the chat has ended. Both threads use it through the Interlocked functions.
volatile LONG g_ended = 0;

// Stores the path of a chat's mailslot, chat\NAME, in path, which has room for every name that is not too long.
void MakeSlotPath(TCHAR *path, size_t room, const TCHAR *name)
{
    _tcscpy_s(path, room, _T("\\\\.\\mailslot\\chat\\"));
    _tcscat_s(path, room, name);
}

// Creates this program's own mailslot. Returns INVALID_HANDLE_VALUE, after printing an error, on failure.
HANDLE CreateOwnSlot(const TCHAR *path)
{
    //[todo 1] Create the mailslot path. A read must wait READ_TIMEOUT for a message. Messages have up to MAX_CHARACTERS characters.
    HANDLE slot = CreateMailslot(path, MAX_CHARACTERS * sizeof(TCHAR), READ_TIMEOUT, NULL);
    //[stub] HANDLE slot = INVALID_HANDLE_VALUE;
    //[end]
    if (slot == INVALID_HANDLE_VALUE)
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
    return slot;
}

// The second thread: prints what arrives in the mailslot whose handle is slot, until the chat has ended.
unsigned __stdcall PrintMessages(void *slot)
{
    TCHAR message[MAX_CHARACTERS + 1];  // plus one for the terminator, which the message may lack

    while (InterlockedCompareExchange(&g_ended, 0, 0) == 0)
    {
        DWORD bytes = 0;
        //[todo 2] Read the next message, and leave room for the terminator. Did the read succeed, and how many bytes did it store?
        BOOL received = ReadFile(slot, message, MAX_CHARACTERS * sizeof(TCHAR), &bytes, NULL);
        //[stub] BOOL received = FALSE;
        //[end]
        //[todo 3] Which error only means that no message arrived within READ_TIMEOUT?
        if (!received && GetLastError() == ERROR_SEM_TIMEOUT)
            continue;
        //[stub]
        //[end]
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

// Sends one line. Each line opens the mailslot again, so THEIRS may end and restart. Returns FALSE if the line was not delivered.
BOOL Send(const TCHAR *path, const TCHAR *line)
{
    //[todo 4] Open the mailslot path for writing, write the text in line to it, and close it again. Did the write succeed?
    HANDLE slot = CreateFile(path, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        return FALSE;
    DWORD written = 0;
    BOOL sent = WriteFile(slot, line, (DWORD)(_tcslen(line) * sizeof(TCHAR)), &written, NULL);
    CloseHandle(slot);
    return sent;
    //[stub] return FALSE;
    //[end]
}

// Sends what you type, until "exit" (which is not sent) or the end of the input.
void SendLines(const TCHAR *path)
{
    TCHAR line[MAX_CHARACTERS];  // 200 characters, the newline and the terminator
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

    //[todo 5] One thread cannot wait for the keyboard and for the mailslot at the same time. Start a second thread that runs PrintMessages.
    HANDLE reader = (HANDLE)_beginthreadex(NULL, 0, PrintMessages, slot, 0, NULL);
    //[stub] HANDLE reader = NULL;
    //[end]
    if (reader == NULL)
        _ftprintf(stderr, _T("Unable to start a thread: nothing that arrives will be printed\n"));
    SendLines(theirs);

    // The mailslot must stay open while the second thread reads it. Once the flag is set, that thread ends within READ_TIMEOUT.
    InterlockedExchange(&g_ended, 1);
    if (reader != NULL)
    {
        WaitForSingleObject(reader, INFINITE);
        CloseHandle(reader);
    }
    //[todo 6] No thread uses the mailslot anymore. Close it.
    CloseHandle(slot);
    //[stub]
    //[end]
    return 0;
}
