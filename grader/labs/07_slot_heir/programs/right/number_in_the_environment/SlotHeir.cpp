// also-right: the number is passed in an environment variable
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

static int inherit(const wchar_t *told)
{
    wchar_t number[20] = L"";
    GetEnvironmentVariableW(L"SLOT", number, 20);
    HANDLE slot = told ? (HANDLE)(ULONG_PTR)wcstoul(number, NULL, 10) : NULL;
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
    swprintf(line, 100, L"%lu", (unsigned long)(ULONG_PTR)slot);
    SetEnvironmentVariableW(L"SLOT", line);
    wcscpy(line, L"SlotHeir heir");
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
