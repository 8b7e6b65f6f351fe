// known-wrong: the text before the messages differs from line to line | caught by: MailReceiver.PrintsEveryMessageInOrder
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <string.h>

static int count = 0;

int main()
{
    char buf[5000];
    DWORD n = 0;
    HANDLE h = CreateMailslot("\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, NULL);

    if (h == INVALID_HANDLE_VALUE)
    {
        printf("Unable to create mailslot (%lu)\n", GetLastError());
        return 1;
    }
    for (;;)
    {
        if (!ReadFile(h, buf, sizeof(buf) - 1, &n, NULL))
        {
            printf("Unable to read (%lu)\n", GetLastError());
            CloseHandle(h);
            return 1;
        }
        buf[n] = '\0';
        buf[strcspn(buf, "\r\n")] = '\0';
        if (!strcmp(buf, "exit"))
        {
            puts("GoodBye!");
            break;
        }
        printf("%d: %s\n", ++count, buf);
    }
    CloseHandle(h);
    return 0;
}
