// also-right: room for 64 KiB, printed character by character, and a million characters at the end
#include <windows.h>
#include <stdio.h>
#include <string.h>

static char g_text[65536];

int main()
{
    HANDLE slot = CreateMailslotA("\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, NULL);
    DWORD bytes;

    if (slot == INVALID_HANDLE_VALUE) {
        puts("Unable to create mailslot");
        return 1;
    }
    for (;;) {
        if (!ReadFile(slot, g_text, sizeof(g_text) - 1, &bytes, NULL)) {
            puts("Unable to read");
            CloseHandle(slot);
            return 1;
        }
        g_text[bytes] = 0;
        g_text[strcspn(g_text, "\r\n")] = 0;
        if (strcmp(g_text, "exit") == 0)
            break;
        for (const char *at = g_text; *at; ++at)
            putchar(*at);
        putchar('\n');
    }
    for (int i = 0; i < 1000000; ++i)
        putchar(i % 80 == 79 ? '\n' : '.');
    puts("GoodBye!");
    CloseHandle(slot);
    return 0;
}
