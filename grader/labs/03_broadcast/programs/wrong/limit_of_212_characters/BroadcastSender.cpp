// known-wrong: built without UNICODE, but counts two bytes for each character, so that no message of more than 212 bytes can be sent | caught by: BroadcastSender.RefusesWhatCannotTravel
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <string.h>

static int refused(HANDLE slot)
{
    fprintf(stderr, "Unable to broadcast (%lu)\n", GetLastError());
    if (slot != INVALID_HANDLE_VALUE)
        CloseHandle(slot);
    return 1;
}

int main(int argc, char **argv)
{
    char name[MAX_PATH], line[1024];
    DWORD written;
    HANDLE slot;

    snprintf(name, sizeof name, "\\\\%s\\mailslot\\mailbox", argc == 2 ? argv[1] : "*");
    slot = CreateFile(name, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        return refused(slot);
    while (fgets(line, sizeof line, stdin)) {
        size_t length = strcspn(line, "\r\n");
        if (length * 2 > 424) {
            printf("Message too long: %u characters\n", (unsigned)length);
            continue;
        }
        if (length > 0 && !WriteFile(slot, line, (DWORD)length, &written, NULL))
            return refused(slot);
        if (length == 4 && memcmp(line, "exit", 4) == 0) {
            puts("GoodBye!");
            break;
        }
    }
    CloseHandle(slot);
    return 0;
}
