// also-right: built without UNICODE, so that every call is the A one
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    char computer[64], message[1000];
    DWORD room = sizeof computer, length;
    HANDLE slot;

    if (!GetComputerName(computer, &room))
        return 1;
    slot = CreateMailslot("\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        printf("Unable to create mailslot, error %lu\n", GetLastError());
        return 1;
    }
    for (;;) {
        if (!ReadFile(slot, message, sizeof message - 1, &length, NULL)) {
            printf("Unable to read, error %lu\n", GetLastError());
            CloseHandle(slot);
            return 1;
        }
        message[length] = '\0';
        message[strcspn(message, "\r\n")] = '\0';
        if (strcmp(message, "exit") == 0)
            break;
        printf("[%.*s] %s\n", (int)room, computer, message);
    }
    puts("GoodBye!");
    CloseHandle(slot);
    return 0;
}
