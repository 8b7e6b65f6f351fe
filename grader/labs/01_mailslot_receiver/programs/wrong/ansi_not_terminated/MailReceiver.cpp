// known-wrong: bytes of a longer message remain after a shorter one, because the buffer is cleared only once | caught by: MailReceiver.ForgetsTheMessageBefore
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <string.h>

int main()
{
    char text[5000];
    DWORD n = 0;
    HANDLE slot = CreateMailslot("\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, NULL);

    if (slot == INVALID_HANDLE_VALUE)
    {
        printf("Unable to create mailslot (%lu)\n", GetLastError());
        return 1;
    }
    memset(text, 0, sizeof(text));
    for (;;)
    {
        if (!ReadFile(slot, text, sizeof(text) - 1, &n, NULL))
        {
            printf("Unable to read (%lu)\n", GetLastError());
            CloseHandle(slot);
            return 1;
        }
        text[strcspn(text, "\r\n")] = '\0';
        if (n >= 4 && !memcmp(text, "exit", 4) && (n == 4 || text[4] == '\0'))
        {
            puts("GoodBye!");
            break;
        }
        puts(text);
    }
    CloseHandle(slot);
    return 0;
}
