// known-wrong: passes ReadFile the number of characters instead of bytes | caught by: SlotHeir.PrintsEveryMessageInOrder
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <locale.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\mailbox")

#define MAX_CHARACTERS 202

#define MAX_COMMAND_LINE 64

HANDLE CreateSlotToInherit()
{
    SECURITY_ATTRIBUTES attributes = {};
    attributes.nLength = sizeof(attributes);
    attributes.bInheritHandle = TRUE;
    HANDLE slot = CreateMailslot(SLOT_NAME, 0, MAILSLOT_WAIT_FOREVER, &attributes);
    if (slot == INVALID_HANDLE_VALUE)
        _ftprintf(stderr, _T("Unable to create mailslot: error %lu\n"), GetLastError());
    return slot;
}

BOOL StartHeir(HANDLE slot, PROCESS_INFORMATION *heir)
{
    TCHAR program[MAX_PATH];
    GetModuleFileName(NULL, program, MAX_PATH);

    TCHAR commandLine[MAX_COMMAND_LINE];
    _stprintf_s(commandLine, MAX_COMMAND_LINE, _T("SlotHeir heir %lu"), HandleToULong(slot));

    STARTUPINFO startup = {};
    startup.cb = sizeof(startup);
    BOOL started = CreateProcess(program, commandLine, NULL, NULL, TRUE, 0, NULL, NULL, &startup, heir);
    if (!started)
        _ftprintf(stderr, _T("Unable to start the heir: error %lu\n"), GetLastError());
    return started;
}

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

int ReadAsHeir(const TCHAR *text)
{
    HANDLE slot = ULongToHandle(_tcstoul(text, NULL, 10));

    for (;;)
    {
        TCHAR message[MAX_CHARACTERS + 1];
        DWORD bytes = 0;
        BOOL received = ReadFile(slot, message, MAX_CHARACTERS, &bytes, NULL);
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
