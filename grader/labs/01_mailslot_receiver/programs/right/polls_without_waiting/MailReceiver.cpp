// also-right: a read time-out of 0: checks, sleeps, and checks again
#include <windows.h>
#include <stdio.h>
#include <string.h>

int main()
{
    char text[5000];
    DWORD length;
    HANDLE slot = CreateMailslotA("\\\\.\\mailslot\\mailbox", 0, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        puts("Unable to create mailslot");
        return 1;
    }
    for (;;) {
        if (!ReadFile(slot, text, sizeof text - 1, &length, NULL)) {
            if (GetLastError() == ERROR_SEM_TIMEOUT) {
                Sleep(20);
                continue;
            }
            printf("Unable to read, error %lu\n", GetLastError());
            CloseHandle(slot);
            return 1;
        }
        text[length] = '\0';
        text[strcspn(text, "\r\n")] = '\0';
        if (strcmp(text, "exit") == 0)
            break;
        puts(text);
    }
    puts("GoodBye!");
    CloseHandle(slot);
    return 0;
}
