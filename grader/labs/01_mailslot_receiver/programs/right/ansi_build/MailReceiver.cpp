// also-right: built without UNICODE, so that every call is the A one
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    static char message[4096];
    DWORD length;
    HANDLE slot = CreateMailslot("\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, NULL);

    (void)argc;
    (void)argv;
    if (slot == INVALID_HANDLE_VALUE) {
        fprintf(stderr, "Unable to create mailslot: error %lu\n", GetLastError());
        return 1;
    }
    while (ReadFile(slot, message, sizeof message - 1, &length, NULL)) {
        while (length > 0 && strchr("\r\n", message[length - 1]))
            length--;
        message[length] = 0;
        if (strcmp(message, "exit") == 0) {
            printf("GoodBye!\n");
            CloseHandle(slot);
            return 0;
        }
        printf("%s\n", message);
    }
    fprintf(stderr, "Unable to read: error %lu\n", GetLastError());
    CloseHandle(slot);
    return 1;
}
