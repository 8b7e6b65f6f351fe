// known-wrong: ends on exit without sending it, so the receiver continues | caught by: MailSender.StopsOnExit
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
        if (wcscmp(line, L"exit") == 0) {
            wprintf(L"GoodBye!\n");
            break;
        }
        if (!WriteFile(slot, line, (DWORD)(wcslen(line) * sizeof(wchar_t)), &done, NULL)) {
            fwprintf(stderr, L"Unable to write, error %lu\n", GetLastError());
            result = 1;
            break;
        }
    }
    CloseHandle(slot);
    return result;
}
