// known-wrong: reads UTF-16 into chars, of which every second is 0 | caught by: MailReceiver.PrintsEveryMessageInOrder
#include <windows.h>
#include <stdio.h>
#include <wchar.h>
#include <string.h>

static const wchar_t slotName[] = L"\\\\.\\mailslot\\mailbox";

int wmain(void)
{
    wchar_t text[1024];
    DWORD got;
    HANDLE slot;

    slot = CreateMailslotW(slotName, 0, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        wprintf(L"Unable to create mailslot, error %lu\n", GetLastError());
        return 1;
    }
    for (;;) {
        char narrow[2048];
        if (!ReadFile(slot, narrow, sizeof(narrow) - 1, &got, NULL)) {
            wprintf(L"Unable to read, error %lu\n", GetLastError());
            CloseHandle(slot);
            return 1;
        }
        narrow[got] = '\0';
        if (strcmp(narrow, "exit") == 0)
            break;
        puts(narrow);
    }
    CloseHandle(slot);
    _putws(L"GoodBye!");
    return 0;
}
