// known-wrong: compares before it puts the terminator, so bytes of the message before take part | caught by: MailReceiver.StopsOnlyOnExit
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static const wchar_t slotName[] = L"\\\\.\\mailslot\\mailbox";

int wmain(void)
{
    wchar_t text[1024] = L"";
    DWORD got;
    HANDLE slot;

    slot = CreateMailslotW(slotName, 0, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        wprintf(L"Unable to create mailslot, error %lu\n", GetLastError());
        return 1;
    }
    for (;;) {
        if (!ReadFile(slot, text, sizeof(text) - sizeof(text[0]), &got, NULL)) {
            wprintf(L"Unable to read, error %lu\n", GetLastError());
            CloseHandle(slot);
            return 1;
        }
        if (wcsncmp(text, L"exit", 4) == 0)
            break;
        text[got / sizeof(wchar_t)] = L'\0';
        text[wcscspn(text, L"\r\n")] = L'\0';
        _putws(text);
    }
    CloseHandle(slot);
    _putws(L"GoodBye!");
    return 0;
}
