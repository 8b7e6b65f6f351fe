// also-right: the heir reads with a time-out of 5 seconds, and reads again when it has elapsed
// The child, the heir, is this program once more: SlotHeir heir HANDLE.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

// A message is a line of at most 200 characters. Some senders also send a newline (CR and LF) or a terminator.
#define MAX_CHARACTERS 202

// Room for the heir's command line.
#define MAX_COMMAND_LINE 64

// Creates the mailslot. INVALID_HANDLE_VALUE: it could not, and this has said so.
HANDLE CreateSlotToInherit()
{
    SECURITY_ATTRIBUTES attributes = {};
    attributes.nLength = sizeof(attributes);
    attributes.bInheritHandle = TRUE;
    HANDLE slot = CreateMailslot(SLOT_NAME, 0, 5000, &attributes);
    if (slot == INVALID_HANDLE_VALUE)
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
    return slot;
}

// Starts this program once more as the heir of the slot. FALSE: it could not, and this has said so.
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
    _stprintf_s(commandLine, _countof(commandLine), _T("SlotHeir heir %lu"), HandleToULong(slot));

    STARTUPINFO startup = {};
    startup.cb = sizeof(startup);
    BOOL started = CreateProcess(program, commandLine, NULL, NULL, TRUE, 0, NULL, NULL, &startup, heir);
    if (!started)
        _ftprintf(stderr, _T("Unable to start the heir: error %lu\n"), GetLastError());
    return started;
}

// Makes the slot, leaves it to the heir, and waits until that has ended. Returns the exit code of this program.
int LeaveTheSlot()
{
    HANDLE slot = CreateSlotToInherit();
    if (slot == INVALID_HANDLE_VALUE)
        return 1;
    PROCESS_INFORMATION heir = {};
    BOOL started = StartHeir(slot, &heir);

    CloseHandle(slot);
    if (!started)
        return 1;

    WaitForSingleObject(heir.hProcess, INFINITE);
    CloseHandle(heir.hThread);
    CloseHandle(heir.hProcess);
    return 0;
}

// The heir: text is what it was told of its handle. Returns its exit code.
int ReadAsHeir(const TCHAR *text)
{
    HANDLE slot = ULongToHandle(_tcstoul(text, NULL, 10));

    TCHAR message[MAX_CHARACTERS + 1];  // one more for the terminator, which need not come with the message
    for (;;)
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
        if (_tcscmp(message, _T("exit")) == 0)
            break;
        _putts(message);
        fflush(stdout);
    }

    _putts(_T("GoodBye!"));
    CloseHandle(slot);
    return 0;
}

int _tmain(int argc, TCHAR *argv[])
{
    setlocale(LC_ALL, "korean");
    if (argc == 1)
        return LeaveTheSlot();
    if (argc == 3 && _tcscmp(argv[1], _T("heir")) == 0)
        return ReadAsHeir(argv[2]);
    _ftprintf(stderr, _T("Usage: SlotHeir, which starts SlotHeir heir HANDLE by itself\n"));
    return 1;
}
