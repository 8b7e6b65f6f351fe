// also-right: the A functions: bytes, not UTF-16
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int inherit(const char *told)
{
    HANDLE slot = (HANDLE)(ULONG_PTR)strtoul(told, NULL, 10);
    for (;;) {
        char text[256];
        DWORD bytes = 0;
        if (!ReadFile(slot, text, sizeof(text) - 1, &bytes, NULL)) {
            printf("Unable to read: error %lu\n", GetLastError());
            return 1;
        }
        text[bytes] = 0;
        if (!strcmp(text, "exit"))
            break;
        puts(text);
    }
    puts("GoodBye!");
    CloseHandle(slot);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 1)
        return inherit(argv[argc - 1]);

    SECURITY_ATTRIBUTES attributes = {sizeof(attributes), NULL, TRUE};
    HANDLE slot = CreateMailslotA("\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, &attributes);
    if (slot == INVALID_HANDLE_VALUE) {
        printf("Unable to create mailslot: error %lu\n", GetLastError());
        return 1;
    }

    char program[MAX_PATH], line[100];
    GetModuleFileNameA(NULL, program, MAX_PATH);
    snprintf(line, 100, "SlotHeir heir %lu", (unsigned long)(ULONG_PTR)slot);
    STARTUPINFOA startup = {sizeof(startup)};
    PROCESS_INFORMATION heir;
    BOOL started = CreateProcessA(program, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &heir);
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
