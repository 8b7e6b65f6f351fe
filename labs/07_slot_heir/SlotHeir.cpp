// SlotHeir: creates the mailslot \\.\mailslot\mailbox and passes it to a child process, which prints every message until one is "exit".
// The child process, the heir, is this program again: SlotHeir heir HANDLE.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

// A message is a line of at most 200 characters. Some senders also send a newline (CR and LF) or a terminator.
#define MAX_CHARACTERS 202

// The maximum length of the heir's command line in characters, including the terminator.
#define MAX_COMMAND_LINE 64

// Creates the mailslot. Returns INVALID_HANDLE_VALUE, after printing an error, on failure.
HANDLE CreateSlotToInherit()
{
    // TODO 1: Create the mailslot SLOT_NAME: messages of any size, reads that wait until one arrives, a handle that a child can inherit.
    HANDLE slot = INVALID_HANDLE_VALUE;
    if (slot == INVALID_HANDLE_VALUE)
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
    return slot;
}

// Starts this program again as the heir. Returns FALSE, after printing an error, if it did not start.
BOOL StartHeir(HANDLE slot, PROCESS_INFORMATION *heir)
{
    TCHAR program[MAX_PATH];  // the path of this .exe file
    DWORD length = GetModuleFileName(NULL, program, _countof(program));
    if (length == 0 || length >= _countof(program))
    {
        _ftprintf(stderr, _T("Unable to start the heir: the path of this program is too long\n"));
        return FALSE;
    }

    TCHAR commandLine[MAX_COMMAND_LINE];
    // TODO 2: Tell the heir which handle is the mailslot: write "SlotHeir heir" and the value of slot, as a number, to commandLine.
    _tcscpy_s(commandLine, _countof(commandLine), _T("SlotHeir heir"));

    STARTUPINFO startup = {};
    startup.cb = sizeof(startup);
    // TODO 3: Start program with commandLine. Which argument lets a child inherit handles?
    BOOL started = FALSE;
    if (!started)
        _ftprintf(stderr, _T("Unable to start the heir: error %lu\n"), GetLastError());
    return started;
}

// Creates the mailslot, passes it to the heir, and waits for the heir to end. Returns this program's exit code.
int RunAsParent()
{
    HANDLE slot = CreateSlotToInherit();
    if (slot == INVALID_HANDLE_VALUE)
        return 1;
    PROCESS_INFORMATION heir = {};
    BOOL started = StartHeir(slot, &heir);

    // TODO 4: Whether or not the heir started, this program no longer needs its own handle to the mailslot.

    if (!started)
        return 1;

    // TODO 5: Wait until the heir has ended, then close the handles that CreateProcess returned.

    return 0;
}

// The heir: text is the value of its handle. Returns its exit code.
int ReadAsHeir(const TCHAR *text)
{
    // TODO 6: Convert the number in text to a handle named slot.


    TCHAR message[MAX_CHARACTERS + 1];  // plus one for the terminator, which the message may lack
    int result = 0;
    for (;;)
    {
        DWORD bytes = 0;
        // TODO 7: Read the next message, and leave room for the terminator. Did the read succeed, and how many bytes did it store?
        BOOL received = FALSE;
        if (!received)
        {
            _ftprintf(stderr, _T("Unable to read: error %lu\n"), GetLastError());
            result = 1;
            break;
        }
        message[bytes / sizeof(TCHAR)] = _T('\0');
        message[_tcscspn(message, _T("\r\n"))] = _T('\0');
        if (_tcscmp(message, _T("exit")) == 0)
        {
            _putts(_T("GoodBye!"));
            break;
        }
        _putts(message);
        fflush(stdout);
    }

    // TODO 8: Close the handle. The mailslot disappears with its last handle.

    return result;
}

int _tmain(int argc, TCHAR *argv[])
{
    setlocale(LC_ALL, "korean");
    if (argc == 1)
        return RunAsParent();
    if (argc == 3 && _tcscmp(argv[1], _T("heir")) == 0)
        return ReadAsHeir(argv[2]);
    _ftprintf(stderr, _T("Usage: SlotHeir, which starts SlotHeir heir HANDLE by itself\n"));
    return 1;
}
