// known-wrong: passes the name of the mailslot to the heir, which opens the end for writing | caught by: SlotHeir.TellsTheHeirItsHandle
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

static int inherit(const wchar_t *told)
{
    HANDLE slot = CreateFileW(told, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    for (;;) {
        wchar_t text[256];
        DWORD bytes = 0;
        if (!ReadFile(slot, text, sizeof(text) - sizeof(wchar_t), &bytes, NULL)) {
            printf("Unable to read: error %lu\n", GetLastError());
            return 1;
        }
        text[bytes / sizeof(wchar_t)] = 0;
        if (!wcscmp(text, L"exit"))
            break;
        _putws(text);
    }
    puts("GoodBye!");
    CloseHandle(slot);
    return 0;
}

int wmain(int argc, wchar_t **argv)
{
    if (argc > 1)
        return inherit(argv[argc - 1]);

    SECURITY_ATTRIBUTES attributes = {sizeof(attributes), NULL, TRUE};
    HANDLE slot = CreateMailslotW(L"\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, &attributes);
    if (slot == INVALID_HANDLE_VALUE) {
        printf("Unable to create mailslot: error %lu\n", GetLastError());
        return 1;
    }

    wchar_t program[MAX_PATH], line[100];
    GetModuleFileNameW(NULL, program, MAX_PATH);
    wcscpy(line, L"SlotHeir heir \\\\.\\mailslot\\mailbox");
    STARTUPINFOW startup = {sizeof(startup)};
    PROCESS_INFORMATION heir;
    BOOL started = CreateProcessW(program, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &heir);
    CloseHandle(slot);
    if (!started) {
        puts("Unable to start the heir");
        return 1;
    }

    WaitForSingleObject(heir.hProcess, INFINITE);
    CloseHandle(heir.hThread);
    CloseHandle(heir.hProcess);
    return 0;
}
