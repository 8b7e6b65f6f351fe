// also-right: at the end main sends exit to its own slot, on which the reader ends
#include <windows.h>
#include <stdio.h>
#include <string.h>
#include <thread>

static BOOL Post(const char *name, const char *text)
{
    char path[120];
    DWORD written;
    sprintf_s(path, sizeof path, "\\\\.\\mailslot\\chat\\%s", name);
    HANDLE slot = CreateFileA(path, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE)
        return FALSE;
    BOOL sent = WriteFile(slot, text, (DWORD)strlen(text), &written, NULL);
    CloseHandle(slot);
    return sent;
}

int main(int argc, char **argv)
{
    char path[120], line[256];
    if (argc != 3)
        return 1;
    sprintf_s(path, sizeof path, "\\\\.\\mailslot\\chat\\%s", argv[1]);
    HANDLE slot = CreateMailslotA(path, 0, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        puts("Unable to create mailslot");
        return 1;
    }
    std::thread reader([slot] {
        char text[256];
        DWORD length;
        while (ReadFile(slot, text, sizeof text - 1, &length, NULL)) {
            text[length] = '\0';
            if (strcmp(text, "exit") == 0)
                break;
            puts(text);
        }
    });
    while (fgets(line, sizeof line, stdin) && strcmp(line, "exit\n") != 0) {
        line[strcspn(line, "\n")] = '\0';
        if (!Post(argv[2], line))
            puts("Not sent");
    }
    Post(argv[1], "exit");
    reader.join();
    CloseHandle(slot);
    return 0;
}
