// known-wrong: treats every failed read as "nothing yet" | caught by: MailReceiver.ReportsAFailedRead
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <string.h>

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
            continue;
        buf[n] = '\0';
        buf[strcspn(buf, "\r\n")] = '\0';
        if (!strcmp(buf, "exit"))
        {
            puts("GoodBye!");
            break;
        }
        puts(buf);
    }
    CloseHandle(h);
    return 0;
}
