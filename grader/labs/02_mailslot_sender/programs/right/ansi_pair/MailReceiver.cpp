// The receiver's half of the pair.
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <string.h>

int main()
{
    char message[1000];
    DWORD length;
    HANDLE slot = CreateMailslot("\\\\.\\mailslot\\mailbox", 999, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        printf("Unable to create mailslot\n");
        return 1;
    }
    while (ReadFile(slot, message, 999, &length, NULL)) {
        message[length] = '\0';
        if (strcmp(message, "exit") == 0) {
            printf("GoodBye!\n");
            CloseHandle(slot);
            return 0;
        }
        printf("%s\n", message);
    }
    printf("Unable to read\n");
    CloseHandle(slot);
    return 1;
}
