// known-wrong: built without UNICODE, while the receiver is built with it: each one works alone, but together they cannot communicate | caught by: MailSender.TalksToYourReceiver
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <stdio.h>
#include <string.h>

int main()
{
    char line[256];
    DWORD written;
    HANDLE slot = CreateFile("\\\\.\\mailslot\\mailbox", GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        printf("Unable to open mailslot (%lu)\n", GetLastError());
        return 1;
    }
    while (fgets(line, sizeof(line), stdin))
    {
        line[strcspn(line, "\r\n")] = '\0';
        if (!WriteFile(slot, line, (DWORD)strlen(line), &written, NULL))
        {
            printf("Unable to write (%lu)\n", GetLastError());
            CloseHandle(slot);
            return 1;
        }
        if (!strcmp(line, "exit"))
        {
            puts("GoodBye!");
            break;
        }
    }
    CloseHandle(slot);
    return 0;
}
