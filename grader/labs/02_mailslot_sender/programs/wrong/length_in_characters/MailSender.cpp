// known-wrong: passes the number of characters to WriteFile, so only half of the text is sent | caught by: MailSender.SendsEveryLineInOrder
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static const wchar_t slotName[] = L"\\\\.\\mailslot\\mailbox";

int wmain(void)
{
    wchar_t line[300];
    HANDLE slot;
    DWORD done;
    int result = 0;

    slot = CreateFileW(slotName, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        fwprintf(stderr, L"Unable to open mailslot, error %lu\n", GetLastError());
        return 1;
    }
    for (;;) {
        if (!fgetws(line, 300, stdin))
            break;
        if (wcschr(line, L'\n'))
            *wcschr(line, L'\n') = L'\0';
        if (!WriteFile(slot, line, (DWORD)wcslen(line), &done, NULL)) {
            fwprintf(stderr, L"Unable to write, error %lu\n", GetLastError());
            result = 1;
            break;
        }
        if (wcscmp(line, L"exit") == 0) {
            wprintf(L"GoodBye!\n");
            break;
        }
    }
    CloseHandle(slot);
    return result;
}
