// also-right: a sender and a receiver that are both built without UNICODE
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char *argv[])
{
    char line[202];
    DWORD written;
    int code = 0;
    HANDLE slot = CreateFile("\\\\.\\mailslot\\mailbox", GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);

    (void)argc;
    (void)argv;
    if (slot == INVALID_HANDLE_VALUE) {
        fprintf(stderr, "Unable to open mailslot: error %lu\n", GetLastError());
        return 1;
    }
    while (fgets(line, sizeof line, stdin) != NULL) {
        size_t length = strlen(line);
        if (length > 0 && line[length - 1] == '\n')
            line[--length] = '\0';
        if (!WriteFile(slot, line, (DWORD)length, &written, NULL) || written != length) {
            fprintf(stderr, "Unable to write: error %lu\n", GetLastError());
            code = 1;
            break;
        }
        if (strcmp(line, "exit") == 0) {
            printf("GoodBye!\n");
            break;
        }
    }
    CloseHandle(slot);
    return code;
}
